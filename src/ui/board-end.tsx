import { useEffect, useEffectEvent, useState } from 'react';
import * as m from '#messages';
import card from './board-card.module.css';
import classes from './board.module.css';
import type { BoardHost } from './board-host.ts';
import type { BoardColumn } from './board-types.ts';

type Props = {
  column: BoardColumn;
  index: number;
  start: number;
  measure: (element: HTMLElement | null) => void;
  more: BoardHost['more'];
};

/** What comes after the last card that is loaded: once it is near, it asks for the rest. Another number of cards is another end. */
export function BoardEnd({ column, index, start, measure, more }: Props) {
  const [failed, setFailed] = useState(false);
  const ask = () =>
    void Promise.resolve(column)
      .then(more)
      .catch(() => setFailed(true));
  const askFirst = useEffectEvent(ask);
  useEffect(() => askFirst(), []);
  const askAgain = () => {
    setFailed(false);
    ask();
  };
  return (
    <li
      ref={measure}
      data-index={index}
      className={card.item}
      style={{ transform: `translateY(${start}px)` }}
    >
      {failed ? (
        <p className={classes.failed}>
          {m.board_more_failed()}
          <button type="button" className={classes.again} onClick={askAgain}>
            {m.board_more_again()}
          </button>
        </p>
      ) : (
        <div className={classes.bone} role="img" aria-label={m.board_loading()} />
      )}
    </li>
  );
}
