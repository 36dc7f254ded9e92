import { Button, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { useRequestWrite } from '#src/directory/request-queries.ts';
import { formatDuration } from '#src/lib/duration.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { When } from '#src/ui/when.tsx';
import { addSupply, addTime } from './api.ts';
import { timesOptions } from './queries.ts';
import classes from './request-queue.module.css';

const MINUTE = 60_000;
type Props = { request: ServiceRequest };

/** What the work has taken: time by whom, and what was used up; with a line each to note more. */
export function RequestWork({ request }: Props) {
  return (
    <>
      <Times request={request} />
      <Supplies request={request} />
    </>
  );
}

function Times({ request: { id } }: Props) {
  const { data = [], error } = useQuery(timesOptions(id));
  const total = data.reduce((sum, { minutes }) => sum + minutes, 0);
  const { keyFor, settle } = useIntentionKey();
  const [minutes, setMinutes] = useState<number | string>('');
  const [note, setNote] = useState('');
  const write = useRequestWrite((said: { minutes: number; note: string }) =>
    addTime(id, said.minutes, said.note, keyFor(said)),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!(Number(minutes) > 0) || write.isPending) return;
    write.mutate(
      { minutes: Number(minutes), note: note.trim() },
      {
        onSuccess: () => {
          settle();
          setMinutes('');
          setNote('');
        },
      },
    );
  };
  return (
    <section className={classes.section} aria-label={m.queue_time()}>
      <h3>
        {m.queue_time()}
        {total > 0 && <span className={classes.dim}> {formatDuration(total * MINUTE)}</span>}
      </h3>
      <ul className={classes.lines}>
        {data.map(({ id: key, user, minutes: spent, note: said, dateCreated }) => (
          <li key={key}>
            <strong>{formatDuration(spent * MINUTE)}</strong> <bdi>{user.name}</bdi>{' '}
            <span className={classes.dim}>
              <When ms={dateCreated} />
            </span>
            {said && <span dir="auto"> {said}</span>}
          </li>
        ))}
      </ul>
      <Problem text={write.error?.message ?? error?.message} />
      <form className={classes.supply} onSubmit={submit}>
        <TextInput
          size="xs"
          aria-label={m.queue_time_note()}
          placeholder={m.queue_time_note()}
          value={note}
          dir="auto"
          maxLength={2000}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <NumberInput
          size="xs"
          aria-label={m.queue_minutes()}
          placeholder={m.queue_minutes_short()}
          value={minutes}
          min={1}
          max={100_000}
          allowDecimal={false}
          hideControls
          onChange={setMinutes}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          loading={write.isPending}
          disabled={!(Number(minutes) > 0)}
        >
          {m.queue_time_add()}
        </Button>
      </form>
    </section>
  );
}

function Supplies({ request: { id, supplies } }: Props) {
  const { keyFor, settle } = useIntentionKey();
  const [name, setName] = useState('');
  const [quantity, setQuantity] = useState<number | string>(1);
  const write = useRequestWrite((said: { name: string; quantity: number }) =>
    addSupply(id, said.name, said.quantity, keyFor(said)),
  );
  const ready = name.trim() !== '' && Number(quantity) > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ready || write.isPending) return;
    write.mutate(
      { name: name.trim(), quantity: Number(quantity) },
      {
        onSuccess: () => {
          settle();
          setName('');
          setQuantity(1);
        },
      },
    );
  };
  return (
    <section className={classes.section} aria-label={m.queue_supplies()}>
      <h3>{m.queue_supplies()}</h3>
      <ul className={classes.lines}>
        {supplies.map((one) => (
          <li key={one.id}>
            <strong>{formatNumber(one.quantity)}</strong> <bdi>{one.name}</bdi>
          </li>
        ))}
      </ul>
      <Problem text={write.error?.message} />
      <form className={classes.supply} onSubmit={submit}>
        <TextInput
          size="xs"
          aria-label={m.queue_supply()}
          placeholder={m.queue_supply()}
          value={name}
          dir="auto"
          maxLength={500}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NumberInput
          size="xs"
          aria-label={m.queue_quantity()}
          value={quantity}
          min={0}
          max={100_000_000}
          decimalScale={3}
          hideControls
          onChange={setQuantity}
        />
        <Button type="submit" size="xs" variant="default" loading={write.isPending} disabled={!ready}>
          {m.queue_supply_add()}
        </Button>
      </form>
    </section>
  );
}

const Problem = ({ text }: { text: string | undefined }) =>
  text && (
    <p className={classes.wrong} role="alert">
      {text}
    </p>
  );
