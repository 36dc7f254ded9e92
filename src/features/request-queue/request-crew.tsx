import { Button, CloseButton } from '@mantine/core';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { useMe } from '#src/directory/me.ts';
import { operatorStatusLabels } from '#src/directory/request-status.tsx';
import { worksAt } from '#src/directory/rights.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import classes from './request-queue.module.css';
import { isClosed } from '#src/directory/request-steps.ts';
import { useAssign } from './use-assign.ts';

type Props = { request: ServiceRequest; onAssign: () => void };

/** Who does it, each with where they are with it. */
export function RequestCrew({ request, onAssign }: Props) {
  const { operators, totalOperatorsNeeded } = request;
  const { busy, problem, assign } = useAssign();
  const works = worksAt(useMe(), request);
  const open = works && !isClosed(request);
  const had = operators.filter(({ status }) => status !== 'rejected').map(({ id }) => id);
  const missing = totalOperatorsNeeded - had.length;
  return (
    <section className={classes.section} aria-label={m.request_operators()}>
      <div className={classes.sectionHead}>
        <h3>{m.request_operators()}</h3>
        {open && (
          <Button variant="default" size="compact-sm" onClick={onAssign}>
            {m.queue_assign_dots()}
          </Button>
        )}
      </div>
      {operators.length === 0 && <p className={classes.dim}>{m.queue_nobody()}</p>}
      <ul className={classes.people}>
        {operators.map(({ id, name, status }) => (
          <li key={id}>
            <Avatar name={name} size={22} />
            <bdi className={classes.clip}>{name}</bdi>
            <span className={classes.dim}>{operatorStatusLabels[status]()}</span>
            {open && status !== 'rejected' && (
              <CloseButton
                size="sm"
                disabled={busy}
                aria-label={m.queue_unassign({ name })}
                onClick={() =>
                  void assign(
                    [request],
                    had,
                    had.filter((one) => one !== id),
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
      {open && missing > 0 && totalOperatorsNeeded > 1 && (
        <p className={classes.dim}>{m.queue_needed({ count: totalOperatorsNeeded })}</p>
      )}
      {problem && (
        <p className={classes.wrong} role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
