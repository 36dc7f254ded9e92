import { isRightToLeft } from '#src/lib/language.ts';
import classes from './figure-chart.module.css';
import type { Mark } from './figure-legend.tsx';

export const HEIGHT = 240;
export const margin = { top: 8, right: 8, bottom: 0, left: 0 };
export const grid = { vertical: false, stroke: 'var(--line)' };
/** Time runs as the reader reads, and its scale stands where it begins. */
export const across = () => ({ reversed: isRightToLeft() });
export const upright = () => ({ orientation: isRightToLeft() ? 'right' : 'left' }) as const;
export const axis = {
  tick: { fontSize: 12, fill: 'var(--text-dimmed)' },
  tickLine: false,
  stroke: 'var(--line-strong)',
};

type Line = { mark: Mark; text: string; value: string };

/** What is under the pointer, or under the arrow keys; read out as it changes. */
export function Tip({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <div className={classes.tip} role="status">
      <strong>{title}</strong>
      {lines.map(({ mark, text, value }) => (
        <span key={mark} className={classes.entry}>
          <span className={classes.swatch} data-mark={mark} aria-hidden="true" />
          {text} <b className={classes.value}>{value}</b>
        </span>
      ))}
    </div>
  );
}
