import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { dayOf, startOfDay } from '#src/lib/dates.ts';
import { type Repeat, repeatOf, ruleOf } from '#src/lib/repeat.ts';
import type { AuditBody, ScopeBody } from './api.ts';

type Named = { id: number; name: string };
export type AuditFields = {
  name: string;
  note: string;
  buildings: Named[];
  floors: Named[];
  spaces: Named[];
  types: Named[];
  owners: Named[];
  auditors: (Named & { floors: Named[] })[];
  /** The last day, such as 2027-03-31; '' for none. */
  due: string;
  repeat: Repeat;
  /** The day on which the first one begins. */
  start: string;
};
const DAY = 86_400_000;
const never: Repeat = { every: 'none', interval: 1, days: [], end: 'never', until: '', count: 12 };

/** @param today such as 2027-03-01 */
export function fieldsOf(audit: AssetAudit | undefined, today: string): AuditFields {
  const repeat = audit?.recurrence && repeatOf(audit.recurrence.rule);
  return {
    name: audit?.name ?? '',
    note: audit?.note ?? '',
    buildings: audit?.scope.buildings ?? [],
    floors: audit?.scope.floors ?? [],
    spaces: audit?.scope.spaces ?? [],
    types: audit?.scope.types ?? [],
    owners: audit?.scope.owners ?? [],
    auditors: audit?.auditors ?? [],
    due: audit?.dueDate === undefined ? '' : dayOf(audit.dueDate),
    repeat: repeat
      ? { ...repeat, interval: repeat.interval ?? 1, count: repeat.count || never.count }
      : never,
    start: audit?.recurrence?.start.slice(0, 10) ?? today,
  };
}

const refs = (list: readonly Named[]) => list.map(({ id }) => ({ id }));
export const scopeOf = (fields: AuditFields): ScopeBody => ({
  buildings: refs(fields.buildings),
  floors: refs(fields.floors),
  spaces: refs(fields.spaces),
  types: refs(fields.types),
  owners: refs(fields.owners),
});

/** Whether it repeats by a rule that the form has no words for. */
export const hasOwnRule = (audit: AssetAudit | undefined): boolean =>
  audit?.recurrence !== undefined && repeatOf(audit.recurrence.rule) === undefined;

/** Nothing where it stays as it was: a rule that is written anew begins anew. */
function recurrenceOf({ repeat, start }: AuditFields, audit: AssetAudit | undefined) {
  const rule = ruleOf(repeat);
  const before = audit?.recurrence;
  if (!rule) return before && !hasOwnRule(audit) ? { recurrence: null } : {};
  if (before?.rule === rule && before.start.slice(0, 10) === start) return {};
  return { recurrence: { rule, start: `${start}T${before?.start.slice(11, 16) ?? '09:00'}` } };
}

/** A due day is over with its last minute. What a campaign looks at is settled once it has begun, and stays. */
export function bodyOf(fields: AuditFields, audit: AssetAudit | undefined): AuditBody {
  const begun = audit !== undefined && audit.state !== 'planned';
  return {
    name: fields.name.trim(),
    note: fields.note.trim() || null,
    ...(!begun && { scope: scopeOf(fields) }),
    auditors: fields.auditors.map(({ id, floors }) => ({ id, floors: refs(floors) })),
    dueDate: fields.due ? startOfDay(dayOf(Date.parse(fields.due) + DAY, 'UTC')) - 60_000 : null,
    ...recurrenceOf(fields, audit),
  };
}

type Problem = ['repeat.interval' | 'repeat.days' | 'repeat.count' | 'repeat.until' | 'start', string];
/** What has to be put right about the repetition. */
export function repeatProblems({ repeat, start }: AuditFields): Problem[] {
  const { every, interval = 1, days, end, count, until } = repeat;
  if (every === 'none') return [];
  const found: Problem[] = [];
  if (!start) found.push(['start', m.booking_need_date()]);
  if (!(Number.isInteger(interval) && interval >= 1 && interval <= 1000))
    found.push(['repeat.interval', m.care_plan_interval_wrong()]);
  if (every === 'weekly' && days.length === 0) found.push(['repeat.days', m.booking_need_days()]);
  if (end === 'count' && !(count >= 1 && count <= 500)) found.push(['repeat.count', m.booking_need_times()]);
  if (end === 'until' && !(until >= start)) found.push(['repeat.until', m.booking_need_last()]);
  return found;
}
