import * as m from '#messages';
import type { ServicePlan } from '#contract/service-requests-plans.ts';
import { ruleWords } from '#src/directory/repeat-words.ts';
import { formatDate } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import type { GridColumn } from '#src/ui/data-grid-types.ts';
import { CheckIcon, ClockIcon, WarningIcon } from '#src/ui/icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './care.module.css';

/** How a plan is: at work, paused, at its end, or with something in its way. */
export function PlanStatus({ plan }: { plan: ServicePlan }) {
  if (plan.problem)
    return (
      <StatusBadge tone="danger" icon={WarningIcon}>
        {m.care_plan_in_the_way()}
      </StatusBadge>
    );
  if (!plan.active)
    return (
      <StatusBadge tone="warning" icon={ClockIcon}>
        {m.care_plan_paused()}
      </StatusBadge>
    );
  if (plan.nextRequired === undefined)
    return (
      <StatusBadge tone="neutral" icon={CheckIcon}>
        {m.care_plan_over()}
      </StatusBadge>
    );
  return (
    <StatusBadge tone="success" icon={CheckIcon}>
      {m.care_plan_running()}
    </StatusBadge>
  );
}

const dateOf = (time: number | undefined) => (time === undefined ? '—' : formatDate(time));

export const planColumns = (): GridColumn<ServicePlan>[] => [
  { id: 'name', header: m.care_name(), width: 180, grow: 2, cell: ({ name }) => <bdi>{name}</bdi> },
  { id: 'type', header: m.care_plan_type(), width: 140, cell: ({ type }) => <bdi>{type.name}</bdi> },
  { id: 'room', header: m.care_plan_space(), width: 120, cell: ({ room }) => <bdi>{room.name}</bdi> },
  { id: 'rule', header: m.care_plan_rule(), width: 160, cell: ({ rule }) => ruleWords(rule) },
  {
    id: 'next',
    header: m.care_plan_next(),
    width: 120,
    grow: 0,
    cell: ({ active, nextRequired }) => (active ? dateOf(nextRequired) : '—'),
  },
  {
    id: 'last',
    header: m.care_plan_last(),
    width: 120,
    grow: 0,
    cell: ({ lastRequest }) => dateOf(lastRequest?.required),
  },
  {
    id: 'made',
    header: m.care_plan_made(),
    width: 80,
    grow: 0,
    align: 'end',
    cell: ({ requests }) => formatNumber(requests),
  },
  {
    id: 'status',
    header: m.care_plan_status(),
    width: 150,
    grow: 0,
    cell: (plan) => <PlanStatus plan={plan} />,
  },
];

export function PlanCard({ plan }: { plan: ServicePlan }) {
  const { name, room, rule, active, nextRequired } = plan;
  return (
    <span className={classes.card}>
      <span className={classes.main}>
        <bdi className={classes.name}>{name}</bdi>
        <PlanStatus plan={plan} />
      </span>
      <span className={classes.dim}>
        {[active && nextRequired && formatDate(nextRequired), room.name, ruleWords(rule)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}
