import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { towards } from '#src/lib/language.ts';
import { outcomeLabels } from '#src/directory/delivery.ts';
import { numberOf } from '#src/directory/item-facts.ts';
import { CheckIcon, UndoIcon } from '#src/ui/icons.tsx';
import classes from './exceptions.module.css';
import type { Solved } from './solved.ts';

type Props = { solved: readonly Solved[]; busy: boolean; onUndo: (solved: Solved) => void };

/** What has left the exceptions here, so that nothing does so unseen; an assignment can be taken back. */
export function SolvedBar({ solved, busy, onUndo }: Props) {
  const [all, setAll] = useState(false);
  if (solved.length === 0) return null;
  return (
    <section className={classes.solved} aria-label={m.exceptions_solved_label()}>
      <div className={classes.solvedHead}>
        <CheckIcon size={16} />
        <strong>{m.exceptions_solved({ count: solved.length })}</strong>
        <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? m.exceptions_solved_less() : m.exceptions_solved_all()}
        </Button>
      </div>
      <ul className={classes.solvedList}>
        {(all ? solved : solved.slice(0, 1)).map((one) => (
          <li key={one.item.id}>
            <span className={classes.solvedWhat}>
              <bdi>{one.item.recipientName ?? numberOf(one.item)}</bdi>
              <span aria-hidden="true"> {towards()} </span>
              <bdi>{one.outcome ? outcomeLabels[one.outcome]() : one.person}</bdi>
            </span>
            {!one.outcome && (
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<UndoIcon size={14} />}
                disabled={busy}
                onClick={() => onUndo(one)}
              >
                {m.ui_undo()}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
