import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import { CheckIcon, WarningIcon } from '#src/ui/icons.tsx';
import { type Step, stepNames } from './draft.ts';
import classes from './new.module.css';

export const stepLabels: Record<Step, () => string> = {
  why: m.moves_step_why,
  who: m.moves_step_who,
  where: m.moves_step_where,
  tasks: m.moves_step_tasks,
  check: m.moves_step_check,
};

type Props = {
  current: Step;
  request: number | undefined;
  /** How much is still missing, by step. */
  missing: Record<Step, number>;
};

/** The steps of a request, each an address of its own. */
export function StepLine({ current, request, missing }: Props) {
  const at = stepNames.indexOf(current);
  return (
    <nav aria-label={m.moves_steps()} className={classes.stepsNav}>
      <ol className={classes.steps}>
        {stepNames.map((step, n) => {
          const open = missing[step] > 0;
          return (
            <li key={step}>
              <Link
                to="/moves/new"
                search={{ ...(step !== 'why' && { step }), ...(request && { request }) }}
                aria-current={step === current ? 'step' : undefined}
                activeOptions={{ exact: true, includeSearch: true }}
                className={classes.step}
                data-open={(open && n < at) || undefined}
              >
                <span className={classes.stepNumber} aria-hidden="true">
                  {n < at ? open ? <WarningIcon size={14} /> : <CheckIcon size={14} /> : n + 1}
                </span>
                <span className={classes.stepWord}>{stepLabels[step]()}</span>
                {n < at && open && <span className={classes.hidden}>{m.moves_step_missing()}</span>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
