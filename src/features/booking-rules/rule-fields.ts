import * as m from '#messages';
import type { BookingRule } from '#contract/booking-rules.ts';
import type { RuleTerms } from '#src/directory/rule-words.ts';
import type { RuleBody, RuleSubject } from './api.ts';

type Named = { id: number; name: string };
export const units = ['minute', 'hour', 'day'] as const;
export type Unit = (typeof units)[number];
export const minutesIn: Record<Unit, number> = { minute: 1, hour: 60, day: 1440 };
/** A rule as its form has it: '' stands for no limit. Named as the server names what is at fault. */
export type RuleFields = {
  about: 'type' | 'space';
  roomType: string;
  room: Named | null;
  who: BookingRule['who'];
  costCenters: Named[];
  departments: string[];
  longestMinutes: string;
  longestUnit: Unit;
  daysAhead: string;
  bufferBefore: string;
  bufferAfter: string;
  approval: boolean;
  checkInMinutes: string;
  releaseMinutes: string;
};

const textOf = (value: number | undefined) => (value === undefined ? '' : String(value));
/** The largest unit in which the minutes are a whole number. */
const unitOf = (minutes: number | undefined): Unit =>
  minutes === undefined
    ? 'hour'
    : (units.toReversed().find((unit) => minutes % minutesIn[unit] === 0) ?? 'minute');

export function fieldsOf(rule: BookingRule | undefined): RuleFields {
  const unit = unitOf(rule?.longestMinutes);
  return {
    about: rule?.room ? 'space' : 'type',
    roomType: textOf(rule?.roomType?.id),
    room: rule?.room ?? null,
    who: rule?.who ?? 'everybody',
    costCenters: rule?.costCenters ?? [],
    departments: rule?.departments ?? [],
    longestMinutes: textOf(rule?.longestMinutes && rule.longestMinutes / minutesIn[unit]),
    longestUnit: unit,
    daysAhead: textOf(rule?.daysAhead),
    bufferBefore: textOf(rule?.bufferBefore || undefined),
    bufferAfter: textOf(rule?.bufferAfter || undefined),
    approval: rule?.approval ?? false,
    checkInMinutes: textOf(rule?.checkInMinutes),
    releaseMinutes: textOf(rule?.releaseMinutes),
  };
}

/** A whole number; undefined for '' and for what is none. */
const numberOf = (text: string) => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined);
const longestOf = ({ longestMinutes, longestUnit }: RuleFields) => {
  const amount = numberOf(longestMinutes);
  return amount === undefined ? undefined : amount * minutesIn[longestUnit];
};

/** What the fields say, for the sentence below them. Groups count for as long as they are chosen. */
export function termsOf(fields: RuleFields): RuleTerms {
  const { who, costCenters, departments, approval } = fields;
  const limits = {
    longestMinutes: longestOf(fields),
    daysAhead: numberOf(fields.daysAhead),
    checkInMinutes: numberOf(fields.checkInMinutes),
    releaseMinutes: numberOf(fields.releaseMinutes),
  };
  return {
    who,
    costCenters,
    departments,
    approval,
    bufferBefore: numberOf(fields.bufferBefore) ?? 0,
    bufferAfter: numberOf(fields.bufferAfter) ?? 0,
    ...limits,
  };
}

/** All that a rule says, as it is sent. */
export function bodyOf(terms: RuleTerms): RuleBody {
  const { who, costCenters, departments, bufferBefore, bufferAfter, approval } = terms;
  return {
    who,
    costCenters: costCenters.map(({ id }) => ({ id })),
    departments: [...departments],
    longestMinutes: terms.longestMinutes ?? null,
    daysAhead: terms.daysAhead ?? null,
    bufferBefore,
    bufferAfter,
    approval,
    checkInMinutes: terms.checkInMinutes ?? null,
    releaseMinutes: terms.releaseMinutes ?? null,
  };
}

export const subjectOf = ({ room, roomType }: Pick<BookingRule, 'room' | 'roomType'>): RuleSubject =>
  room ? { room: { id: room.id } } : { roomType: { id: roomType?.id ?? 0 } };

type Numeric =
  | 'longestMinutes'
  | 'daysAhead'
  | 'bufferBefore'
  | 'bufferAfter'
  | 'checkInMinutes'
  | 'releaseMinutes';
const DAY = 1440;
const ranges: Record<Numeric, readonly [number, number]> = {
  longestMinutes: [1, 366 * DAY],
  daysAhead: [0, 3660],
  bufferBefore: [0, DAY],
  bufferAfter: [0, DAY],
  checkInMinutes: [0, DAY],
  releaseMinutes: [1, DAY],
};

/** What has to be put right before anything is sent, by field. */
export function problemsIn(fields: RuleFields): [keyof RuleFields, string][] {
  const found: [keyof RuleFields, string][] = [];
  if (fields.about === 'type' && !fields.roomType) found.push(['roomType', m.rules_need_type()]);
  if (fields.about === 'space' && !fields.room) found.push(['room', m.rules_need_space()]);
  if (fields.who === 'groups' && fields.costCenters.length + fields.departments.length === 0)
    found.push(['departments', m.rules_need_group()]);
  for (const [name, [least, allowed]] of Object.entries(ranges) as [Numeric, [number, number]][]) {
    const text = fields[name].trim();
    if (text === '') continue;
    const most = name === 'longestMinutes' ? Math.floor(allowed / minutesIn[fields.longestUnit]) : allowed;
    const value = numberOf(text);
    if (value === undefined || value < least || value > most)
      found.push([name, m.rules_need_number({ least, most })]);
  }
  return found;
}
