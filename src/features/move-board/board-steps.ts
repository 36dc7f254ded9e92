import * as m from '#messages';
import type { MoveCard } from '#contract/moves-board.ts';
import type { MoveStatusCode } from '#contract/moves.ts';
import type { MoveDoing } from '#src/directory/use-move-steps.ts';

/** The step that leads to a status. None leads to done: that comes from taking effect. */
export const stepTo: Partial<Record<MoveStatusCode, MoveDoing>> = {
  pen: 'reopen',
  apr: 'approve',
  sub: 'start',
  '0': 'reject',
};

/** True, or why no step leads there whoever asks. Who may, and in which order, the server tells. */
export function mayGo({ status, effectedAt }: MoveCard, to: MoveStatusCode): true | string {
  if (status === 'don' || effectedAt !== undefined) return m.move_board_over();
  if (to === 'don') return m.move_board_by_effect();
  if (to === 'apr' && status === 'sub') return m.move_board_started();
  return true;
}
/** Whether taking the step back leads to where the card was: re-opening leads to pending alone. */
export const comesBack = (from: MoveStatusCode) => from === 'pen';
