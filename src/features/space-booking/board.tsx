import { Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useMemo } from 'react';
import * as m from '#messages';
import type { DaySheet } from '#contract/availability.ts';
import { useMe } from '#src/directory/me.ts';
import { startOfDay } from '#src/lib/dates.ts';
import { SplitView } from '#src/ui/split-view.tsx';
import { Timeline } from '#src/ui/timeline.tsx';
import { TimelineList } from '#src/ui/timeline-list.tsx';
import type { TimelineBar, TimelinePlace, TimelineRow } from '#src/ui/timeline-types.ts';
import classes from './booking.module.css';
import { BookingPanel } from './booking-panel.tsx';
import { instantOf } from '#src/lib/zone-clock.ts';
import { bookingId, placedIn } from './day-model.ts';
import { daysLater } from './day-search.ts';
import { ScopeDialog } from './scope-dialog.tsx';
import { useMoves } from './use-moves.ts';

type Props = {
  label: string;
  corner: string;
  sheet: DaySheet | undefined;
  day: string;
  zone: string;
  rows: readonly TimelineRow[];
  bars: readonly TimelineBar[];
  /** The space that a row stands for. */
  spaceOf: (rowId: string) => number | undefined;
  onCreate: (rowId: string, start: number, end: number) => void;
  /** The booking that is open. */
  open: number | undefined;
  onOpen: (id: number | undefined) => void;
  empty: ReactNode;
};
/** How long ago a booking may begin: people sit down first and book then. */
const GRACE = 15 * 60_000;
const MINUTE = 60_000;

/** Bookings to look at, to draw and to move, with the one that is open beside them. */
export function Board(props: Props) {
  const { label, corner, sheet, day, zone, rows, bars, spaceOf, onCreate, open, onOpen, empty } = props;
  const { siteAdmin } = useMe();
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const placed = useMemo(() => (sheet ? placedIn(sheet) : new Map()), [sheet]);
  const { move, question } = useMoves();
  const find = (barId: string) => placed.get(bookingId(barId));

  const refuse = ({ start, end, id }: TimelinePlace) => {
    if (siteAdmin) return undefined;
    // What goes on keeps its start and takes another end.
    const kept = id !== undefined && find(id)?.booking.startDate === start;
    const over = kept ? end <= Date.now() : start < Date.now() - GRACE;
    return over ? m.booking_refuse_past() : undefined;
  };
  const moveTo = async (barId: string, rowId: string | undefined, startDate: number, endDate: number) => {
    const one = find(barId);
    if (!one) return;
    const room = rowId === undefined ? undefined : spaceOf(rowId);
    await move(one, { startDate, endDate, ...(room !== undefined && { room }) });
  };
  const shared = {
    label,
    day,
    timeZone: zone,
    rows,
    bars,
    empty,
    onOpen: (barId: string) => onOpen(bookingId(barId)),
  };
  return (
    <SplitView
      panel={
        open !== undefined && (
          <BookingPanel
            key={open}
            id={open}
            onClose={() => {
              onOpen(undefined);
              focusBar(open);
            }}
          />
        )
      }
    >
      {!phone && (
        <Timeline
          {...shared}
          corner={corner}
          loading={!sheet}
          refuse={refuse}
          onCreate={onCreate}
          onMove={moveTo}
          onResize={(barId, start, end) => moveTo(barId, undefined, start, end)}
        />
      )}
      {phone && sheet && (
        <TimelineList
          {...shared}
          closed={closedFor(rows, day, zone, siteAdmin)}
          onCreate={(rowId, start, end) => onCreate(rowId, start, end)}
        />
      )}
      {phone && !sheet && (
        <div className={classes.bones} role="status" aria-label={m.shell_loading()}>
          {[0, 1, 2, 3, 4, 5].map((at) => (
            <Skeleton key={at} height={44} />
          ))}
        </div>
      )}
      {question && <ScopeDialog answer={question.answer} />}
    </SplitView>
  );
}

/** What is over is no free time; and in a list, where a press takes the first of what is free, neither is the night. */
function closedFor(rows: readonly TimelineRow[], date: string, zone: string, siteAdmin: boolean) {
  const days = new Set(rows.map(({ day = date }) => day));
  const nights = [...days].flatMap((day) => [
    { start: startOfDay(day, zone), end: instantOf(`${day}T07:00`, zone) },
    { start: instantOf(`${day}T20:00`, zone), end: startOfDay(daysLater(day, 1), zone) },
  ]);
  const quarterNow = Math.floor(Date.now() / (15 * MINUTE)) * 15 * MINUTE;
  return siteAdmin ? nights : [{ start: 0, end: quarterNow }, ...nights];
}

/** Back to where one came from, once the panel is gone. */
const focusBar = (id: number) =>
  setTimeout(() => document.querySelector<HTMLElement>(`[data-bar="${id}"]`)?.focus(), 0);
