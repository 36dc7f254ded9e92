/** Where a campaign stands. Closed and cancelled ones are locked. */
export const auditStates = ['planned', 'open', 'reconciling', 'closed', 'cancelled'] as const;
export type AuditState = (typeof auditStates)[number];

/**
 * What an asset is in an audit. `pending`: not seen yet, and its space is not finished; `removed`: taken out of the
 * register before anybody saw it; `unexpected`: seen, though it was not among the expected.
 */
export const auditAssetStates = [
  'found',
  'misplaced',
  'missing',
  'pending',
  'removed',
  'unexpected',
] as const;
export type AuditAssetState = (typeof auditAssetStates)[number];

/** What a state is told from. Rooms and owners by id. */
export type AuditSight = {
  expected: boolean;
  expectedRoom: number | null;
  expectedOwner: number | null;
  /** Where it counts as seen; null: not seen. */
  seenRoom: number | null;
  /** What the register said while people walked. */
  registerRoom: number | null;
  /** Corrected on the spot, by the audit itself. */
  placed: boolean;
  removed: boolean;
  /** The space it was expected in is finished, or the whole walk is. */
  done: boolean;
};

/** The state of an asset in an audit. What a person holds is found wherever it is seen. */
export function auditAssetState(sight: AuditSight): AuditAssetState {
  const { expected, seenRoom, expectedRoom, expectedOwner, registerRoom, placed, removed, done } = sight;
  if (!expected) return 'unexpected';
  if (seenRoom === null) return removed ? 'removed' : done ? 'missing' : 'pending';
  const movedThere = !placed && registerRoom === seenRoom;
  return expectedOwner !== null || seenRoom === expectedRoom || movedThere ? 'found' : 'misplaced';
}

/** What a second person decides on. */
export const differenceKinds = ['missing', 'misplaced', 'unexpected', 'damaged', 'unknown'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** The difference that an asset makes, if any; `damaged` is one that was found otherwise. */
export function differenceOf(state: AuditAssetState, damaged: boolean): DifferenceKind | undefined {
  if (state === 'missing' || state === 'misplaced' || state === 'unexpected') return state;
  return state === 'found' && damaged ? 'damaged' : undefined;
}

/** Whether somebody has still to decide: not when it was put right on the spot and is whole. */
export const isUndecided = (
  kind: DifferenceKind | undefined,
  { placed, damaged, decided }: { placed: boolean; damaged: boolean; decided: boolean },
): boolean => kind !== undefined && !decided && (!placed || damaged);

const ways: Record<AuditState, readonly AuditState[]> = {
  planned: ['open', 'cancelled'],
  open: ['reconciling', 'cancelled'],
  reconciling: ['open', 'closed', 'cancelled'],
  closed: [],
  cancelled: [],
};
/** Whether a campaign may go from one state to the other. */
export const mayBecome = (from: AuditState, to: AuditState): boolean => ways[from].includes(to);
