import type { Leave } from '#contract/leaves.ts';
import { isDay } from '#src/lib/calendar-days.ts';
import type { WishBody } from './api.ts';

type Person = { id: number; name: string };
/** What stands in the form. */
export type Draft = {
  /** For whom, where it is not the caller. */
  person: Person | undefined;
  type: number | undefined;
  startDate: string;
  endDate: string;
  startsAtNoon: boolean;
  endsAtNoon: boolean;
  delegate: Person | undefined;
  note: string;
};

export const draftOf = (leave: Leave | undefined): Draft => ({
  person: undefined,
  type: leave?.type.id,
  startDate: leave?.startDate ?? '',
  endDate: leave?.endDate ?? '',
  startsAtNoon: leave?.startsAtNoon ?? false,
  endsAtNoon: leave?.endsAtNoon ?? false,
  delegate: leave?.delegate,
  note: leave?.note ?? '',
});

/** The last day follows the first, and noon to noon on one day would leave nothing of it. */
export function settled(draft: Draft, change: Partial<Draft>): Draft {
  const next = { ...draft, ...change };
  const moved = change.startDate !== undefined && isDay(next.startDate);
  if (moved && (!isDay(next.endDate) || next.endDate < next.startDate || draft.endDate === draft.startDate))
    next.endDate = next.startDate;
  if (next.startDate === next.endDate && next.startsAtNoon && next.endsAtNoon)
    return { ...next, startsAtNoon: false, endsAtNoon: false };
  return next;
}

export type DraftProblem = 'type' | 'startDate' | 'endDate' | 'order';
/** The first thing that is missing. */
export function problemOf({ type, startDate, endDate }: Draft): DraftProblem | undefined {
  if (type === undefined) return 'type';
  if (!isDay(startDate)) return 'startDate';
  if (!isDay(endDate)) return 'endDate';
  return startDate > endDate ? 'order' : undefined;
}

/** What the server is asked; undefined while something is missing. */
export function bodyOf(draft: Draft): WishBody | undefined {
  const { person, type, delegate, note, ...span } = draft;
  if (type === undefined || problemOf(draft)) return undefined;
  return {
    type: { id: type },
    ...span,
    note: note.trim(),
    delegate: delegate ? { id: delegate.id } : null,
    ...(person && { user: { id: person.id } }),
  };
}
