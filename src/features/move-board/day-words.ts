import * as m from '#messages';
import { peopleWords } from './card-words.ts';
import type { MoveDay } from './calendar-days.ts';

/** "3 moves, 12 people, 1 conflict" */
export const dayWords = ({ moves, people, conflicts }: MoveDay): string =>
  moves.length === 0
    ? m.move_calendar_no_moves()
    : [
        m.move_calendar_moves({ count: moves.length }),
        people > 0 && peopleWords(people),
        conflicts > 0 && m.move_board_conflicts({ count: conflicts }),
      ]
        .filter(Boolean)
        .join(', ');
