import { useDraggable } from '@dnd-kit/core';
import { memo, useCallback, useEffect, useRef } from 'react';
import * as m from '#messages';
import classes from './board-card.module.css';
import type { BoardHost, BoardState } from './board-host.ts';
import { BoardMenu } from './board-menu.tsx';
import type { BoardCard } from './board-types.ts';
import { MoreIcon } from './desk-icons.tsx';
import { CheckIcon } from './icons.tsx';

type Props = {
  card: BoardCard;
  columnId: string;
  index: number;
  /** How many there are, the ones that are not loaded too. */
  count: number;
  /** Pixels from the top of the list. */
  start: number;
  /** The tab stop of its column. */
  stop: boolean;
  state: BoardState;
  host: BoardHost;
  measure: (element: HTMLElement | null) => void;
};

/** The part that is the view's: it is drawn anew only when the card is another. */
const Body = memo(function Body({ card, render }: { card: BoardCard; render: BoardState['render'] }) {
  return <div className={classes.body}>{render(card)}</div>;
});

/** A card in its place, which drags, opens and is chosen. */
export const BoardCardView = memo(function BoardCardView(props: Props) {
  const { card, columnId, stop, state, host } = props;
  const { id, name } = card;
  const element = useRef<HTMLDivElement>(null);
  const saving = state.saving.has(id);
  const chosen = state.selected.has(id);
  const menu = state.menu?.id === id ? state.menu : undefined;
  const { setNodeRef, listeners } = useDraggable({ id, disabled: !state.draggable || saving });
  const setElement = useCallback(
    (node: HTMLDivElement | null) => {
      element.current = node;
      setNodeRef(node);
    },
    [setNodeRef],
  );
  useEffect(() => {
    // It may be drawn only some steps after the focus was sent to it.
    if (stop && host.claimFocus(id)) element.current?.focus({ preventScroll: true });
  }, [stop, host, id]);
  const words = saving ? m.board_card_saving({ name }) : name;
  const button = (
    <button
      type="button"
      tabIndex={-1}
      className={classes.more}
      aria-label={m.board_actions({ name })}
      aria-haspopup="menu"
      aria-expanded={Boolean(menu)}
      onClick={() => (menu ? host.onMenuClosed() : host.onMenu(id))}
    >
      <MoreIcon size={16} />
    </button>
  );
  const hasMenu = state.movable || state.selectable || state.openable;
  return (
    <li
      ref={props.measure}
      data-index={props.index}
      aria-setsize={Math.max(props.count, props.index + 1)}
      aria-posinset={props.index + 1}
      className={classes.item}
      style={{ transform: `translateY(${props.start}px)` }}
    >
      <div
        ref={setElement}
        {...listeners}
        role="button"
        tabIndex={stop ? 0 : -1}
        aria-label={chosen ? m.board_card_chosen({ name: words }) : words}
        aria-current={state.openId === id || undefined}
        className={classes.card}
        data-card={id}
        data-chosen={chosen || undefined}
        data-lifted={state.lifted.has(id) || undefined}
        data-saving={saving || undefined}
        data-movable={(state.draggable && !saving) || undefined}
        data-menu={hasMenu || undefined}
        onClick={(event) => host.onPress(id, event)}
        onFocus={(event) => event.target === event.currentTarget && host.onFocus(id)}
      >
        <Body card={card} render={state.render} />
        {chosen && (
          <span className={classes.check}>
            <CheckIcon size={12} strokeWidth={2.4} />
          </span>
        )}
      </div>
      {hasMenu &&
        (menu ? (
          <BoardMenu card={card} columnId={columnId} offer={menu.offer} state={state} host={host}>
            {button}
          </BoardMenu>
        ) : (
          button
        ))}
    </li>
  );
});
