import { Alert, Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { formatDate } from '#src/lib/dates.ts';
import { useWish } from './queries.ts';
import classes from './parcels.module.css';
import { type HoldChoice, holdEnd } from './wishes.ts';

type Props = { item: MailItem; onClose: (said?: string) => void };
const choices: [HoldChoice, () => string][] = [
  ['tomorrow', m.parcels_hold_tomorrow],
  ['monday', m.parcels_hold_monday],
  ['week', m.parcels_hold_week],
  ['open', m.parcels_hold_open],
  ['day', m.parcels_hold_day],
];

/** Asks the desk to keep a parcel, until a day or until told otherwise. */
export function HoldDialog({ item, onClose }: Props) {
  const [choice, setChoice] = useState<HoldChoice>('tomorrow');
  const [day, setDay] = useState('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const { mutate, isPending, error } = useWish();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const until = holdEnd(choice, day, new Date());
    if (choice === 'day' && until === undefined) return setMissing(true);
    const said = note.trim();
    mutate(
      { kind: 'hold', id: item.id, body: { ...(until && { until }), ...(said && { note: said }) } },
      {
        onSuccess: () =>
          onClose(until ? m.parcels_hold_done_until({ day: formatDate(until) }) : m.parcels_hold_done()),
      },
    );
  };
  return (
    <Modal
      opened
      onClose={() => onClose()}
      title={m.parcels_hold_title()}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <fieldset className={classes.choices}>
            <legend>{m.parcels_hold_until()}</legend>
            {choices.map(([value, label]) => (
              <label key={value} className={classes.choice}>
                <input
                  type="radio"
                  name="until"
                  value={value}
                  checked={choice === value}
                  onChange={() => setChoice(value)}
                />
                {label()}
              </label>
            ))}
          </fieldset>
          {choice === 'day' && (
            <TextInput
              type="date"
              label={m.parcels_hold_which()}
              value={day}
              error={missing && m.parcels_hold_day_missing()}
              onChange={(event) => {
                setDay(event.currentTarget.value);
                setMissing(false);
              }}
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
            <Button type="submit" loading={isPending}>
              {m.parcels_hold()}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
