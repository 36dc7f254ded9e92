import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { projectRoot } from '#server/lib/root.ts';
import { isTimeZone } from '#server/lib/time-zone.ts';
import { expand, instantsOf, RuleError } from './recurrence.ts';

// Every recurrence rule of the 78 files, in events and in descriptions of zones, against ical.js, which shares no line
// with the library that we expand by.
const folder = resolve(projectRoot, '../shared/data/ics');
const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.ics') && /^RRULE/m.test(readFileSync(join(folder, name), 'utf8')))
  .toSorted();
const MOST = 60;

const clock = (time: ICAL.Time) => {
  const { year, month, day, hour, minute, second } = time;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
};

function recurring(component: ICAL.Component): ICAL.Component[] {
  const within = component.getAllSubcomponents().flatMap(recurring);
  return component.hasProperty('rrule') ? [component, ...within] : within;
}
/** What ical.js refuses to read; mended, so that the rules beside it are compared all the same. */
const unreadable: Record<string, (text: string) => string> = {
  // A frequency that there is not: see the test of what cannot be followed.
  'icalendar/calendars/issue_1081_invalid_rrule_freq.ics': (text) =>
    text.replace(/^RRULE:FREQ=INVALID.*$/m, ''),
  // Spaces after the commas of BYDAY, which we take.
  'icalendar/calendars/issue_165_missing_event.ics': (text) => text.replaceAll(', ', ','),
  'icalendar/calendars/timezone_rdate.ics': (text) => text.replace('SUMMARY=', 'SUMMARY:'),
  'node-ical/ms_timezones.ics': (text) => text.replaceAll(/TZID="[^"\r\n]*:(\d{8}T\d{6})"/g, 'X=Y:$1'),
  // EXDATE as a date without saying so.
  'node-ical/biweekly-exdate-until.ics': (text) => text.replaceAll(/^EXDATE.*(\r?\n[ \t].*)*/gm, ''),
};
/** Where the two differ, and why. */
const differing: Record<string, string> = {
  // ical.js counts 1, 3, 4 … when it passes over months that BYMONTH leaves out, and gives eight of COUNT=9.
  'icalendar/calendars/period_with_timezone.ics': 'FREQ=MONTHLY;COUNT=9',
  // Begins in the year 1: the dates of JavaScript take years below 100 for those of the last century.
  'node-ical/vtimezone-year-0001-dtstart.ics': 'FREQ=YEARLY',
};

function read(name: string): ICAL.Component[] {
  const text = readFileSync(join(folder, name), 'utf8');
  const root = ICAL.parse(unreadable[name]?.(text) ?? text) as unknown as [string | string[]];
  const calendars = Array.isArray(root[0]) ? root : [root];
  return calendars.flatMap((calendar) => recurring(new ICAL.Component(calendar as never)));
}
const listed = (component: ICAL.Component, property: string) =>
  component
    .getAllProperties(property)
    .flatMap((one) => one.getValues().flatMap((value) => (value instanceof ICAL.Time ? [clock(value)] : [])));

/** Zones that a file describes under a name of its own. */
const zones: Record<string, string> = { 'GMT +0100 (Standard) / GMT +0200 (Daylight)': 'Europe/Berlin' };
const zoneOf = (tzid: string | undefined) => {
  const zone = (tzid && zones[tzid]) ?? tzid;
  return zone && isTimeZone(zone) ? zone : 'UTC';
};

/** One rule as both libraries see it, as times of the clock. */
function both(component: ICAL.Component) {
  const start = component.getFirstPropertyValue('dtstart') as ICAL.Time;
  const tzid = component.getFirstProperty('dtstart')!.getFirstParameter('tzid');
  const rule = String(component.getFirstPropertyValue('rrule'));
  const theirs: string[] = [];
  const iterator = ICAL.Recur.fromString(rule).iterator(start);
  for (let next = iterator.next(); next && theirs.length < MOST; next = iterator.next())
    theirs.push(clock(next));
  const exdates = listed(component, 'exdate');
  const { times } = expand(
    { rule, start: clock(start), zone: zoneOf(tzid), exdates },
    { most: MOST, years: 100 },
  );
  const kept = theirs.filter((time) => !exdates.includes(time));
  // Theirs may stop early because it is cut before the exceptions are taken out, ours after.
  return { rule, ours: theirs.length === MOST ? times.slice(0, kept.length) : times, theirs: kept };
}

let compared = 0;
test.each(files)('%s', (name) => {
  const odd: string[] = [];
  for (const component of read(name)) {
    const { rule, ours, theirs } = both(component);
    compared += 1;
    if (ours.join() === theirs.join()) continue;
    odd.push(rule);
    if (!differing[name] || !rule.startsWith(differing[name])) expect([rule, ours]).toEqual([rule, theirs]);
  }
  expect(odd.length > 0).toBe(Object.hasOwn(differing, name));
});
test('the files are there, with hundreds of rules', () => {
  expect(files).toHaveLength(78);
  expect(compared).toBeGreaterThan(300);
});

const weekly = { rule: 'FREQ=WEEKLY;COUNT=60', most: 100, years: 2 };
test.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'])('nine stays nine in %s', (zone) => {
  const { times } = expand({ rule: weekly.rule, start: '2027-01-04T09:00', zone }, weekly);
  const instants = instantsOf(times, zone);
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  expect(new Set(instants.map((at) => shown.format(at)))).toEqual(new Set(['09:00']));
  const weeks = new Set(instants.slice(1).map((at, index) => at - instants[index]!));
  const change = zone === 'Australia/Lord_Howe' ? 1_800_000 : 3_600_000;
  expect([...weeks].toSorted((a, b) => a - b)).toEqual([-change, 0, change].map((by) => 604_800_000 + by));
});

test('an UNTIL in UTC is read in the zone, one without a zone on the clock, a date as the whole day', () => {
  const until = (text: string) =>
    expand(
      { rule: `FREQ=DAILY;UNTIL=${text}`, start: '2027-06-01T20:00', zone: 'America/New_York' },
      weekly,
    ).times.at(-1);
  expect(until('20270605T000000Z')).toBe('2027-06-04T20:00:00');
  expect(until('20270604T235959Z')).toBe('2027-06-03T20:00:00');
  expect(until('20270604T195959')).toBe('2027-06-03T20:00:00');
  expect(until('20270604')).toBe('2027-06-04T20:00:00');
});

test('dates are left out and added', () => {
  const { times, cut } = expand(
    {
      rule: 'FREQ=DAILY;COUNT=3',
      start: '2027-06-01T20:00',
      zone: 'UTC',
      exdates: ['2027-06-02T20:00'],
      rdates: ['2027-06-09T08:00'],
    },
    weekly,
  );
  expect([times, cut]).toEqual([
    ['2027-06-01T20:00:00', '2027-06-03T20:00:00', '2027-06-09T08:00:00'],
    false,
  ]);
});

test('what goes on for too long is cut, and says so', () => {
  const cutOf = (rule: string, most = 500) => {
    const { times, cut } = expand({ rule, start: '2027-01-01T09:00', zone: 'UTC' }, { most, years: 2 });
    return [times.length, cut];
  };
  expect(cutOf('FREQ=DAILY;COUNT=100000')).toEqual([500, true]);
  expect(cutOf('FREQ=DAILY;COUNT=500')).toEqual([500, false]);
  expect(cutOf('FREQ=MONTHLY')).toEqual([25, true]);
  expect(cutOf('FREQ=DAILY;COUNT=5;BYMONTH=2', 5)).toEqual([5, false]);
});

test.each([
  'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=31',
  'FREQ=DAILY;INTERVAL=7;BYDAY=SU',
  'FREQ=DAILY;BYSETPOS=5;BYHOUR=9',
])('%s never happens, and is found out at once', (rule) => {
  const begun = performance.now();
  expect(expand({ rule, start: '2027-01-01T09:00', zone: 'UTC' }, weekly).times).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(2000);
});

test.each([
  '',
  'FREQ=INVALID_TYPE_CAUSES_ERROR',
  'FREQ=SECONDLY',
  'COUNT=3',
  'FREQ=DAILY;BYDAY=XX',
  'FREQ=DAILY;UNTIL=20271399',
  'FREQ=DAILY;NONSENSE=1',
  'FREQ=DAILY;COUNT=x',
])('the rule %j cannot be followed', (rule) => {
  expect(() => expand({ rule, start: '2027-01-01T09:00', zone: 'UTC' }, weekly)).toThrow(RuleError);
});
