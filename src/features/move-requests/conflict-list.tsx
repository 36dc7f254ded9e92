import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import type { MoveConflict } from '#contract/move-effect.ts';
import { Callout } from '#src/ui/callout.tsx';
import type { Step } from './draft.ts';
import classes from './conflicts.module.css';

type Kind = MoveConflict['kind'];
/** What to do about it, and in which step. */
const remedies: Record<Kind, { word: () => string; step: Step }> = {
  'target-full': { word: m.moves_fix_full, step: 'where' },
  'target-full-later': { word: m.moves_fix_later, step: 'where' },
  'target-gone': { word: m.moves_fix_space, step: 'where' },
  'not-occupiable': { word: m.moves_fix_space, step: 'where' },
  'no-target': { word: m.moves_fix_no_target, step: 'where' },
  'no-person': { word: m.moves_fix_person, step: 'who' },
  'person-gone': { word: m.moves_fix_gone, step: 'who' },
  'person-repeated': { word: m.moves_fix_repeated, step: 'who' },
  'person-twice': { word: m.moves_fix_twice, step: 'who' },
  'person-left': { word: m.moves_fix_left, step: 'who' },
  'asset-gone': { word: m.moves_fix_gone, step: 'who' },
  'asset-repeated': { word: m.moves_fix_repeated, step: 'who' },
  'asset-twice': { word: m.moves_fix_twice, step: 'who' },
  'date-past': { word: m.moves_fix_date, step: 'why' },
  'no-email': { word: m.moves_fix_email, step: 'who' },
  'email-taken': { word: m.moves_fix_email, step: 'who' },
  'last-admin': { word: m.moves_fix_admin, step: 'who' },
};
const SHOWN = 100;
const NAMED = 3;

type Grouped = { conflict: MoveConflict; names: string[] };
/** What says the same of several is said once, with their names. What blocks comes first. */
export function grouped(conflicts: readonly MoveConflict[], names: readonly string[]): Grouped[] {
  const groups = new Map<string, Grouped>();
  for (const conflict of conflicts.toSorted((a, b) => Number(b.blocks) - Number(a.blocks))) {
    const key = [conflict.kind, conflict.message, conflict.request?.id].join(' ');
    const group = groups.get(key) ?? { conflict, names: [] };
    const name = conflict.item === undefined ? undefined : names[conflict.item];
    if (name !== undefined) group.names.push(name);
    groups.set(key, group);
  }
  return [...groups.values()];
}
const nameWords = (names: readonly string[]) =>
  names.length > NAMED
    ? m.moves_conflict_names({ names: names.slice(0, NAMED).join(', '), count: names.length - NAMED })
    : names.join(', ');

type Props = {
  conflicts: readonly MoveConflict[];
  /** Who and what moves, in the order of the items. */
  names: readonly string[];
  /** The request whose steps mend it: absent for a new one; false where the reader cannot change it. */
  request: number | false | undefined;
};

/** Everything that speaks against a move, what blocks it first, each with what to do about it. */
export function ConflictList({ conflicts, names, request }: Props) {
  if (conflicts.length === 0) return null;
  const blocking = conflicts.filter(({ blocks }) => blocks).length;
  const groups = grouped(conflicts, names);
  const search = (step: Step) => ({
    ...(step !== 'why' && { step }),
    ...(request !== undefined && request !== false && { request }),
  });
  return (
    <section aria-label={m.moves_conflicts()}>
      <Callout
        tone="warning"
        title={
          blocking > 0
            ? m.moves_conflicts_block({ count: blocking })
            : m.moves_conflicts_warn({ count: conflicts.length })
        }
      >
        <ul className={classes.list}>
          {groups.slice(0, SHOWN).map(({ conflict, names: whose }) => {
            const { word, step } = remedies[conflict.kind];
            return (
              <li key={`${conflict.kind} ${conflict.message} ${conflict.request?.id ?? ''}`}>
                {whose.length > 0 && (
                  <>
                    <strong>
                      <bdi>{nameWords(whose)}</bdi>
                    </strong>
                    {': '}
                  </>
                )}
                <span>{conflict.message}</span>{' '}
                {request === false ? (
                  <span className={classes.fix}>{word()}</span>
                ) : (
                  <Link to="/moves/new" search={search(step)} className={classes.fix}>
                    {word()}
                  </Link>
                )}
                {conflict.request && (
                  <>
                    {' '}
                    <Link to="/moves/$requestId" params={{ requestId: conflict.request.id }}>
                      {m.moves_conflict_other({ id: String(conflict.request.id) })}
                    </Link>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        {groups.length > SHOWN && <p>{m.moves_conflicts_more({ count: groups.length - SHOWN })}</p>}
      </Callout>
    </section>
  );
}
