import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import type { MoveBoard, MoveCard } from '#contract/moves-board.ts';
import type { MoveStatusCode } from '#contract/moves.ts';
import { moveLooks } from '#src/directory/move-status.tsx';
import type { BoardCard, BoardColumn } from '#src/ui/board.tsx';
import type { BoardFilter } from './api.ts';
import { boardOptions } from './queries.ts';

export const codes = ['pen', 'apr', 'sub', 'don', '0'] as const satisfies readonly MoveStatusCode[];
const STEP = 100;
/** Of each status, as the server gives at most. */
const MOST = 500;

export type StatusCard = BoardCard & { move: MoveCard };
const NONE: MoveCard[] = [];
const cards = new WeakMap<MoveCard, StatusCard>();
/** The same card for the same move, so that only what has changed is drawn anew. */
function cardOf(move: MoveCard): StatusCard {
  const known = cards.get(move);
  if (known) return known;
  const name = m.move_board_card({ name: move.description, id: String(move.id) });
  const card = { id: String(move.id), columnId: move.status, name, move };
  cards.set(move, card);
  return card;
}
export const total = (counts: MoveBoard['counts'] | undefined) =>
  counts && codes.reduce((sum, code) => sum + (counts[code] ?? 0), 0);

/** The columns of the board, and what stands in them. */
export function useBoard(filter: BoardFilter) {
  const [limit, setLimit] = useState(STEP);
  const { data, error, isPending, refetch } = useQuery(boardOptions(filter, limit));
  const counts = data?.counts;
  const moves = data?.cards ?? NONE;
  const columns = useMemo(
    () =>
      codes.map((code): BoardColumn => {
        const { icon, tone, label } = moveLooks[code];
        const shown = moves.filter(({ status }) => status === code).length;
        // No more than that can be loaded: a column that counted them would wait for the rest for ever.
        const count = limit === MOST ? shown : (counts?.[code] ?? 0);
        return { id: code, title: label(), count, icon, tone, empty: m.move_board_empty() };
      }),
    [counts, moves, limit],
  );
  return {
    columns,
    cards: useMemo(() => moves.map(cardOf), [moves]),
    count: total(counts),
    /** How many are not shown, however far one goes. */
    cut: limit === MOST ? (total(counts) ?? 0) - moves.length : 0,
    loading: isPending,
    error: data ? null : error,
    retry: () => void refetch(),
    more: () => setLimit((now) => Math.min(MOST, now + STEP)),
  };
}
