import { Alert, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import * as m from '#messages';
import type { MoveConflict } from '#contract/move-effect.ts';
import type { MoveRequestType, MoveTask } from '#contract/moves.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { Callout } from '#src/ui/callout.tsx';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { CheckIcon } from '#src/ui/icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { ConflictList } from './conflict-list.tsx';
import { conflictBodyOf, dateOf } from './draft-body.ts';
import type { Draft, Step } from './draft.ts';
import { moverCard, moverColumns } from './mover-columns.tsx';
import classes from './new.module.css';
import { draftConflictsOptions } from './queries.ts';
import { stepLabels } from './step-line.tsx';

type Props = {
  draft: Draft;
  zone: string;
  types: readonly MoveRequestType[];
  tasks: readonly MoveTask[];
  request: number | undefined;
  /** What is missing before it can be sent, by step. */
  needed: readonly { step: Step; word: string }[];
};

/** The server is asked about places and dates alone; that an account needs an address is known here. */
const withoutEmail = ({ items }: Draft): MoveConflict[] =>
  items.flatMap(({ kind, fields }, item) =>
    kind === 'new' && !fields.email?.trim()
      ? [{ item, kind: 'no-email', blocks: true, message: m.moves_need_email() }]
      : [],
  );

/** All of it once more: what will change, and what speaks against it. */
export function StepCheck(props: Props) {
  const { draft, zone, types, tasks, request, needed } = props;
  const body = useMemo(() => conflictBodyOf(draft, zone, request), [draft, zone, request]);
  const conflicts = useQuery({ ...draftConflictsOptions(body), enabled: draft.items.length > 0 });
  const found = conflicts.data && [...conflicts.data, ...withoutEmail(draft)];
  const columns = useMemo(() => moverColumns(types), [types]);
  const date = dateOf(draft, zone);
  const wanted = tasks
    .map(({ id, name }) => ({ name, count: draft.items.filter((item) => item.tasks[String(id)]).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => m.moves_task_count({ name, count }));
  return (
    <div className={classes.check}>
      <Facts
        facts={[
          { label: m.moves_why(), value: draft.description.trim() },
          { label: m.moves_date(), value: date !== null && formatDateTime(date, zone) },
          { label: m.moves_tasks(), value: wanted.join(', ') },
        ]}
      />
      {needed.length > 0 && (
        <Callout tone="warning" title={m.moves_needed()}>
          <ul className={classes.needed}>
            {needed.map(({ step, word }) => (
              <li key={word}>
                {word}{' '}
                <Link
                  to="/moves/new"
                  search={{ ...(step !== 'why' && { step }), ...(request && { request }) }}
                >
                  {stepLabels[step]()}
                </Link>
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {found ? (
        found.length > 0 ? (
          <ConflictList conflicts={found} names={draft.items.map(({ name }) => name)} request={request} />
        ) : (
          <p role="status">
            <StatusBadge tone="success" icon={CheckIcon}>
              {m.moves_no_conflicts()}
            </StatusBadge>
          </p>
        )
      ) : conflicts.error ? (
        <Alert color="red" role="alert" title={m.moves_conflicts_failed()}>
          {conflicts.error.message}{' '}
          <Button variant="default" size="compact-sm" onClick={() => void conflicts.refetch()}>
            {m.shell_try_again()}
          </Button>
        </Alert>
      ) : (
        draft.items.length > 0 && <Skeleton height={28} />
      )}
      <section className={classes.changes} aria-label={m.moves_will_change()}>
        <h2 className={classes.heading}>{m.moves_will_change()}</h2>
        {draft.items.length > 0 && (
          <div className={classes.grid}>
            <DataGrid
              label={m.moves_will_change()}
              rows={draft.items}
              columns={columns}
              card={moverCard}
              rowId={({ key }) => key}
            />
          </div>
        )}
      </section>
    </div>
  );
}
