import { Temporal } from 'temporal-polyfill';

// Times of the clock in a zone, as `2027-03-01T09:00:00`, and instants in epoch milliseconds. A time that the clocks
// skip means as much later as they skip; of one that they show twice the first is meant.

const zoned = (instant: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);

/** What the clocks of the zone show at the instant. */
export const localTimeOf = (instant: number, zone: string): string =>
  zoned(instant, zone).toPlainDateTime().toString({ smallestUnit: 'second' });

/** The instant at which the clocks of the zone show the time. @throws RangeError for a date that there is not */
export const instantOf = (local: string, zone: string): number =>
  Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(zone).epochMilliseconds;

/** The first moment of the day that the instant lies in, or of one so many days later; not always midnight. */
export const startOfDay = (instant: number, zone: string, daysLater = 0): number =>
  zoned(instant, zone).toPlainDate().add({ days: daysLater }).toZonedDateTime(zone).epochMilliseconds;

/** Whole days on the calendar of the zone from one instant to the other. */
export const daysBetween = (from: number, to: number, zone: string): number =>
  zoned(from, zone).toPlainDate().until(zoned(to, zone).toPlainDate()).days;

/** A length on the clock: days, hours, minutes … without a zone. */
export type ClockShift = Temporal.Duration;

/** How far the clocks move on from one instant to the other. */
export const clockShift = (from: number, to: number, zone: string): ClockShift =>
  zoned(from, zone).toPlainDateTime().until(zoned(to, zone).toPlainDateTime());

/** The instant at which the clocks have moved on by so much. */
export const shifted = (instant: number, shift: ClockShift, zone: string): number =>
  zoned(instant, zone).toPlainDateTime().add(shift).toZonedDateTime(zone).epochMilliseconds;

/** A day of the calendar moved on: `2027-03-01T09:00:00` and 7 is `2027-03-08T09:00:00`. */
export const localDaysLater = (local: string, days: number): string =>
  Temporal.PlainDateTime.from(local).add({ days }).toString({ smallestUnit: 'second' });
