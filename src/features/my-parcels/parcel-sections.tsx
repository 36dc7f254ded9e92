import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { useMe } from '#src/directory/me.ts';
import { useLiveMail } from '#src/directory/use-live-mail.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, ParcelIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { ForwardDialog } from './forward-dialog.tsx';
import { HoldDialog } from './hold-dialog.tsx';
import { ParcelRow } from './parcel-row.tsx';
import classes from './parcels.module.css';
import { openParcelsOptions, useWish } from './queries.ts';
import { sectionsOf } from './wishes.ts';

/** What waits for somebody and what is held for them, with what they may ask of the desk. */
export function ParcelSections() {
  useLiveMail(useMe().id);
  const { data, error, isPending, refetch } = useQuery(openParcelsOptions);
  const [asking, setAsking] = useState<{ kind: 'hold' | 'forward'; item: MailItem }>();
  const { mutate } = useWish();
  if (isPending) return <Bones />;
  if (!data)
    return (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.mail_list_failed()}
        action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
      >
        {error?.message}
      </EmptyState>
    );
  if (data.length === 0)
    return (
      <EmptyState icon={<ParcelIcon size={22} />} title={m.parcels_empty()}>
        {m.parcels_empty_text()}
      </EmptyState>
    );
  const takeBack = (item: MailItem) =>
    mutate(
      { kind: 'release', id: item.id },
      {
        onSuccess: () => notify({ message: m.parcels_taken_back(), tone: 'success' }),
        onError: ({ message }) => notify({ message, tone: 'danger' }),
      },
    );
  const actions = {
    onHold: (item: MailItem) => setAsking({ kind: 'hold', item }),
    onForward: (item: MailItem) => setAsking({ kind: 'forward', item }),
    onTakeBack: takeBack,
  };
  const { waiting, held } = sectionsOf(data);
  const Dialog = asking?.kind === 'hold' ? HoldDialog : ForwardDialog;
  return (
    <>
      {(
        [
          ['waiting', m.parcels_waiting(), waiting],
          ['held', m.parcels_held_section(), held],
        ] as const
      ).map(
        ([key, title, items]) =>
          items.length > 0 && (
            <section key={key} aria-labelledby={key} className={classes.section}>
              <h2 id={key} className={classes.heading}>
                {title} <span className={classes.count}>{items.length}</span>
              </h2>
              <ul className={classes.list}>
                {items.map((item) => (
                  <ParcelRow key={item.id} item={item} {...actions} />
                ))}
              </ul>
            </section>
          ),
      )}
      {asking && (
        <Dialog
          item={asking.item}
          onClose={(said) => {
            setAsking(undefined);
            if (said) notify({ message: said, tone: 'success', undo: () => takeBack(asking.item) });
          }}
        />
      )}
    </>
  );
}

const Bones = () => (
  <div role="status" aria-label={m.shell_loading()}>
    {[0, 1, 2].map((at) => (
      <div key={at} className={classes.bone} />
    ))}
  </div>
);
