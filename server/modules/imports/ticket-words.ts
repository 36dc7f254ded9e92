import type { ServiceState } from '#contract/service-requests.ts';

const states: Partial<Record<ServiceState, readonly string[]>> = {
  new: ['new', 'open', 'opened', 'submitted', 'unassigned', 'received', 'reopened'],
  accepted: ['assigned', 'accepted', 'acknowledged', 'pending', 'scheduled', 'approved', 'dispatched'],
  started: ['in progress', 'started', 'working', 'work in progress', 'active'],
  hold: ['on hold', 'hold', 'waiting', 'deferred', 'suspended'],
  completed: ['closed', 'completed', 'complete', 'resolved', 'done', 'fixed', 'finished'],
  rejected: ['rejected', 'cancelled', 'canceled', 'declined', 'duplicate', 'invalid', 'withdrawn'],
};
const byWord = new Map(
  Object.entries(states).flatMap(([state, words]) =>
    words.map((word) => [word, state as ServiceState] as const),
  ),
);

/**
 * What a status means here. Without one it is closed when it has a closing date. undefined: no word that is known.
 */
export function stateOf(status: string | undefined, closed: boolean): ServiceState | undefined {
  if (status === undefined) return closed ? 'completed' : 'new';
  return byWord.get(
    status
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' ')
      .trim(),
  );
}

/** What other systems call the four priorities that an organisation begins with, the most urgent first. */
const urgencies: readonly (readonly string[])[] = [
  ['emergency', 'urgent', 'critical', 'immediate', 'highest', 'p1', '1'],
  ['high', 'p2', '2'],
  ['routine', 'normal', 'medium', 'standard', 'moderate', 'p3', '3'],
  ['preventive', 'preventative', 'low', 'lowest', 'planned', 'minor', 'p4', '4'],
];
export type Priority = { id: number; name: string; rank: number };

/** The priority that is meant: one of that name, else the nearest of what the word says. undefined: no such word. */
export function priorityOf(word: string, priorities: readonly Priority[]): Priority | undefined {
  const plain = word.toLowerCase().trim();
  const named = priorities.find(({ name }) => name.toLowerCase() === plain);
  if (named) return named;
  const urgency = urgencies.findIndex((words) => words.includes(plain));
  if (urgency === -1) return undefined;
  const rank = urgency + 1;
  return priorities.reduce<Priority | undefined>(
    (best, one) => (best && Math.abs(best.rank - rank) <= Math.abs(one.rank - rank) ? best : one),
    undefined,
  );
}

/** Housing authorities write the urgency behind the trade: `Glazier - Emergency` is an emergency of the type Glazier. */
export function splitUrgency(type: string): { type: string; urgency?: string } {
  const [, name, urgency] = /^(.*\S)\s+-\s+(\S+)$/.exec(type) ?? [];
  const known = urgency !== undefined && urgencies.some((words) => words.includes(urgency.toLowerCase()));
  return known && !/^\d$/.test(urgency) ? { type: name!, urgency } : { type };
}
