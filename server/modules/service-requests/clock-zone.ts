import { Temporal } from 'temporal-polyfill';

/** From one change of the clocks to the next: what they show is the instant and `offset`, in ms. */
type Era = { from: number; to: number; offset: number };

/** Eras met so far, by zone. A look-up costs a millisecond; there are two a year. */
const met = new Map<string, { eras: Era[]; last: Era | undefined }>();

function readEra(zone: string, instant: number): Era {
  const here = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  const before = here.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const after = here.getTimeZoneTransition('next');
  return {
    from: before?.epochMilliseconds ?? -Infinity,
    to: after?.epochMilliseconds ?? Infinity,
    offset: here.offsetNanoseconds / 1e6,
  };
}

function eraAt(zone: string, instant: number): Era {
  let known = met.get(zone);
  if (!known) met.set(zone, (known = { eras: [], last: undefined }));
  const holds = ({ from, to }: Era) => from <= instant && instant < to;
  if (known.last && holds(known.last)) return known.last;
  let era = known.eras.find(holds);
  if (!era) known.eras.push((era = readEra(zone, instant)));
  known.last = era;
  return era;
}

/** Clocks have been put on and back by a day at most, where islands changed sides of the date line. */
const MOST_OFFSET = 26 * 3_600_000;

/**
 * The first instant at which the clocks of the zone show the time or a later one. `local` counts milliseconds as if
 * the clocks were UTC's. Of a time that they show twice that is the first; a time that they skip is the moment of the
 * skip, so that later times are never earlier instants.
 */
export function firstShown(zone: string, local: number): number {
  let era = eraAt(zone, local - MOST_OFFSET);
  for (;;) {
    const instant = Math.max(era.from, local - era.offset);
    if (instant < era.to) return instant;
    era = eraAt(zone, era.to);
  }
}
