import { DndContext } from '@dnd-kit/core';
import { VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import classes from './board.module.css';
import { BoardColumnView } from './board-column.tsx';
import { BoardHandLine, BoardOverlay } from './board-hand.tsx';
import type { BoardHost, BoardState } from './board-host.ts';
import { columnOf, laidOut, movers } from './board-model.ts';
import { BoardTabs } from './board-tabs.tsx';
import type { BoardCard, BoardProps } from './board-types.ts';
import type { Selection } from './grid-selection.ts';
import { useBoardDrag } from './use-board-drag.ts';
import { useBoardFocus } from './use-board-focus.ts';
import { useBoardHand } from './use-board-hand.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useBoardMoves } from './use-board-moves.ts';
import { useBoardSelection } from './use-board-selection.ts';

export type { BoardCard, BoardColumn, BoardProps } from './board-types.ts';

const NOTHING: Selection = new Set();

/**
 * Columns of cards. It fills the height it is given and scrolls inside itself. Cards go from column to column by
 * mouse, by finger (a long press first), by keys and by a menu of their own; the help it gives to readers names
 * the keys. A narrow screen shows one column at a time. It offers no undo: whoever saves does.
 */
export function Board<C extends BoardCard>(props: BoardProps<C>) {
  const { columns, cards, selected = NOTHING, onSelect, onOpen, onMove, openId } = props;
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const help = useId();
  const announce = useCallback((text: string) => {
    if (status.current) status.current.textContent = text;
  }, []);

  const { moves, move } = useBoardMoves({ columns, onMove, announce });
  const model = useMemo(() => laidOut(columns, cards, moves), [columns, cards, moves]);
  const [own, setOwn] = useState<string>();
  const shownId = narrow ? (columnOf(model, props.shownId ?? own) ?? model.columns[0])?.column.id : undefined;
  const show = (columnId: string) => {
    setOwn(columnId);
    props.onShow?.(columnId);
  };
  const [menu, setMenu] = useState<BoardState['menu']>();
  const focus = useBoardFocus({ root, model, shownId, show, menuOpen: menu !== undefined });
  const { activeId } = focus;
  const choice = useBoardSelection({ model, selected, activeId, onSelect });
  const handling = useBoardHand({ ...props, model, selected, saving: moves, move, announce });
  const { hand } = handling;
  const drag = useBoardDrag({ model, handling, scroller, onTake: ({ id }) => focus.setActive(id) });
  const open = (id: string) => {
    const card = model.cards.get(id);
    choice.begin(id);
    if (card && !moves.has(id)) onOpen?.(card);
  };
  const openMenu = (id: string) => {
    const card = model.cards.get(id);
    if (!card || (!onMove && !onSelect && !onOpen)) return;
    focus.setActive(id);
    setMenu({ id, offer: handling.offer(card) });
  };
  const onKeyDown = useBoardKeys({
    model,
    activeId,
    handling: {
      ...handling,
      choose(columnId) {
        handling.choose(columnId);
        if (columnId !== undefined) focus.bring(columnId);
      },
      drop() {
        const dropped = handling.drop();
        if (dropped && activeId !== undefined) focus.goTo(activeId);
        return dropped;
      },
    },
    selectable: Boolean(onSelect),
    goTo: focus.goTo,
    toggle: choice.toggle,
    extendTo: (id) => choice.extendTo(id, true),
    clear: choice.clear,
    open,
    openMenu,
  });

  const actions: BoardHost = {
    onPress(id, event) {
      if (onSelect && (event.ctrlKey || event.metaKey)) choice.toggle(id);
      else if (onSelect && event.shiftKey) choice.extendTo(id);
      // Marking text with the mouse ends in a click too.
      else if (window.getSelection()?.isCollapsed !== false) open(id);
    },
    onFocus: focus.setActive,
    onMenu: openMenu,
    onMenuClosed() {
      setMenu(undefined);
      if (menu) focus.giveBack(menu.id);
    },
    claimFocus: focus.claimFocus,
    register: focus.register,
    more: (column) => props.onMore?.(column),
    open,
    toggle: choice.toggle,
    send(id, columnId) {
      const card = model.cards.get(id);
      if (card) handling.send(card, columnId);
    },
  };
  const host = useHost(actions);
  const lifted = useMemo(() => new Set(hand?.cards.map(({ id }) => id)), [hand?.cards]);
  const state = useMemo<BoardState>(
    () => ({
      columns,
      // Cards are given to it as they came.
      render: props.render as (card: BoardCard) => React.ReactNode,
      selected,
      saving: moves,
      lifted,
      openId,
      menu,
      // One column alone leaves nowhere to drag to.
      draggable: Boolean(onMove) && !narrow,
      movable: Boolean(onMove),
      selectable: Boolean(onSelect),
      openable: Boolean(onOpen),
    }),
    [columns, props.render, selected, moves, lifted, openId, menu, narrow, onMove, onSelect, onOpen],
  );

  const active = activeId === undefined ? undefined : model.places.get(activeId);
  const shown =
    shownId === undefined ? model.columns : model.columns.filter(({ column }) => column.id === shownId);
  return (
    <DndContext {...drag}>
      <div
        ref={root}
        role="group"
        aria-label={props.label}
        aria-describedby={help}
        aria-busy={props.loading || undefined}
        className={classes.board}
        onKeyDown={onKeyDown}
        onFocus={focus.onFocus}
        onBlur={(event) => {
          focus.onBlur(event);
          // What the keys have picked up goes back when the focus leaves it.
          if (hand?.by === 'keys' && event.target !== event.relatedTarget) handling.letGo();
        }}
      >
        <VisuallyHidden id={help}>{onMove ? m.board_help() : m.board_help_reading()}</VisuallyHidden>
        {shownId !== undefined && (
          <BoardTabs columns={model.columns} shownId={shownId} overId={hand?.columnId} show={show} />
        )}
        <div ref={scroller} className={classes.columns}>
          {shown.map((laid) => {
            const { id } = laid.column;
            return (
              <BoardColumnView
                key={id}
                laid={laid}
                activeIndex={active?.columnId === id ? active.index : undefined}
                state={state}
                host={host}
                over={hand?.columnId === id}
                takes={hand && !hand.refused.has(id) && movers(model, hand.cards, id).length > 0}
                refused={hand?.refused.get(id)}
                more={Boolean(props.onMore)}
                loading={props.loading ?? false}
                cardHeight={props.cardHeight ?? 84}
                alone={shownId !== undefined}
              />
            );
          })}
        </div>
        <BoardHandLine hand={hand} column={columnOf(model, hand?.columnId)?.column} />
        <VisuallyHidden ref={status} role="status" />
      </div>
      <BoardOverlay hand={hand} render={state.render} />
    </DndContext>
  );
}

/** The same object all the time, whose functions do what the latest rendering says. */
function useHost(actions: BoardHost): BoardHost {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  return useMemo(
    () => ({
      onPress: (id, event) => latest.current.onPress(id, event),
      onFocus: (id) => latest.current.onFocus(id),
      onMenu: (id) => latest.current.onMenu(id),
      onMenuClosed: () => latest.current.onMenuClosed(),
      claimFocus: (id) => latest.current.claimFocus(id),
      register: (columnId, reveal) => latest.current.register(columnId, reveal),
      more: (column) => latest.current.more(column),
      open: (id) => latest.current.open(id),
      toggle: (id) => latest.current.toggle(id),
      send: (id, columnId) => latest.current.send(id, columnId),
    }),
    [],
  );
}
