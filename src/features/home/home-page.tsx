import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MailItem } from '#contract/mail.ts';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, ParcelIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import classes from './home-page.module.css';
import { ParcelRow } from './parcel-row.tsx';
import { myParcelsOptions } from './queries.ts';

/** The start of everybody who does no mail: what waits for them. */
export function HomePage() {
  const me = useMe();
  return (
    <Page title={m.home_greeting({ name: me.knownAs || me.firstName })} layout="narrow">
      <Parcels />
    </Page>
  );
}

function Parcels() {
  const { data, error, isPending, refetch } = useQuery(myParcelsOptions);
  if (isPending)
    return (
      <div role="status" aria-label={m.shell_loading()}>
        {[0, 1, 2].map((at) => (
          <div key={at} className={classes.bone} />
        ))}
      </div>
    );
  if (!data)
    return (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.shell_crash_title()}
        action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
      >
        {error?.message}
      </EmptyState>
    );
  if (data.length === 0)
    return (
      <EmptyState icon={<ParcelIcon size={22} />} title={m.home_parcels_empty()}>
        {m.home_parcels_empty_text()}
      </EmptyState>
    );
  const waiting = data.filter(({ currentQueue }) => currentQueue !== 'OUT');
  const delivered = data.filter(({ currentQueue }) => currentQueue === 'OUT');
  return (
    <>
      <ParcelList title={m.home_waiting()} parcels={waiting} />
      <ParcelList title={m.home_delivered()} parcels={delivered} />
    </>
  );
}

function ParcelList({ title, parcels }: { title: string; parcels: MailItem[] }) {
  if (parcels.length === 0) return null;
  return (
    <>
      <h2 className={classes.heading}>{title}</h2>
      <ul className={classes.list} aria-label={title}>
        {parcels.map((parcel) => (
          <ParcelRow key={parcel.id} parcel={parcel} />
        ))}
      </ul>
    </>
  );
}
