import { Button, Skeleton } from '@mantine/core';
import * as m from '#messages';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon, ErrorIcon } from '#src/ui/icons.tsx';
import { useState } from 'react';
import type { Expected, SpaceSight } from './use-space-sight.ts';
import classes from './walk.module.css';

type Named = { id: number; name: string };
type Props = {
  room: Named | undefined;
  sight: SpaceSight;
  pending: boolean;
  problem: string | undefined;
  onAgain: () => void;
  onTick: (asset: Expected) => void;
};
/** A space of a store room may have thousands. */
const SHOWN = 200;

/** What should be here and was not seen yet; ticked off by hand where its label cannot be read. */
export function WalkExpected({ room, sight, pending, problem, onAgain, onTick }: Props) {
  const [all, setAll] = useState(false);
  const { left, expected } = sight;
  const shown = all ? left : left.slice(0, SHOWN);
  return (
    <section className={classes.column} data-list="left" aria-label={m.audits_left()}>
      <div className={classes.columnHead}>
        <h2>{m.audits_left()}</h2>
        <span className={classes.dim}>{pending ? '' : left.length}</span>
      </div>
      {pending ? (
        <div className={classes.bones} role="status" aria-label={m.shell_loading()}>
          {[0, 1, 2].map((at) => (
            <Skeleton key={at} height={44} />
          ))}
        </div>
      ) : problem ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.audits_left_failed()}
          action={<Button onClick={onAgain}>{m.shell_try_again()}</Button>}
        >
          {problem}
        </EmptyState>
      ) : left.length === 0 ? (
        <EmptyState
          icon={<CheckIcon size={22} />}
          title={expected === 0 ? m.audits_nothing_expected() : m.audits_all_seen()}
        >
          {expected === 0 ? m.audits_nothing_expected_text() : m.audits_all_seen_text()}
        </EmptyState>
      ) : (
        <ul className={classes.rows} aria-label={m.audits_left()}>
          {shown.map((one) => (
            <li key={one.id} className={classes.expected}>
              <span className={classes.expectedWords}>
                <bdi className={classes.name}>{one.name}</bdi>
                <span className={classes.dim}>
                  <bdi className={classes.code}>{one.code}</bdi>
                  {one.model !== one.name && <bdi> · {one.model}</bdi>}
                </span>
              </span>
              <Button
                variant="default"
                size="compact-md"
                className={classes.tick}
                disabled={!room}
                aria-label={m.audits_tick_of({ name: one.name, code: one.code })}
                onClick={() => onTick(one)}
              >
                {m.audits_tick()}
              </Button>
            </li>
          ))}
          {shown.length < left.length && (
            <li className={classes.more}>
              <Button variant="subtle" onClick={() => setAll(true)}>
                {m.audits_show_all({ count: left.length })}
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
