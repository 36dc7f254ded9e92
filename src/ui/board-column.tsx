import { useDroppable } from '@dnd-kit/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useId, useRef, useState } from 'react';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import classes from './board.module.css';
import { BoardCardView } from './board-card.tsx';
import { BoardEnd } from './board-end.tsx';
import type { BoardHost, BoardState } from './board-host.ts';
import type { Laid } from './board-model.ts';
import type { BoardCard } from './board-types.ts';
import { LockIcon } from './icons.tsx';

type Props = {
  laid: Laid<BoardCard>;
  /** The number of the card that has the focus, or had it last; undefined when that is in another column. */
  activeIndex: number | undefined;
  state: BoardState;
  host: BoardHost;
  /** While something is picked up: whether it would be dropped here, and why not. */
  over: boolean;
  takes: boolean | undefined;
  refused: string | undefined;
  more: boolean;
  loading: boolean;
  cardHeight: number;
  /** The only one on a narrow screen, where a line of tabs has its title. */
  alone: boolean;
};
const GAP = 8;
const BONES = [0, 1, 2];

/** A column's cards, of which only the visible ones are in the page. */
export const BoardColumnView = memo(function BoardColumnView(props: Props) {
  const { laid, activeIndex, state, host, over, refused, loading, cardHeight } = props;
  const { column, count, cards } = laid;
  const { id, title, icon: Icon } = column;
  const heading = useId();
  const root = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { setNodeRef } = useDroppable({ id });
  const setRoot = useCallback(
    (node: HTMLDivElement | null) => {
      root.current = node;
      setNodeRef(node);
    },
    [setNodeRef],
  );
  const waits = props.more && cards.length < count;
  // Every column is a list with a tab stop of its own; where the focus is elsewhere, the card that had it last.
  const [last, setLast] = useState(0);
  if (activeIndex !== undefined && activeIndex !== last) setLast(activeIndex);
  const stop = Math.min(activeIndex ?? last, cards.length - 1);

  // A new function would have every card measured anew at each rendering.
  const getItemKey = useCallback((index: number) => cards[index]?.id ?? 'end', [cards]);
  const virtualizer = useVirtualizer({
    count: loading ? 0 : cards.length + (waits ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight + GAP,
    getItemKey,
    overscan: 3,
    paddingStart: 6,
    scrollPaddingStart: 8,
    scrollPaddingEnd: 4,
    // What has the focus, or is dragged, stays in the page while the column is scrolled.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (activeIndex === undefined || activeIndex >= range.count || shown.includes(activeIndex))
        return shown;
      return [...shown, activeIndex].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    host.register(id, (index) => {
      if (index >= 0) virtualizer.scrollToIndex(index);
      root.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    return () => host.register(id, undefined);
  }, [host, id, virtualizer]);

  const items = virtualizer.getVirtualItems();
  return (
    <div
      ref={setRoot}
      className={classes.column}
      data-column={id}
      data-alone={props.alone || undefined}
      data-over={over || undefined}
      data-takes={props.takes || undefined}
      data-refused={refused ? true : undefined}
    >
      <h2 id={heading} className={classes.head} data-tone={column.tone}>
        {Icon && <Icon size={16} />}
        <bdi className={classes.title} title={title}>
          {title}
        </bdi>
        <span className={classes.count}>{formatNumber(count)}</span>
      </h2>
      <div ref={scroller} tabIndex={-1} className={classes.scroller}>
        {loading ? (
          <div aria-hidden="true">
            {BONES.map((at) => (
              <div key={at} className={classes.bone} style={{ height: cardHeight }} />
            ))}
          </div>
        ) : cards.length === 0 && !waits ? (
          <p className={classes.empty}>{column.empty ?? m.board_empty()}</p>
        ) : (
          <ul
            aria-label={m.board_column({ title, count })}
            className={classes.list}
            style={{ height: virtualizer.getTotalSize() }}
          >
            {items.map((item) => {
              const card = cards[item.index];
              if (!card)
                return (
                  <BoardEnd
                    key={`end ${cards.length}`}
                    column={column}
                    index={item.index}
                    start={item.start}
                    measure={virtualizer.measureElement}
                    more={host.more}
                  />
                );
              return (
                <BoardCardView
                  key={item.key}
                  card={card}
                  columnId={id}
                  index={item.index}
                  count={count}
                  start={item.start}
                  stop={item.index === stop}
                  state={state}
                  host={host}
                  measure={virtualizer.measureElement}
                />
              );
            })}
          </ul>
        )}
      </div>
      {refused && (
        <div className={classes.refusal} aria-hidden="true">
          <span className={classes.word}>
            <LockIcon size={14} />
            {over ? refused : m.board_refuses()}
          </span>
        </div>
      )}
      {props.takes && over && (
        <div className={classes.target} aria-hidden="true">
          <span className={classes.word}>{m.board_takes()}</span>
        </div>
      )}
    </div>
  );
});
