import type { Occurrence, SeriesPlan } from '#contract/reservation-series.ts';
import { invalid, type AppError } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { expand, RuleError } from '#server/lib/recurrence.ts';
import { instantOf, localDaysLater, localTimeOf } from '#server/lib/zone-time.ts';
import { breach, checkPeople, checkSpace, manages, partiesFor } from './check.ts';
import { wordsOf } from './create.ts';
import { GRACE, overlap, slotOf, widened, type Slot } from './slot.ts';
import { loadSpaces, type Space } from './space-repository.ts';
import { conflictsOf, type Wish } from './taken.ts';

/** A series longer than this is a mistake, or a lease. */
const MOST = 500;
const YEARS = 2;

type Planned = Wish & { start: string };
export type Plan = {
  space: Space;
  center: number;
  managed: boolean;
  wishes: Planned[];
  /** One for each wish, in order of time; `free` says whether it can be booked. */
  occurrences: Occurrence[];
};

/** @throws 400 naming the attribute for a date such as the 30th of February */
function localTime(field: string, text: string): string {
  try {
    return localTimeOf(instantOf(text, 'UTC'), 'UTC');
  } catch {
    throw invalid(field, 'is a date that there is not');
  }
}

/** The starts of the series as the clocks say them. @throws 400 */
function startsOf(plan: SeriesPlan, zone: string): string[] {
  const dates = (field: 'exdates' | 'rdates') => (plan[field] ?? []).map((text) => localTime(field, text));
  const recurrence = {
    rule: plan.rule,
    start: localTime('start', plan.start),
    zone,
    exdates: dates('exdates'),
    rdates: dates('rdates'),
  };
  try {
    const { times, cut } = expand(recurrence, { most: MOST, years: YEARS });
    if (cut)
      throw invalid(
        'rule',
        `makes more than ${MOST} bookings or goes on for more than two years. Let it end earlier.`,
      );
    if (times.length === 0) throw invalid('rule', 'never happens. Choose other days or a later end.');
    return times;
  } catch (error) {
    throw error instanceof RuleError ? invalid('rule', error.message) : error;
  }
}

/** The slot of an occurrence: so long on the watch, or so many days of the calendar. @throws 400 */
function slotFrom(start: string, { minutes, allDay, days = 1 }: SeriesPlan, zone: string): Slot {
  const since = instantOf(start, zone);
  if (!allDay) return { since, until: since + minutes! * 60_000 };
  const endDate = instantOf(`${localDaysLater(start, days - 1).slice(0, 10)}T12:00:00`, zone);
  return slotOf({ startDate: Math.min(since, endDate), endDate, allDay: true }, zone);
}

/** What is booked when: the occurrences with their alternatives, sorted. @throws 400 */
function wishesOf(plan: SeriesPlan, spaces: Map<number, Space>): Planned[] {
  const main = spaces.get(plan.room.id)!;
  const instead = new Map(
    (plan.alternatives ?? []).map((one, index) => [
      localTime(`alternatives[${index}].start`, one.start),
      one,
    ]),
  );
  const starts = startsOf(plan, main.zone);
  const unknown = [...instead.keys()].find((start) => !starts.includes(start));
  if (unknown) throw invalid('alternatives', `speak of ${unknown}, which is no date of the series`);
  return starts
    .flatMap((start): Planned[] => {
      const other = instead.get(start);
      if (other?.skip) return [];
      const space = other?.room ? spaces.get(other.room.id)! : main;
      const when = other?.newStart ? localTime('alternatives', other.newStart) : start;
      return [{ start, space, slot: slotFrom(when, plan, space.zone) }];
    })
    .toSorted((a, b) => a.slot.since - b.slot.since || a.space.id - b.space.id);
}

/** Occurrences that meet each other, as those of a daily series of 30 hours do. @throws 400 */
function checkApart(wishes: readonly Planned[]): void {
  const last = new Map<number, Slot>();
  for (const { space, slot } of wishes) {
    const wide = widened(slot, space.law);
    const before = last.get(space.id);
    if (before && overlap(before, wide))
      throw invalid(
        'minutes',
        'is so long that the bookings of the series meet each other. Choose a shorter time.',
      );
    last.set(space.id, wide);
  }
}

const problemOf = (error: AppError | undefined) => error && { code: error.code, message: error.message };

/**
 * What a series would book, with what is in the way of each occurrence; stores nothing.
 * @param now epoch milliseconds
 * @throws 400 naming the attribute, 403
 */
export async function planSeries(tx: Tx, caller: Caller, plan: SeriesPlan, now: number): Promise<Plan> {
  if (!plan.allDay && plan.minutes === undefined)
    throw invalid('minutes', 'must be given, or allDay with days');
  const center = await partiesFor(tx, caller, plan.user.id, plan.center?.id);
  const rooms = [plan.room.id, ...(plan.alternatives ?? []).flatMap(({ room }) => room?.id ?? [])];
  const found = new Map((await loadSpaces(tx, rooms, plan.user.id)).map((space) => [space.id, space]));
  for (const id of rooms) checkSpace(found.get(id), id === plan.room.id ? 'room' : 'alternatives');
  const { people } = wordsOf(plan);
  for (const space of found.values()) checkPeople(space, people);
  const wishes = wishesOf(plan, found);
  checkApart(wishes);
  const managed = manages(caller, center);
  const conflicts = await conflictsOf(tx, wishes);
  const occurrences = wishes.map(({ start, space, slot }, index): Occurrence => {
    const past = !caller.siteAdmin && (plan.allDay ? slot.until <= now : slot.since < now - GRACE);
    const problem = past
      ? { code: 'space-booking.past', message: 'This date lies in the past.' }
      : ((managed ? undefined : problemOf(breach(space, slot, now))) ?? conflicts[index]);
    return {
      start,
      startDate: slot.since,
      endDate: slot.until,
      room: { id: space.id, name: space.name },
      free: problem === undefined,
      ...(problem && { problem }),
    };
  });
  return { space: found.get(plan.room.id)!, center, managed, wishes, occurrences };
}
