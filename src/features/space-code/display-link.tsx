import { Alert, Button, Skeleton, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import { formatDate } from '#src/lib/dates.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { notify } from '#src/ui/notify.ts';
import { makeDisplay, removeDisplay, renewDisplay } from './api.ts';
import { CopyLink } from './copy-link.tsx';
import classes from './door-link.module.css';
import { fullAddress } from './full-address.ts';
import { displaysOptions } from './queries.ts';

/** The secret link of the display at a space's door: made, shown once, renewed, taken away. */
export function DisplayLinkPart({ roomId }: { roomId: number }) {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(displaysOptions(roomId));
  const link = data?.[0];
  const [asking, setAsking] = useState<'renew' | 'revoke'>();
  const [shown, setShown] = useState<string>();
  const read = () => client.invalidateQueries({ queryKey: displaysOptions(roomId).queryKey });
  const make = useMutation({
    mutationFn: () => (link ? renewDisplay(link.id) : makeDisplay(roomId)),
    onSuccess: ({ url }) => {
      setShown(fullAddress(url));
      setAsking(undefined);
    },
    onSettled: read,
  });
  const revoke = useMutation({
    mutationFn: (id: number) => removeDisplay(id),
    onSuccess: () => {
      setShown(undefined);
      setAsking(undefined);
      notify({ message: m.code_display_revoked(), tone: 'success' });
    },
    onSettled: read,
  });
  const ask = (what: typeof asking) => {
    make.reset();
    revoke.reset();
    setAsking(what);
  };
  return (
    <section className={classes.part} aria-labelledby="door-display">
      <h2 id="door-display" className={classes.heading}>
        {m.code_display()}
      </h2>
      <p className={classes.hint}>{m.code_display_text()}</p>
      {error && !data ? (
        <Alert color="red" role="alert" title={m.code_display_failed()}>
          {error.message}{' '}
          <Button variant="default" size="compact-sm" onClick={() => void refetch()}>
            {m.shell_try_again()}
          </Button>
        </Alert>
      ) : !data ? (
        <Skeleton height={36} />
      ) : (
        <>
          {shown ? (
            <div className={classes.made} role="status">
              <strong>{m.code_display_made()}</strong>
              <TextInput
                readOnly
                aria-label={m.code_display_link()}
                value={shown}
                onFocus={(event) => event.currentTarget.select()}
              />
              <CopyLink address={shown} />
            </div>
          ) : (
            link && (
              <p className={classes.hint}>{m.code_display_there({ date: formatDate(link.dateUpdated) })}</p>
            )
          )}
          <div className={classes.ways}>
            {link ? (
              <>
                <Button variant="default" size="compact-md" onClick={() => ask('renew')}>
                  {m.code_display_renew()}
                </Button>
                <Button variant="default" size="compact-md" onClick={() => ask('revoke')}>
                  {m.code_display_revoke()}
                </Button>
              </>
            ) : (
              <Button size="compact-md" loading={make.isPending} onClick={() => make.mutate()}>
                {m.code_display_make()}
              </Button>
            )}
          </div>
          {make.error && !asking && (
            <Alert color="red" role="alert">
              {make.error.message}
            </Alert>
          )}
        </>
      )}
      <Confirm
        opened={asking === 'renew'}
        onClose={() => setAsking(undefined)}
        onConfirm={() => make.mutate()}
        title={m.code_display_renew_title()}
        confirmLabel={m.code_display_renew()}
        busy={make.isPending}
        problem={make.error?.message}
      >
        {m.code_display_renew_text()}
      </Confirm>
      <Confirm
        opened={asking === 'revoke'}
        onClose={() => setAsking(undefined)}
        onConfirm={() => link && revoke.mutate(link.id)}
        title={m.code_display_revoke_title()}
        confirmLabel={m.code_display_revoke()}
        danger
        busy={revoke.isPending}
        problem={revoke.error?.message}
      >
        {m.code_display_revoke_text()}
      </Confirm>
    </section>
  );
}
