import * as m from '#messages';
import type { ServiceType } from '#contract/service-requests-catalogue.ts';
import type { ServicePlan } from '#contract/service-requests-plans.ts';
import { type Repeat, repeatOf, ruleOf } from '#src/lib/repeat.ts';
import type { PlanBody } from './api.ts';

export type PlanFields = {
  name: string;
  type: string;
  priority: string;
  room: { id: number; name: string } | null;
  description: string;
  date: string;
  time: string;
  /** `none`: the rule that the plan has, which the form has no words for. */
  repeat: Repeat;
  daysAhead: string;
};
const monthly: Repeat = { every: 'monthly', interval: 1, days: [], end: 'never', until: '', count: 12 };

/** @param tomorrow when a new plan begins, such as 2027-03-01 */
export function planFields(plan: ServicePlan | undefined, tomorrow: string): PlanFields {
  const repeat = plan ? repeatOf(plan.rule) : monthly;
  return {
    name: plan?.name ?? '',
    type: plan ? String(plan.type.id) : '',
    priority: plan ? String(plan.priority.id) : '',
    room: plan?.room ?? null,
    description: plan?.description ?? '',
    date: plan?.start.slice(0, 10) ?? tomorrow,
    time: plan?.start.slice(11, 16) ?? '09:00',
    repeat: repeat
      ? { ...repeat, interval: repeat.interval ?? 1, count: repeat.count || monthly.count }
      : { ...monthly, every: 'none' },
    daysAhead: String(plan?.daysAhead ?? 7),
  };
}

/** @param rule of the plan before, where the form leaves it as it is */
export const ruleIn = ({ repeat }: Pick<PlanFields, 'repeat'>, rule = '') => ruleOf(repeat) || rule;

export const planBody = (fields: PlanFields, rule?: string): PlanBody => ({
  name: fields.name.trim(),
  type: { id: Number(fields.type) },
  priority: fields.priority ? { id: Number(fields.priority) } : null,
  ...(fields.room && { room: { id: fields.room.id } }),
  description: fields.description.trim(),
  rule: ruleIn(fields, rule),
  start: `${fields.date}T${fields.time}`,
  daysAhead: Number(fields.daysAhead),
});

type Problem = [
  'repeat.interval' | 'repeat.days' | 'repeat.count' | 'repeat.until' | 'date' | 'time',
  string,
];
/** What has to be put right about the times before they can be reckoned. */
export function timeProblems({
  date,
  time,
  repeat,
}: Pick<PlanFields, 'date' | 'time' | 'repeat'>): Problem[] {
  const { every, interval = 1, days, end, count, until } = repeat;
  const found: Problem[] = [];
  if (!date) found.push(['date', m.booking_need_date()]);
  if (!time) found.push(['time', m.booking_need_time()]);
  if (every === 'none') return found;
  if (!(Number.isInteger(interval) && interval >= 1 && interval <= 1000))
    found.push(['repeat.interval', m.care_plan_interval_wrong()]);
  if (every === 'weekly' && days.length === 0) found.push(['repeat.days', m.booking_need_days()]);
  if (end === 'count' && !(count >= 1 && count <= 500)) found.push(['repeat.count', m.booking_need_times()]);
  if (end === 'until' && !(until >= date)) found.push(['repeat.until', m.booking_need_last()]);
  return found;
}

/** Whether a plan can ask for it: nobody is there to name an asset or to answer what has to be answered. */
export const canBePlanned = ({ active, assetRequest, fields }: ServiceType) =>
  active && !assetRequest && fields.every(({ required }) => !required);
