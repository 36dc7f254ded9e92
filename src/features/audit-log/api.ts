import { z } from 'zod';
import { auditEntry } from '#contract/audit.ts';
import { startOfDay } from '#src/lib/dates.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import type { AuditSearch } from './search.ts';

const entries = z.array(auditEntry);
export const PAGE = 100;
const DAY = 86_400_000;
const dayAfter = (day: string) => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);

/** The log by the clocks of the organisation: both days count whole. */
export const fetchLog = (search: AuditSearch, before: string | undefined, signal: AbortSignal) => {
  const { from, until, line: _open, ...filters } = search;
  const span = {
    ...(from && { from: startOfDay(from) }),
    ...(until && { until: startOfDay(dayAfter(until)) }),
  };
  return http('GET', withQuery('/audit', { ...filters, ...span, before, limit: PAGE }), {
    reply: entries,
    signal,
  });
};
