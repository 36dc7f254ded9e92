import { z } from 'zod';
import { idsFilter, textFilter } from './wire.ts';

/** GET /stats/maintenance: days as YYYY-MM-DD in the organisation's zone, both included; the last 84 when absent. */
export const serviceFiguresQuery = z.object({
  from: textFilter(10),
  until: textFilter(10),
  centerId: idsFilter,
  typeId: idsFilter,
  buildingId: idsFilter,
});
const counts = {
  opened: z.int(),
  /** Completed or rejected. */
  closed: z.int(),
  /** Of those with a promise that were completed. */
  met: z.int(),
  missed: z.int(),
  /** From opening to completion; absent when nothing was completed. */
  medianMs: z.number().optional(),
};
const named = z.object({ id: z.int(), name: z.string() });
export const serviceFigures = z.object({
  from: z.string(),
  until: z.string(),
  ...counts,
  /** The time within which nine of ten were completed. */
  p90Ms: z.number().optional(),
  /** Every week of the period by its Monday; the first and the last may lie in it only partly. */
  weeks: z.array(z.object({ week: z.string(), ...counts })),
  /** The most frequent first, 100 at most. */
  types: z.array(z.object({ type: named, product: z.string(), ...counts })),
  /** Buildings, the most frequent first, 100 at most. */
  places: z.array(z.object({ building: named, ...counts })),
});
export type ServiceFigures = z.infer<typeof serviceFigures>;
