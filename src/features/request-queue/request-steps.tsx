import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { useMe } from '#src/directory/me.ts';
import { worksAt } from '#src/directory/rights.ts';
import classes from './request-queue.module.css';
import { asks, isClosed, stepLabels, type StepName, stepsOf } from '#src/directory/request-steps.ts';
import type { Asked } from './use-asking.ts';
import { useSteps } from './use-steps.ts';

type Props = { request: ServiceRequest; ask: (kind: Asked, requests: readonly ServiceRequest[]) => void };

/** The next step as the one button that stands out, and beside it what else may be done. */
export function RequestSteps({ request, ask }: Props) {
  const me = useMe();
  const { take } = useSteps();
  const [busy, setBusy] = useState<StepName>();
  const [problem, setProblem] = useState<string>();
  const { next, others } = stepsOf(request, me);
  const press = (step: StepName) => {
    setProblem(undefined);
    if (asks(step)) return ask(step, [request]);
    setBusy(step);
    take(request, step)
      .catch((error: unknown) => setProblem(error instanceof Error ? error.message : m.queue_failed()))
      .finally(() => setBusy(undefined));
  };
  const mine = request.operators.find(({ id }) => id === me.id);
  const done = mine?.status === 'completed' && !isClosed(request);
  const waits = request.approval === 'awaiting' && next === undefined && worksAt(me, request);
  return (
    <div className={classes.steps}>
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      {done && <p className={classes.hint}>{m.queue_part_done()}</p>}
      {waits && <p className={classes.hint}>{m.queue_not_approved()}</p>}
      {(next || others.length > 0) && (
        <div className={classes.stepLine}>
          {next && (
            <Button className={classes.next} loading={busy === next} onClick={() => press(next)}>
              {stepLabels[next]()}
            </Button>
          )}
          {others.map((step) => (
            <Button key={step} variant="default" loading={busy === step} onClick={() => press(step)}>
              {stepLabels[step]()}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
