import {
  type FigureRules,
  type FigureSearch,
  periodOf,
  readFigureSearch,
} from '#src/directory/figure-search.ts';
import { numberIn } from '#src/lib/address.ts';
import type { Period } from '#src/lib/period.ts';
import type { FigureFilter } from './api.ts';

/** A quarter; and as many days as the server takes, for what was imported reaches far back. */
export const reportRules: FigureRules = { usual: 90, most: 4018 };

/** The period, and a center, a type and a building that the figures are of. */
export type ReportSearch = FigureSearch & { typeId?: number; buildingId?: number };

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readReportSearch(raw: Record<string, unknown>): ReportSearch {
  const [type, building] = [numberIn(raw.typeId), numberIn(raw.buildingId)];
  return {
    ...readFigureSearch(raw, reportRules),
    ...(Number.isSafeInteger(type) && type > 0 && { typeId: type }),
    ...(Number.isSafeInteger(building) && building > 0 && { buildingId: building }),
  };
}

export const reportPeriod = (search: ReportSearch, today: string): Period =>
  periodOf(search, today, reportRules);

/** What is asked of the server. */
export const filterOf = ({ centerId, typeId, buildingId }: ReportSearch, period: Period): FigureFilter => ({
  ...period,
  centerId,
  typeId,
  buildingId,
});
