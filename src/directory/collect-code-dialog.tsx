import { Alert, Button, Modal, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import * as m from '#messages';
import { notify } from '#src/ui/notify.ts';
import { useWakeLock } from '#src/ui/use-wake-lock.ts';
import classes from './collect-code-dialog.module.css';
import { collectCodeOptions, useRenewCode } from './collect-code.ts';
import { useMe } from './me.ts';

const QrCode = lazy(() => import('#src/ui/qr-code.tsx'));

/** The code that somebody shows at the desk, large and on white also in the dark; the screen stays on. */
export function CollectCodeDialog({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const { data, error, refetch } = useQuery(collectCodeOptions);
  const renew = useRenewCode();
  useWakeLock();
  const waiting = <Skeleton className={classes.code} />;
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.parcels_code_title()}
      fullScreen={narrow ?? false}
      size="md"
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <div className={classes.root}>
        {data ? (
          <div className={classes.paper}>
            <div className={classes.code}>
              <Suspense fallback={waiting}>
                <QrCode text={data.code} label={m.parcels_code_alt()} />
              </Suspense>
            </div>
            <strong className={classes.name}>
              <bdi>{me.name}</bdi>
            </strong>
            <span className={classes.text}>{data.code}</span>
          </div>
        ) : error ? (
          <Alert color="red" role="alert">
            {error.message}{' '}
            <Button variant="default" size="compact-sm" onClick={() => void refetch()}>
              {m.shell_try_again()}
            </Button>
          </Alert>
        ) : (
          waiting
        )}
        <p className={classes.hint}>{m.parcels_code_hint()}</p>
        <Button
          variant="subtle"
          size="compact-md"
          loading={renew.isPending}
          disabled={!data}
          onClick={() =>
            renew.mutate(undefined, {
              onSuccess: () => notify({ message: m.parcels_code_renewed(), tone: 'success' }),
              onError: ({ message }) => notify({ message, tone: 'danger' }),
            })
          }
        >
          {m.parcels_code_renew()}
        </Button>
      </div>
    </Modal>
  );
}
