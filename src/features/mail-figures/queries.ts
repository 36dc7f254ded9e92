import { queryOptions } from '@tanstack/react-query';
import { mailKeys } from '#src/directory/mail-queries.ts';
import { startOfDay } from '#src/lib/dates.ts';
import { fetchBoard, fetchFigures } from './api.ts';
import type { Period } from '#src/directory/figure-search.ts';

export type BoardKind = 'check-ins' | 'deliveries';
const MINUTE = 60_000;

/** Under the parcels, so that every change of one asks again. */
export const figuresOptions = (period: Period, centerId: number | undefined) =>
  queryOptions({
    queryKey: [...mailKeys.all, 'figures', period, centerId],
    queryFn: ({ signal }) => fetchFigures(period, centerId, signal),
  });

/** Asked again by the minute, not with every scan: a board counts each step of the period anew. */
export const boardOptions = (kind: BoardKind, from: string) =>
  queryOptions({
    queryKey: ['mail-board', kind, from],
    queryFn: ({ signal }) => fetchBoard(kind, startOfDay(from) - 1, signal),
    staleTime: MINUTE,
    refetchInterval: MINUTE,
  });
