import { readStored } from '#src/lib/storage.ts';
import { type FindSearch, readFindSearch } from './find-search.ts';

/** Where a search's building and type are kept for the next one. */
export const LAST_PLACE = 'bookings.find';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The building and type that were searched last on this device. @param home the building for the first time */
export function lastPlace(home: number | undefined): Pick<FindSearch, 'building' | 'type'> {
  const { building, type } = readStored(LAST_PLACE, isRecord, { building: home });
  return readFindSearch({ building, type });
}
