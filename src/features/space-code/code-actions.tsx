import { Alert, Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { SpaceNow } from '#contract/space-code.ts';
import * as m from '#messages';
import { SwapIcon } from '#src/ui/code-icons.tsx';
import classes from './code.module.css';
import { type Choice, choicesOf, standingOf, timeWords } from './standing.ts';
import { useCodeSteps } from './use-code-steps.ts';

/** What may be done here now, the likeliest first; one tap each. */
export function CodeActions({ seen }: { seen: SpaceNow }) {
  const { space, elsewhere, now } = seen;
  const { go, busy, problem } = useCodeSteps(space);
  const { mine, current } = standingOf(seen);
  const time = (ms: number) => timeWords(ms, now, space.timeZone);
  const where = elsewhere && {
    space: elsewhere.room.name,
    floor: elsewhere.room.floor.name,
    time: time(elsewhere.endDate),
  };
  // A desk in place of a desk is the likelier wish; in place of a meeting room it is not.
  const alike = elsewhere?.room.type.id === space.type.id;
  return (
    <section className={classes.actions} aria-label={m.code_now()}>
      {mine ? (
        mine.phase === 'awaiting-approval' ? (
          <p className={classes.hint}>{m.code_awaiting()}</p>
        ) : mine.state === 'checked_in' ? (
          <Button
            fullWidth
            size="lg"
            variant="default"
            loading={busy === 'check-out'}
            onClick={() => go({ kind: 'check-out', booking: mine.id })}
          >
            {m.code_check_out()}
          </Button>
        ) : (
          <Button
            fullWidth
            size="lg"
            loading={busy === 'check-in'}
            onClick={() => go({ kind: 'check-in', booking: mine.id })}
          >
            {m.code_check_in()}
          </Button>
        )
      ) : (
        <>
          {elsewhere?.fits && where && (
            <div className={classes.way}>
              <Button
                fullWidth
                size="lg"
                variant={alike ? 'filled' : 'default'}
                leftSection={<SwapIcon />}
                loading={busy === 'swap'}
                onClick={() => go({ kind: 'swap', booking: elsewhere.id, from: elsewhere.room })}
              >
                {m.code_swap()}
              </Button>
              <p className={classes.hint}>{m.code_swap_text(where)}</p>
            </div>
          )}
          {elsewhere && !elsewhere.fits && where && !current && (
            <p className={classes.hint}>{m.code_swap_not(where)}</p>
          )}
          <WalkIn
            seen={seen}
            second={elsewhere !== undefined && alike && elsewhere.fits}
            busy={busy === 'walk-in'}
            onGo={(endDate) => go({ kind: 'walk-in', endDate })}
          />
        </>
      )}
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
    </section>
  );
}

type WalkInProps = {
  seen: SpaceNow;
  /** Something else is likelier. */
  second: boolean;
  busy: boolean;
  onGo: (endDate: number) => void;
};

function WalkIn({ seen, second, busy, onGo }: WalkInProps) {
  const { choices, likely } = choicesOf(seen);
  const [kind, setKind] = useState<Choice['kind']>();
  const chosen = choices.find((one) => one.kind === kind) ?? likely;
  if (!chosen) return null;
  const time = (ms: number) => timeWords(ms, seen.now, seen.space.timeZone);
  const label = ({ kind: which, until }: Choice) => {
    if (which === '30') return m.code_30();
    if (which === '60') return m.code_60();
    return seen.walkIn?.end === 'day' ? m.code_rest() : m.code_until({ time: time(until) });
  };
  const words = { time: time(chosen.until) };
  return (
    <div className={classes.way}>
      <Button
        fullWidth
        size="lg"
        variant={second ? 'default' : 'filled'}
        loading={busy}
        onClick={() => onGo(chosen.until)}
      >
        {second || seen.elsewhere ? m.code_walk_in_too(words) : m.code_walk_in(words)}
      </Button>
      {choices.length > 1 && (
        <SegmentedControl
          fullWidth
          size="md"
          aria-label={m.code_how_long()}
          value={chosen.kind}
          onChange={(value) => setKind(choices.find((one) => one.kind === value)?.kind)}
          data={choices.map((one) => ({ value: one.kind, label: label(one) }))}
        />
      )}
    </div>
  );
}
