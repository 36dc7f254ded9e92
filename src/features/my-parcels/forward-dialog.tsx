import { Alert, Button, Group, Modal, SegmentedControl, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import type { MailItem, Recipient } from '#contract/mail.ts';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { colleaguesOptions } from '#src/directory/recipients.ts';
import { useWish } from './queries.ts';
import classes from './parcels.module.css';

type Props = { item: MailItem; onClose: (said?: string) => void };

/** Asks the desk to send a parcel on, to a colleague or to an address outside. */
export function ForwardDialog({ item, onClose }: Props) {
  const [way, setWay] = useState<'colleague' | 'address'>('colleague');
  const [person, setPerson] = useState<Pick<Recipient, 'id' | 'name'>>();
  const [address, setAddress] = useState('');
  const [note, setNote] = useState('');
  const { mutate, isPending, error } = useWish();
  const ready = way === 'colleague' ? Boolean(person) : Boolean(address.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const said = note.trim();
    const to = way === 'colleague' ? { toUser: { id: person!.id } } : { forwardTo: address.trim() };
    mutate(
      { kind: 'forward', id: item.id, body: { ...to, ...(said && { note: said }) } },
      { onSuccess: () => onClose(m.parcels_forward_done()) },
    );
  };
  return (
    <Modal
      opened
      onClose={() => onClose()}
      title={m.parcels_forward_title()}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <SegmentedControl
            fullWidth
            aria-label={m.parcels_forward_title()}
            value={way}
            onChange={(value) => setWay(value as typeof way)}
            data={[
              { value: 'colleague', label: m.parcels_forward_colleague() },
              { value: 'address', label: m.parcels_forward_address() },
            ]}
          />
          {way === 'address' ? (
            <Textarea
              key="address"
              label={m.parcels_forward_where()}
              value={address}
              dir="auto"
              autosize
              minRows={3}
              maxRows={8}
              maxLength={1000}
              data-autofocus
              onChange={(event) => setAddress(event.currentTarget.value)}
            />
          ) : person ? (
            <p className={classes.chosen}>
              <bdi title={person.name}>{person.name}</bdi>
              <Button variant="default" size="compact-sm" onClick={() => setPerson(undefined)}>
                {m.mail_change()}
              </Button>
            </p>
          ) : (
            <PersonPicker
              autoFocus
              label={m.parcels_forward_who()}
              placeholder={m.parcels_forward_who_hint()}
              find={colleaguesOptions}
              onPick={({ id, name }) => setPerson({ id, name })}
            />
          )}
          <Textarea
            label={m.parcels_note()}
            value={note}
            dir="auto"
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {error && (
            <Alert color="red" role="alert">
              {error.message}
            </Alert>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => onClose()}>
              {m.ui_cancel()}
            </Button>
            <Button type="submit" loading={isPending} disabled={!ready}>
              {m.parcels_forward()}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
