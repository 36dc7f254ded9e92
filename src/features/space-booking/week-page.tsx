import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import { bookingsKey } from '#src/directory/booking-rules.ts';
import { useMe } from '#src/directory/me.ts';
import { managesBookings } from '#src/directory/rights.ts';
import { minute } from '#src/directory/minute.ts';
import { SpaceRule } from '#src/directory/space-rule.tsx';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { dayOf, formatDays } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import type { Slot } from './api.ts';
import { Board } from './board.tsx';
import { BookingTabs } from '#src/directory/booking-tabs.tsx';
import classes from './booking.module.css';
import { DateLine } from '#src/directory/date-line.tsx';
import { placesWords, weekModel } from './day-model.ts';
import { daysLater, type DaySearch, mondayOf, readDaySearch } from './day-search.ts';
import { FeedButton } from './feed-button.tsx';
import { NewBooking } from './new-booking.tsx';
import { NoSpaces } from './no-spaces.tsx';
import { dayOptions } from './queries.ts';
import { awayWords } from './time-words.ts';

type Props = {
  roomId: number;
  search: DaySearch;
  onSearch: (search: DaySearch, replace?: boolean) => void;
};
const NOTHING = { rows: [], bars: [] };
const WEEK = 7;

/** The week of one space, from Monday to Sunday: rows are days. */
export function WeekPage({ roomId, search, onSearch }: Props) {
  const me = useMe();
  useLiveTopic('reservations', bookingsKey);
  const now = useStore(minute);
  const { date: wanted = dayOf(now), booking, from, to } = search;
  const monday = mondayOf(wanted);
  const week = useQuery(dayOptions({ date: monday, days: WEEK, roomId }));
  const sheet = week.data;
  const space = sheet?.spaces[0];
  const zone = space?.timeZone ?? me.organisation.timeZone;
  const manages = managesBookings(me);
  const { rows, bars } = useMemo(
    () => (sheet && sheet.spaces.length > 0 ? weekModel(sheet, manages) : NOTHING),
    [sheet, manages],
  );
  const [drawn, setWish] = useState<Slot>();
  // A letter about what has become free leads to the form for it.
  const asked = from !== undefined && to !== undefined ? { startDate: from, endDate: to } : undefined;
  const wish = drawn ?? asked;
  const change = (next: { [K in keyof DaySearch]: DaySearch[K] | undefined }, replace = false) =>
    onSearch(readDaySearch({ ...search, ...next }), replace);
  const goTo = (date: string | undefined) => change({ date });
  useViewKeys({
    t: () => goTo(undefined),
    '[': () => goTo(daysLater(wanted, -WEEK)),
    ']': () => goTo(daysLater(wanted, WEEK)),
  });
  const away = space && awayWords(zone, Date.parse(monday));
  return (
    <Page
      title={space ? m.booking_week({ space: space.name }) : m.booking_title()}
      layout="fill"
      count={sheet && bars.filter(({ id }) => !id.includes('@')).length}
      description={
        space &&
        [space.type.name, placesWords(space.capacity), space.floor.name, space.floor.building.name]
          .filter(Boolean)
          .join(' · ')
      }
      actions={
        space && (
          <>
            {manages && <FeedButton space={space} />}
            {manages && (
              <LinkButton
                variant="default"
                size="compact-md"
                to="/spaces/$roomId/door"
                params={{ roomId: space.id }}
              >
                {m.code_door()}
              </LinkButton>
            )}
            <LinkButton
              variant="default"
              size="compact-md"
              to="/floors/$floorId"
              params={{ floorId: space.floor.id }}
              search={{ space: space.id }}
            >
              {m.booking_plan()}
            </LinkButton>
          </>
        )
      }
    >
      <BookingTabs current="day" keys={m.booking_keys_week()} />
      <div className={classes.line}>
        <DateLine date={wanted} today={dayOf(now, zone)} step={WEEK} onDate={goTo} />
        <span className={classes.hint}>{formatDays(monday, daysLater(monday, WEEK - 1))}</span>
      </div>
      <div className={classes.rule}>
        <SpaceRule room={roomId} />
      </div>
      {away && (
        <p className={classes.zone}>{m.booking_zone_away({ building: space.floor.building.name, away })}</p>
      )}
      {week.error && !sheet ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.booking_failed()}
          action={<Button onClick={() => void week.refetch()}>{m.shell_try_again()}</Button>}
        >
          {week.error.message}
        </EmptyState>
      ) : (
        <Board
          label={m.booking_week_of({ space: space?.name ?? '' })}
          corner={m.booking_days()}
          sheet={sheet}
          day={sheet?.date ?? monday}
          zone={zone}
          rows={rows}
          bars={bars}
          spaceOf={() => undefined}
          onCreate={(_rowId, startDate, endDate) => setWish({ startDate, endDate })}
          open={booking}
          onOpen={(id) => change({ booking: id }, booking !== undefined)}
          empty={<NoSpaces filtered={false} onAll={() => onSearch({})} />}
        />
      )}
      {wish && space && (
        <NewBooking
          slot={wish}
          space={space}
          building={space.floor.building.id}
          zone={zone}
          onClose={() => {
            setWish(undefined);
            if (asked) change({ from: undefined, to: undefined }, true);
          }}
        />
      )}
    </Page>
  );
}
