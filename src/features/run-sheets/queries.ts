import { queryOptions } from '@tanstack/react-query';
import { mailKeys } from '#src/directory/mail-queries.ts';
import { fetchRunSheet, fetchRunSheets } from './api.ts';

const runsKey = [...mailKeys.all, 'runs'] as const;

/** The delivery routes with what is left on each today. */
export const runSheetsOptions = queryOptions({
  queryKey: runsKey,
  queryFn: ({ signal }) => fetchRunSheets(signal),
});
/** One round: its stops in order, with what is to be brought there and what was today. */
export const runSheetOptions = (routeId: number) =>
  queryOptions({
    queryKey: [...runsKey, routeId],
    queryFn: ({ signal }) => fetchRunSheet(routeId, signal),
  });
