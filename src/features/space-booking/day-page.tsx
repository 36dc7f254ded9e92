import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { minute } from '#src/directory/minute.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { dayOf, formatLongDay } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { PlusIcon } from '#src/ui/plan-icons.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import type { Slot } from './api.ts';
import { Board } from './board.tsx';
import { BookingTabs } from './booking-tabs.tsx';
import classes from './booking.module.css';
import { DateLine } from './date-line.tsx';
import { dayModel } from './day-model.ts';
import { daysLater, type DaySearch, readDaySearch } from './day-search.ts';
import { NewBooking } from './new-booking.tsx';
import { NoBuilding, NoSpaces } from './no-spaces.tsx';
import { bookingsKey, dayOptions } from './queries.ts';
import { managesBookings } from './rights.ts';
import { firstSlot } from './slots.ts';
import { awayWords } from './time-words.ts';
import { useBuilding } from './use-building.ts';
import { WhereaboutsFilters } from './whereabouts-filters.tsx';

type Props = { search: DaySearch; onSearch: (search: DaySearch, replace?: boolean) => void };
type Wish = Slot & { room?: number | undefined };
const NOTHING = { rows: [], bars: [] };

/** The day of many spaces: who has what when, and a press on what is free books it. */
export function DayPage({ search, onSearch }: Props) {
  const me = useMe();
  useLiveTopic('reservations', bookingsKey);
  const where = useBuilding(search.building);
  const { zone } = where;
  const today = dayOf(useStore(minute), zone);
  const { date = today, floor, type, search: words, booking } = search;
  const asked = {
    date,
    buildingId: where.id,
    floorId: floor,
    type: type === undefined ? undefined : String(type),
    search: words,
  };
  const day = useQuery({ ...dayOptions(asked), enabled: where.building !== undefined });
  const sheet = day.data;
  const manages = managesBookings(me);
  const { rows, bars } = useMemo(() => (sheet ? dayModel(sheet, manages) : NOTHING), [sheet, manages]);
  const [wish, setWish] = useState<Wish>();
  const box = useRef<HTMLInputElement>(null);
  const change = (next: { [K in keyof DaySearch]: DaySearch[K] | undefined }, replace = false) =>
    onSearch(readDaySearch({ ...search, ...next }), replace);
  const goTo = (to: string | undefined) => change({ date: to === today ? undefined : to });
  const add = () => setWish(firstSlot(date, zone, Date.now()));
  useViewKeys({
    '/': () => box.current?.focus(),
    n: add,
    t: () => goTo(today),
    '[': () => goTo(daysLater(date, -1)),
    ']': () => goTo(daysLater(date, 1)),
  });

  const filtered = floor !== undefined || type !== undefined || words !== undefined;
  const failure = where.error ?? day.error;
  const away = where.building && awayWords(zone, Date.parse(date));
  const space = sheet?.spaces.find(({ id }) => id === wish?.room);
  return (
    <Page
      title={m.booking_title()}
      layout="fill"
      count={
        sheet &&
        [
          m.booking_spaces_count({ count: rows.length }),
          m.booking_bookings_count({ count: bars.length }),
        ].join(' · ')
      }
      actions={
        where.building && (
          <>
            {managesBookings(me) && (
              <LinkButton
                to="/imports/$kind"
                params={{ kind: 'bookings' }}
                variant="default"
                size="compact-md"
                fz={13}
              >
                {m.imports_open()}
              </LinkButton>
            )}
            <Button size="compact-md" leftSection={<PlusIcon size={15} />} onClick={add}>
              {m.booking_new()}
            </Button>
          </>
        )
      }
    >
      <BookingTabs current="day" keys={m.booking_keys()} />
      {!where.none && (
        <div className={classes.line}>
          <DateLine date={date} today={today} onDate={goTo} />
          <WhereaboutsFilters where={search} building={where.id} onChange={change} box={box} />
          {filtered && (
            <button
              type="button"
              className={classes.clear}
              onClick={() => change({ floor: undefined, type: undefined, search: undefined })}
            >
              {m.ui_clear_all()}
            </button>
          )}
        </div>
      )}
      {away && (
        <p className={classes.zone}>{m.booking_zone_away({ building: where.building!.name, away })}</p>
      )}
      {where.none ? (
        <NoBuilding siteAdmin={me.siteAdmin} />
      ) : failure && !sheet ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.booking_failed()}
          action={
            <Button onClick={() => (where.error ? where.refetch() : void day.refetch())}>
              {m.shell_try_again()}
            </Button>
          }
        >
          {failure.message}
        </EmptyState>
      ) : (
        <Board
          label={m.booking_day_of({ day: formatLongDay(date) })}
          corner={m.booking_spaces()}
          sheet={sheet}
          day={sheet?.date ?? date}
          zone={zone}
          rows={rows}
          bars={bars}
          spaceOf={Number}
          onCreate={(rowId, startDate, endDate) => setWish({ startDate, endDate, room: Number(rowId) })}
          open={booking}
          onOpen={(id) => change({ booking: id }, booking !== undefined)}
          empty={
            <NoSpaces
              filtered={filtered}
              onAll={() => change({ floor: undefined, type: undefined, search: undefined })}
            />
          }
        />
      )}
      {wish && (
        <NewBooking
          slot={wish}
          space={space}
          building={where.id}
          zone={zone}
          onClose={() => setWish(undefined)}
        />
      )}
    </Page>
  );
}
