import { z } from 'zod';

/** Why a center is closed; `several`: more than one of them, in a line that stands for many days. */
export const closedReasons = ['night', 'break', 'weekend', 'holiday', 'no-hours', 'several'] as const;

/**
 * A piece of a request's clock, in the order of time; instants in epoch milliseconds. `worked` (open, the clock runs),
 * `paused` (open, the clock stands) and `closed` follow each other without gap or overlap; the others are moments.
 */
export const clockLine = z.object({
  kind: z.enum([
    'worked',
    'paused',
    'closed',
    'opened',
    'held',
    'resumed',
    'priority',
    'type',
    'center',
    'completed',
    'rejected',
    'cancelled',
    'reopened',
    'due',
  ]),
  from: z.int(),
  to: z.int(),
  /** Elapsed; of a line that stands for many days only what is of its kind. */
  ms: z.int(),
  /** Of `closed`: why; of `paused`: on hold, or finished before it was opened again. */
  why: z.enum([...closedReasons, 'hold', 'finished']).optional(),
  /** The names of the days that made it closed. */
  holidays: z.array(z.string()).optional(),
  /** What is promised from here on, in minutes; of `opened`, `priority` and `type`. null: nothing. */
  promisedMinutes: z.number().nullable().optional(),
  /** The id; of `opened` and `priority`, and of `opened` and `type`. */
  priority: z.int().nullable().optional(),
  type: z.int().nullable().optional(),
  /** Yet to come: from now until it is due. */
  ahead: z.literal(true).optional(),
  /** Stands for many days, in the middle of a long time. */
  folded: z.literal(true).optional(),
});
export type ClockLine = z.infer<typeof clockLine>;

export const slaState = z.object({
  /** `missed` also while it is still being worked on; `none`: nothing is or was promised. */
  state: z.enum(['running', 'met', 'missed', 'none']),
  onHold: z.boolean(),
  /** null for the reason in `why`. On hold only when it had passed before. */
  due: z.int().nullable(),
  why: z.enum(['on-hold', 'no-promise', 'no-hours', 'too-far', 'dropped']).optional(),
  /** On hold: what it would be if work went on now. */
  dueIfResumedNow: z.int().nullable(),
  promisedMinutes: z.number().nullable(),
  /** Since it was opened; the three add up to what has elapsed, until it was finished or now. */
  workedMs: z.int(),
  pausedMs: z.int(),
  closedMs: z.int(),
  /** Of what is promised; below 0: so much over. null without a promise. */
  remainingMs: z.int().nullable(),
});
export type SlaState = z.infer<typeof slaState>;

/** The state, and what it is made of. */
export const slaExplained = slaState.extend({ lines: z.array(clockLine) });
export type SlaExplained = z.infer<typeof slaExplained>;
