import { runSheet, runSheets } from '#contract/mail-run-sheet.ts';
import { http } from '#src/lib/http.ts';

export const fetchRunSheets = (signal: AbortSignal) =>
  http('GET', '/mail/run-sheets', { reply: runSheets, signal });
export const fetchRunSheet = (routeId: number, signal: AbortSignal) =>
  http('GET', `/mail/routes/${routeId}/run-sheet`, { reply: runSheet, signal });
