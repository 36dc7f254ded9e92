import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import * as m from '#messages';
import type { SpaceCode } from '#contract/space-code.ts';
import { useMe } from '#src/directory/me.ts';
import { managesBookings } from '#src/directory/rights.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CompassIcon, ErrorIcon, PrintIcon } from '#src/ui/icons.tsx';
import { LinkButton, TextLink } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import classes from './door-link.module.css';
import { CopyLink } from './copy-link.tsx';
import { DisplayLinkPart } from './display-link.tsx';
import { fullAddress } from './full-address.ts';
import { codesOptions } from './queries.ts';

const QrCode = lazy(() => import('#src/ui/qr-code.tsx'));

/** What hangs at a space: its code, and the display with its secret link. */
export function DoorLinkPage({ roomId }: { roomId: number }) {
  const rooms = Number.isSafeInteger(roomId) && roomId > 0 ? [roomId] : [];
  const { data, error, refetch } = useQuery(codesOptions({ rooms }));
  const space = data?.[0];
  if (space) return <Door space={space} />;
  return (
    <Page title={m.code_door()} layout="narrow">
      {error ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.code_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : data || rooms.length === 0 ? (
        <EmptyState
          icon={<CompassIcon size={22} />}
          title={m.code_missing()}
          action={<LinkButton to="/spaces">{m.places_spaces()}</LinkButton>}
        />
      ) : (
        <Skeleton height={200} />
      )}
    </Page>
  );
}

function Door({ space }: { space: SpaceCode }) {
  const me = useMe();
  const address = fullAddress(space.url);
  return (
    <Page
      title={m.code_door_of({ space: space.name })}
      layout="narrow"
      description={
        <TextLink to="/spaces/$roomId" params={{ roomId: space.id }} size="sm">
          <bdi>{[space.name, space.floor.name, space.building.name].join(' · ')}</bdi>
        </TextLink>
      }
    >
      <section className={classes.part} aria-labelledby="door-code">
        <h2 id="door-code" className={classes.heading}>
          {m.code_code()}
        </h2>
        <p className={classes.hint}>{m.code_code_text()}</p>
        <div className={classes.code}>
          <div className={classes.qr}>
            <Suspense>
              <QrCode text={address} label={m.door_scan_label({ space: space.name })} />
            </Suspense>
          </div>
          <div className={classes.ways}>
            <LinkButton to="/s/$roomId" params={{ roomId: space.id }} variant="default" size="compact-md">
              {m.code_open()}
            </LinkButton>
            <CopyLink address={address} />
            <LinkButton
              to="/spaces/labels"
              search={{ ids: String(space.id) }}
              variant="default"
              size="compact-md"
              leftSection={<PrintIcon size={15} />}
            >
              {m.code_print()}
            </LinkButton>
          </div>
        </div>
      </section>
      {managesBookings(me) && <DisplayLinkPart roomId={space.id} />}
    </Page>
  );
}
