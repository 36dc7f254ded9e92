import { useRef, useState } from 'react';
import type { MoveCard } from '#contract/moves-board.ts';

type Asking = { step: 'approve' | 'reject'; move: MoveCard };

/** What is asked before a step, one move after the other; each promise settles once its dialog is closed. */
export function useAsking() {
  const [waiting, setWaiting] = useState<readonly Asking[]>([]);
  const settlers = useRef(new Map<number, () => void>());
  return {
    asking: waiting[0],
    ask: (step: Asking['step'], move: MoveCard) =>
      new Promise<void>((settle) => {
        settlers.current.set(move.id, settle);
        setWaiting((now) => [...now, { step, move }]);
      }),
    close({ id }: MoveCard) {
      setWaiting((now) => now.filter(({ move }) => move.id !== id));
      settlers.current.get(id)?.();
      settlers.current.delete(id);
    },
  };
}
