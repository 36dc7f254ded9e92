import { ActionIcon, Button } from '@mantine/core';
import * as m from '#messages';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { CloseIcon } from '#src/ui/icons.tsx';
import classes from './centers.module.css';
import { nextSpan, problemOf, type Span, type SpanProblem } from './week.ts';

type Props = {
  /** The weekday's name. */
  day: string;
  spans: readonly Span[];
  /** Problems are shown once saving was tried. */
  checked: boolean;
  onChange: (spans: readonly Span[]) => void;
  onCopy: () => void;
};
const problems: Record<SpanProblem, () => string> = {
  time: m.settings_hours_missing,
  order: m.settings_hours_order,
  overlap: m.settings_hours_overlap,
};

/** The opening hours of one weekday, in any number of spans. */
export function DayHours({ day, spans, checked, onChange, onCopy }: Props) {
  const change = (at: number, part: Partial<Span>) =>
    onChange(spans.map((span, nth) => (nth === at ? { ...span, ...part } : span)));
  const time = (at: number, part: keyof Span, label: string, problem: SpanProblem | undefined) => (
    <input
      type="time"
      className={classes.time}
      aria-label={label}
      aria-invalid={problem ? true : undefined}
      value={spans[at]![part]}
      onChange={(event) => change(at, { [part]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={classes.day}>
      <legend className={classes.weekday}>{day}</legend>
      <div className={classes.spans}>
        {spans.length === 0 && <span className={classes.closed}>{m.settings_hours_closed()}</span>}
        {spans.map((_, at) => {
          const problem = checked ? problemOf(spans, at) : undefined;
          return (
            // Spans have no name of their own; they are put in order only when they are saved.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={at} className={classes.span}>
              {time(at, 'from', m.settings_hours_from({ day, nth: at + 1 }), problem)}
              <span aria-hidden="true">–</span>
              {time(at, 'until', m.settings_hours_until({ day, nth: at + 1 }), problem)}
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={m.settings_hours_remove({ day, nth: at + 1 })}
                onClick={(event) => {
                  // The button goes with its span: the keyboard stays with the day.
                  event.currentTarget.closest('fieldset')?.querySelector<HTMLElement>('[data-add]')?.focus();
                  onChange(spans.toSpliced(at, 1));
                }}
              >
                <CloseIcon size={14} />
              </ActionIcon>
              {problem && (
                <span role="alert" className={classes.problem}>
                  {problems[problem]()}
                </span>
              )}
            </div>
          );
        })}
      </div>
      <div className={classes.dayActions}>
        {spans.length > 0 && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            fw={500}
            aria-label={m.settings_hours_copy_day({ day })}
            onClick={onCopy}
          >
            {m.settings_hours_copy()}
          </Button>
        )}
        <ActionIcon
          data-add
          variant="subtle"
          color="gray"
          size={32}
          aria-label={m.settings_hours_add({ day })}
          title={m.settings_hours_add({ day })}
          onClick={() => onChange([...spans, nextSpan(spans)])}
        >
          <PlusIcon size={16} />
        </ActionIcon>
      </div>
    </fieldset>
  );
}
