import { DragOverlay } from '@dnd-kit/core';
import type { ReactNode } from 'react';
import * as m from '#messages';
import classes from './board.module.css';
import card from './board-card.module.css';
import type { Hand } from './board-model.ts';
import type { BoardCard, BoardColumn } from './board-types.ts';
import { namesOf } from './board-words.ts';
import { LockIcon } from './icons.tsx';

/** For eyes, what the keys have picked up and where it is; readers are told by the board. */
export function BoardHandLine(props: { hand: Hand<BoardCard> | undefined; column: BoardColumn | undefined }) {
  const { hand, column } = props;
  if (hand?.by !== 'keys') return null;
  const refused = column && hand.refused.get(column.id);
  return (
    <div className={classes.line} data-refused={refused ? true : undefined} aria-hidden="true">
      <bdi className={classes.lineName}>{namesOf(hand.cards)}</bdi>
      <span className={classes.lineColumn}>
        {refused && <LockIcon size={14} />}
        <bdi>{column?.title}</bdi>
      </span>
      <span className={classes.lineHint}>{refused ?? m.board_hint()}</span>
    </div>
  );
}

/** What goes with the pointer: the card, and how many there are when it is not alone. */
export function BoardOverlay(props: {
  hand: Hand<BoardCard> | undefined;
  render: (card: BoardCard) => ReactNode;
}) {
  const { hand, render } = props;
  const refused = hand?.columnId !== undefined && hand.refused.has(hand.columnId);
  return (
    <DragOverlay dropAnimation={null}>
      {hand?.by === 'pointer' && (
        <div
          className={`${card.card} ${card.overlay}`}
          data-refused={refused || undefined}
          data-several={hand.cards.length > 1 || undefined}
          data-overlay
          data-menu
          aria-hidden="true"
        >
          <div className={card.body}>{render(hand.card)}</div>
          {hand.cards.length > 1 && <span className={card.several}>{hand.cards.length}</span>}
        </div>
      )}
    </DragOverlay>
  );
}
