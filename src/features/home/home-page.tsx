import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { Home } from '#contract/home.ts';
import { useMe } from '#src/directory/me.ts';
import { minute } from '#src/directory/minute.ts';
import { daysLater } from '#src/lib/calendar-days.ts';
import { dayOf, formatLongDay, startOfDay } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { clockOf } from '#src/lib/zone-clock.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import type { Doing } from './acts.tsx';
import { AskingDialog } from './asking.tsx';
import { DeskFigures } from './desk-figures.tsx';
import classes from './home.module.css';
import type { Asking, Now } from './line.ts';
import { OwnBookings } from './own-bookings.tsx';
import { OwnLeaves, OwnLoans, OwnMoves, OwnParcels, OwnRequests } from './own-parts.tsx';
import { homeOptions, useLiveHome } from './queries.ts';
import { useDeeds } from './use-deeds.ts';
import { WaitingList } from './waiting.tsx';

/** A greeting by the clocks of the organisation. */
function greeting(now: number, zone: string): string {
  const hour = Number(clockOf(now, zone).slice(11, 13));
  const day = formatLongDay(dayOf(now, zone));
  if (hour < 5) return m.home_night({ day });
  if (hour < 12) return m.home_morning({ day });
  return hour < 18 ? m.home_afternoon({ day }) : m.home_evening({ day });
}

/** The start of everybody: what waits for them, and the day ahead. */
export function HomePage() {
  useLiveHome();
  const me = useMe();
  const now = useStore(minute);
  const zone = me.organisation.timeZone;
  const { data, error, refetch } = useQuery(homeOptions);
  const { home, ...deeds } = useDeeds(data);
  const [asked, setAsked] = useState<{ of: string; asking: Asking }>();
  const at = { me, now, tomorrow: startOfDay(daysLater(dayOf(now, zone), 1), zone) };
  const doing = { ...deeds, ask: (of: string, asking: Asking) => setAsked({ of, asking }) };
  return (
    <Page title={m.home_greeting({ name: me.knownAs || me.firstName })} description={greeting(now, zone)}>
      {home ? (
        <>
          {error && (
            <p role="alert" className={classes.problem}>
              {m.home_stale({ reason: error.message })}{' '}
              <Button variant="default" size="compact-sm" onClick={() => void refetch()}>
                {m.shell_try_again()}
              </Button>
            </p>
          )}
          <Parts home={home} at={at} doing={doing} />
        </>
      ) : error ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.home_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : (
        <Bones />
      )}
      {asked && <AskingDialog {...asked} deeds={deeds} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}

function Parts({ home, at, doing }: { home: Home; at: Now; doing: Doing }) {
  const { bookings, parcels, requests, loans, moves, leaves, desk } = home;
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <WaitingList home={home} at={at} doing={doing} />
        {bookings && <OwnBookings part={bookings} at={at} doing={doing} />}
        {requests && <OwnRequests part={requests} />}
      </div>
      <div className={classes.column}>
        <DeskFigures desk={desk} />
        {parcels && <OwnParcels part={parcels} doing={doing} />}
        {loans && <OwnLoans part={loans} at={at} doing={doing} />}
        {moves && <OwnMoves part={moves} />}
        {leaves && <OwnLeaves part={leaves} />}
      </div>
    </div>
  );
}

const Bones = () => (
  <div role="status" aria-label={m.shell_loading()} className={classes.columns}>
    {[0, 1].map((column) => (
      <div key={column} className={classes.column}>
        {[0, 1].map((at) => (
          <div key={at}>
            <Skeleton height={18} width="40%" mb={12} />
            <Skeleton height={52} mb={8} />
            <Skeleton height={52} />
          </div>
        ))}
      </div>
    ))}
  </div>
);
