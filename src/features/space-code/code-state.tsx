import type { ComponentType } from 'react';
import type { SpaceNow } from '#contract/space-code.ts';
import * as m from '#messages';
import { SeatedIcon } from '#src/ui/booking-icons.tsx';
import { BusyIcon } from '#src/ui/code-icons.tsx';
import { CheckIcon, ClockIcon, type IconProps, LockIcon } from '#src/ui/icons.tsx';
import type { Tone } from '#src/ui/status-badge.tsx';
import classes from './code.module.css';
import { standingOf, timeWords } from './standing.ts';

type Look = { tone: Tone; icon: ComponentType<IconProps>; word: string };

function lookOf(seen: SpaceNow): Look {
  const { now, walkIn, space, barred } = seen;
  const { current, mine } = standingOf(seen);
  const time = (ms: number) => timeWords(ms, now, space.timeZone);
  if (barred?.code === 'not-reservable') return { tone: 'neutral', icon: LockIcon, word: m.code_closed() };
  if (current?.mine)
    return { tone: 'accent', icon: SeatedIcon, word: m.code_yours({ time: time(current.endDate) }) };
  if (current) {
    const until = { time: time(current.endDate) };
    const word = current.private
      ? m.code_taken_busy(until)
      : m.code_taken_by({ ...until, name: current.user.name });
    return { tone: 'danger', icon: BusyIcon, word };
  }
  if (mine)
    return { tone: 'accent', icon: ClockIcon, word: m.code_yours_later({ time: time(mine.startDate) }) };
  if (!walkIn) return { tone: 'warning', icon: LockIcon, word: m.code_not_free() };
  const word = walkIn.end === 'booking' ? m.code_free_until({ time: time(walkIn.until) }) : m.code_free_day();
  return { tone: 'success', icon: CheckIcon, word: walkIn.end === 'rule' ? m.code_free() : word };
}

/** How the space stands: a word, an icon, a colour. */
export function CodeState({ seen }: { seen: SpaceNow }) {
  const { tone, icon: Icon, word } = lookOf(seen);
  const { space } = seen;
  const { current } = standingOf(seen);
  const title = current && !current.mine && !current.private && current.name !== current.user.name;
  return (
    <div className={classes.state} data-tone={tone} role="status">
      <Icon size={28} strokeWidth={1.8} />
      <div className={classes.words}>
        <strong dir="auto">{word}</strong>
        {title && <span dir="auto">{current.name}</span>}
        {!current && space.reservable && seen.barred && <span dir="auto">{seen.barred.message}</span>}
      </div>
    </div>
  );
}
