import { locale } from '#src/lib/language.ts';
import * as m from '#messages';
import type { AuditChange, AuditEntry } from '#contract/audit.ts';
import { formatDateTime, formatTime } from '#src/lib/dates.ts';
import { weekdays } from '#src/lib/weekdays.ts';
import { columnLabel } from './column-labels.ts';
import { kindLabels, partLabel } from './kind-labels.ts';

/** Of these the log knows only whether there was one. */
const secrets = new Set(['password_hash', 'svg', 'storage_name']);
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Columns whose numbers stand for something else: minutes of the day, weekdays from Monday on. */
const coded: Partial<Record<string, (value: number) => string>> = {
  opens: (minutes) => formatTime(minutes * 60_000, 'UTC'),
  closes: (minutes) => formatTime(minutes * 60_000, 'UTC'),
  weekday: (day) => weekdays(locale())[day - 1]?.long ?? String(day),
};

/** A value as a reader knows it: the name of what it refers to, a moment by the clock, yes and no. */
export function valueWords(value: unknown, name: string | undefined, column = ''): string {
  if (name !== undefined) return name;
  if (typeof value === 'number' && coded[column]) return coded[column](value);
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.join(', ') || m.audit_nothing();
  if (value === null || value === undefined || value === '') return m.audit_nothing();
  if (typeof value === 'boolean') return value ? m.audit_yes() : m.audit_no();
  if (typeof value === 'string')
    return moment.test(value) && !Number.isNaN(Date.parse(value)) ? formatDateTime(Date.parse(value)) : value;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

const isSecret = ({ column }: AuditChange, { part }: AuditEntry) =>
  secrets.has(column) || (column === 'code' && part === 'collect_code');

/** Before and after of a column, in words. */
export function sides(change: AuditChange, entry: AuditEntry): { from: string; to: string } {
  if (isSecret(change, entry)) {
    const said = (there: unknown) => (there === null ? m.audit_nothing() : m.audit_secret());
    return { from: said(change.from), to: said(change.to) };
  }
  return {
    from: valueWords(change.from, change.fromName, change.column),
    to: valueWords(change.to, change.toName, change.column),
  };
}

/** One change as a phrase: "Last name: Old → New". */
export function changeWords(change: AuditChange, entry: AuditEntry): string {
  const column = columnLabel(change.column);
  const { from, to } = sides(change, entry);
  if (entry.action === 'added') return m.audit_is({ column, value: to });
  if (change.to === null && entry.action === 'removed') return m.audit_was({ column, value: from });
  if (isSecret(change, entry) && from === to) return m.audit_secret_changed({ column });
  return m.audit_from_to({ column, from, to });
}

/** Those first that a reader asks for, and without those that only say what the action says. */
export function telling(entry: AuditEntry): AuditChange[] {
  const first = ['name', 'first_name', 'last_name', 'role', 'email', 'tracking_number'];
  const rank = ({ column }: AuditChange) => (first.includes(column) ? first.indexOf(column) : first.length);
  return entry.changes
    .filter(({ column }) => column !== 'deleted_at' && column !== 'tracking_key' && column !== 'parent_level')
    .toSorted((a, b) => rank(a) - rank(b) || (a.column < b.column ? -1 : 1));
}

/** "Role of a person" is told as the person, and that it was a role. */
export const kindWords = ({ kind, part }: AuditEntry): string =>
  part === undefined ? kindLabels[kind]() : `${kindLabels[kind]()} · ${partLabel(part)}`;

export const recordWords = ({ record }: AuditEntry): string =>
  record.name ?? m.audit_number({ id: String(record.id) });
