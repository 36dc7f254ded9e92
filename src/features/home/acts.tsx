import { Button } from '@mantine/core';
import type { MouseEvent } from 'react';
import * as m from '#messages';
import classes from './home.module.css';
import type { Act, Asking } from './line.ts';
import type { Deeds } from './use-deeds.ts';

/** What the buttons of a page do. */
export type Doing = Deeds & { ask: (key: string, asking: Asking) => void };

/** Whoever answers by keyboard goes on with the line while it is there, then with the next one, else the one before, else at the heading of the list. */
function focusBeyond(line: HTMLElement | null) {
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  const list = line?.closest('section');
  setTimeout(() => {
    if (document.activeElement !== document.body && document.activeElement?.isConnected) return;
    const row = [line, next].find((one) => one?.isConnected);
    const there = row?.querySelector<HTMLElement>('button') ?? row?.querySelector<HTMLElement>('a');
    (there ?? list?.querySelector<HTMLElement>('h2'))?.focus();
  });
}

/** The answers to a line, the next step filled. */
export function Acts({
  of,
  acts,
  doing,
  quiet,
}: {
  of: string;
  acts: readonly Act[];
  doing: Doing;
  quiet?: boolean;
}) {
  if (acts.length === 0) return null;
  const press = (act: Act, { currentTarget }: MouseEvent<HTMLElement>) => {
    const line = currentTarget.closest<HTMLElement>('[data-line]');
    if ('deed' in act) {
      void doing.take(of, act.deed);
      focusBeyond(line);
    } else if ('ask' in act) doing.ask(of, act.ask);
  };
  return (
    <span className={classes.acts}>
      {acts.map((act) =>
        'link' in act ? (
          <span key={act.label} className={classes.actLink}>
            {act.link(
              <>
                {act.label}
                <span className={classes.unseen}>: {act.name}</span>
              </>,
            )}
          </span>
        ) : (
          <Button
            key={act.label}
            size="compact-sm"
            variant={act.main && !quiet ? 'filled' : 'default'}
            aria-label={m.home_act({ what: act.label, name: act.name })}
            onClick={(event) => press(act, event)}
          >
            {act.label}
          </Button>
        ),
      )}
    </span>
  );
}
