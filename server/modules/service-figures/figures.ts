import type { z } from 'zod';
import type { ServiceFigures, serviceFiguresQuery } from '#contract/service-figures.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { daysOf, today } from '#server/lib/period.ts';
import { loadFigures } from './repository.ts';

/** Twelve weeks, and eleven years: what was imported reaches far back. */
const LENGTH = { usual: 84, most: 4018 };

/** @throws 400 naming the parameter */
export const figuresOf = (
  db: Database,
  { organisation }: Caller,
  query: z.output<typeof serviceFiguresQuery>,
): Promise<ServiceFigures> =>
  db.read(organisation, async (tx) =>
    loadFigures(tx, {
      ...daysOf(query, await today(tx), LENGTH),
      centers: query.centerId ?? null,
      types: query.typeId ?? null,
      buildings: query.buildingId ?? null,
    }),
  );
