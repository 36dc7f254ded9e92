import type { AuditAction } from '#contract/audit.ts';

// Spelled out rather than taken from the contract: routes read this, and zod stays out of the first load.
export const actions = ['added', 'changed', 'removed', 'restored'] as const satisfies readonly AuditAction[];

/** What the address holds; days such as 2026-03-03, both included. `line` is the one that is open. */
export type AuditSearch = {
  kind?: string;
  record?: number;
  person?: number;
  action?: AuditAction;
  from?: string;
  until?: string;
  line?: number;
};

const isDay = (day: unknown): day is string =>
  typeof day === 'string' && /^2\d{3}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
const isId = (id: unknown): id is number => Number.isSafeInteger(id) && Number(id) > 0;

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const kind = typeof raw.kind === 'string' && /^[a-z_]{1,40}$/.test(raw.kind) ? raw.kind : undefined;
  const [record, person, line] = [raw.record, raw.person, raw.line].map(Number);
  const action = actions.find((one) => one === raw.action);
  return {
    ...(kind && { kind }),
    ...(kind && isId(record) && { record }),
    ...(isId(person) && { person }),
    ...(action && { action }),
    ...(isDay(raw.from) && { from: raw.from }),
    ...(isDay(raw.until) && { until: raw.until }),
    ...(isId(line) && { line }),
  };
}
