import { type MouseEvent, useEffect, useRef } from 'react';
import { Avatar } from '#src/ui/avatar.tsx';
import type { Mark } from '#src/lib/fuzzy.ts';
import type { Entry } from './palette-entries.ts';
import classes from './palette.module.css';

type Props = {
  id: string;
  entry: Entry;
  active: boolean;
  onPoint: () => void;
  onChoose: (how: { newTab: boolean; second: boolean }) => void;
};

/** One line: the matched letters marked, and what else is known of it. */
export function PaletteOption({ id, entry, active, onPoint, onChoose }: Props) {
  const row = useRef<HTMLDivElement>(null);
  const { icon: Icon, title, parts, person, second, marks } = entry;
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const choose = (event: MouseEvent) => {
    event.preventDefault();
    const isSecond = (event.target as HTMLElement).closest('[data-second]') !== null;
    onChoose({ newTab: event.ctrlKey || event.metaKey || event.button === 1, second: isSecond });
  };
  return (
    // The focus stays in the field, where all keys are heard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      className={classes.option}
      onMouseMove={active ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={choose}
      onAuxClick={(event) => event.button === 1 && choose(event)}
    >
      {person ? (
        <Avatar name={person.title} color={person.color} size={24} />
      ) : (
        <span className={classes.icon}>
          <Icon size={18} />
        </span>
      )}
      <span className={classes.words}>
        <bdi className={classes.name}>
          <Marked text={title} marks={marks ?? []} />
        </bdi>
        {parts.length > 0 && (
          <span className={classes.parts}>
            {parts.map((part, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- parts never move, and may be alike
              <span key={at}>
                {at > 0 && ' · '}
                <bdi>{part}</bdi>
              </span>
            ))}
          </span>
        )}
      </span>
      {second && (
        <span data-second className={classes.second}>
          {second.label}
        </span>
      )}
    </div>
  );
}

function Marked({ text, marks }: { text: string; marks: readonly Mark[] }) {
  const pieces: React.ReactNode[] = [];
  let done = 0;
  for (const [from, to] of marks) {
    if (from < done) continue;
    pieces.push(text.slice(done, from), <mark key={from}>{text.slice(from, to)}</mark>);
    done = to;
  }
  return (
    <>
      {pieces}
      {text.slice(done)}
    </>
  );
}
