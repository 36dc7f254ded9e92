import { expect, test } from 'vitest';
import { auditKinds } from '#contract/audit.ts';
import { testServer } from '../../../test/app.ts';

/** Tables whose changes are not noted, and why. */
const leftOut: Record<string, string> = {
  audit_log: 'the log itself',
  mail_status: 'the history of a parcel itself',
  service_ticket: 'what a request was elsewhere; the request itself is noted',
  guide_put_away: 'what is shown to new administrators, no record',
  import_shape: 'how files were read, no record',
  mail_notice: 'a queue that the server writes, each message with its own story',
  mail_notice_item: 'what those messages are about',
  mail_day: 'figures, added up',
  mail_courier_count: 'figures, added up',
  mail_delivery_time: 'figures, added up',
  booking_series: 'what bookings were made from, each noted itself; never changed',
  booking_revision: 'counts changes of what is noted',
  booking_news: 'a queue that the server writes and empties',
  booking_freed: 'a queue that the server writes and empties',
  booking_letter: 'a queue that the server writes, each letter with its own story',
  app_notice: 'what the server tells a person, gone after a while',
  notice_preference: 'what one person likes to be told',
  notice_setting: 'when one person likes to be told',
  booking_waiting: 'a place in a line, gone with its window',
  service_request_event: 'the history of a request itself',
  service_operator: 'whose changes that history tells',
  service_plan_request: 'ties two records that are noted themselves',
  service_looking: 'gone within a minute',
  service_letter: 'a queue that the server writes, each letter with its own story',
  service_stale_center: 'a queue that the server writes and empties',
  asset_ask: 'whose answers the history of the assets tells',
  asset_letter: 'a queue that the server writes, each letter with its own story',
  asset_event: 'the history of an asset itself',
  service_count: 'figures, added up',
  move_event: 'the history of a request itself',
  move_item_task: 'whose changes that history tells',
  move_letter: 'a queue that the server writes, each letter with its own story',
  asset_audit_series: 'when campaigns come again, a clock',
  asset_audit_space: 'what an audit saw, a record itself',
  asset_audit_asset: 'what an audit expected and saw, a record itself',
  asset_scan: 'the log of an audit itself',
  asset_audit_count: 'figures, added up',
  asset_audit_letter: 'a queue that the server writes',
  move_item_taken: 'a choice that the outcome of the move tells',
  move_invitation: 'a queue that the server writes and empties',
  saved_filter: 'what people narrow their own lists down by',
  leave_day: 'reckoned from the leave',
  leave_event: 'the history of a leave itself',
  leave_released: 'bookings that are noted themselves',
  leave_letter: 'a queue that the server writes, each letter with its own story',
  organisation_clock: 'counts writes',
  mail_counter: 'counts parcels and bags',
  session: 'comes and goes with signing in',
  password_reset: 'tokens of an hour',
  idempotency_key: 'answers kept for repeated requests',
};

const server = await testServer();
const { rows } = await server.owner.query<{ name: string; events: string[]; args: string | null }>(`
  SELECT c.relname AS name,
    ARRAY(SELECT t.tgname::text FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'note_changes'::regproc ORDER BY 1)
      AS events,
    (SELECT encode(t.tgargs, 'escape') FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'note_insert') AS args
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = CASE c.relname WHEN 'organisation' THEN 'id' ELSE 'organisation_id' END
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`);

test('every table of an organisation is noted, or left out for a reason', () => {
  expect(rows.length).toBeGreaterThan(50);
  for (const { name, events } of rows)
    expect([name, events]).toEqual([
      name,
      Object.hasOwn(leftOut, name) ? [] : ['note_delete', 'note_insert', 'note_update'],
    ]);
  const there = new Set(rows.map(({ name }) => name));
  expect(Object.keys(leftOut).filter((name) => !there.has(name))).toEqual([]);
});

test('the contract knows every kind of record that is noted', () => {
  const kinds = new Set(rows.flatMap(({ args }) => args?.split(String.raw`\000`)[0] ?? []));
  expect([...kinds].toSorted()).toEqual([...auditKinds].toSorted());
});
