import { Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { operatorsOptions } from './queries.ts';
import classes from './request-queue.module.css';
import { useAssign } from './use-assign.ts';
import { whatOf } from './use-steps.ts';

type Props = { requests: readonly ServiceRequest[]; onClose: (done?: boolean) => void };
/** Above this a field to find somebody by name is worth its place. */
const MANY = 8;

/** Who does it. Of one request operators come and go; several are given to more. */
export function AssignDialog({ requests, onClose }: Props) {
  const one = requests.length === 1 ? requests[0] : undefined;
  const before = (one?.operators ?? []).filter(({ status }) => status !== 'rejected').map(({ id }) => id);
  const centers = [...new Set(requests.map(({ center }) => center.id))];
  const operators = useQuery(operatorsOptions(centers));
  const [chosen, setChosen] = useState<readonly number[]>(before);
  const [typed, setTyped] = useState('');
  const { busy, problem, assign } = useAssign();
  // Whoever works in one of the centers alone cannot take what belongs to another.
  const valid = (operators.data ?? []).filter(({ centerIds }) =>
    centers.every((center) => centerIds.includes(center)),
  );
  const text = typed.trim().toLocaleLowerCase();
  const shown = valid.filter(({ name }) => name.toLocaleLowerCase().includes(text));

  return (
    <FormDialog
      title={m.queue_ask_assign({ what: whatOf(requests) })}
      submitLabel={m.queue_assign()}
      busy={busy}
      problem={problem ?? operators.error?.message}
      onClose={() => onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        void assign(requests, before, chosen).then((done) => done && onClose(true));
      }}
    >
      {valid.length > MANY && (
        <TextInput
          aria-label={m.queue_operator_find()}
          placeholder={m.queue_operator_find()}
          value={typed}
          data-autofocus
          autoComplete="off"
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <ul className={classes.choose} aria-label={m.request_operators()} aria-busy={operators.isPending}>
        {shown.map(({ id, name, open }) => (
          <li key={id}>
            <Checkbox
              checked={chosen.includes(id)}
              label={
                <>
                  <bdi>{name}</bdi>{' '}
                  <span className={classes.dim}>{m.queue_operator_open({ count: open })}</span>
                </>
              }
              onChange={(event) =>
                setChosen(
                  event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id),
                )
              }
            />
          </li>
        ))}
      </ul>
      {operators.data && shown.length === 0 && <p className={classes.dim}>{m.queue_operator_none()}</p>}
    </FormDialog>
  );
}
