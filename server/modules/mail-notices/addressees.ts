import type { MailPreferences } from '#contract/mail-notices.ts';
import type { QuietTimes } from './quiet-times.ts';

/** What holds for whoever has chosen nothing; the same as the columns' defaults. */
export const DEFAULTS: MailPreferences = {
  arrival: true,
  reminders: true,
  remindAfterDays: 3,
  quietWeekdays: [6, 7],
  from: '07:00',
  until: '20:00',
};

/** When somebody may be written to. */
export type Reachable = { times: QuietTimes; zone: string };

/** SQL of a person's choices, behind an alias of mail_preference that may have found no row. */
export const chosen = (p: string) => ({
  arrival: `coalesce(${p}.arrival, ${DEFAULTS.arrival})`,
  reminders: `coalesce(${p}.reminders, ${DEFAULTS.reminders})`,
  remindAfterDays: `coalesce(${p}.remind_after_days, ${DEFAULTS.remindAfterDays})`,
  quietWeekdays: `coalesce(${p}.quiet_weekdays, '{${DEFAULTS.quietWeekdays.join(',')}}')`,
  from: `to_char(coalesce(${p}.send_from, '${DEFAULTS.from}'), 'HH24:MI')`,
  until: `to_char(coalesce(${p}.send_until, '${DEFAULTS.until}'), 'HH24:MI')`,
});

/** SQL of a `Reachable` as JSON, for the aliases of app_user and, perhaps without a row, mail_preference. */
export const reachable = (u: string, p: string) => `json_build_object(
  'times', json_build_object('quietWeekdays', ${chosen(p).quietWeekdays}, 'from', ${chosen(p).from},
    'until', ${chosen(p).until}),
  'zone', coalesce(${u}.time_zone, (
    SELECT b.time_zone FROM room r
    JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
    JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
    WHERE r.organisation_id = ${u}.organisation_id AND r.id = ${u}.room_id AND r.deleted_at IS NULL
  ), (SELECT o.time_zone FROM organisation o WHERE o.id = ${u}.organisation_id)))`;

/** SQL: who a parcel behind the alias of mail_item is for. */
export const personOf = (i: string) => `coalesce(${i}.to_user_id, ${i}.deliver_to_id)`;
/** SQL: the parcel waits to be fetched, and nobody has asked for it to wait. */
export const isWaiting = (i: string) => `${i}.deleted_at IS NULL AND ${i}.current_queue IN ('IN', 'PENDING')
  AND ${i}.item_type <> 'OUTBOUND' AND coalesce(${i}.pending_reason, '') NOT IN ('hold', 'forward', 'return')`;
