import classes from './figure-chart.module.css';

export type Mark = 'in' | 'out' | 'line' | 'dashes';

/** What the marks of a drawing stand for; each differs in more than its colour. */
export function Legend({
  entries,
  note,
}: {
  entries: readonly { mark: Mark; text: string }[];
  note?: string | undefined;
}) {
  return (
    <p className={classes.legend}>
      {entries.map(({ mark, text }) => (
        <span key={mark} className={classes.entry}>
          <span className={classes.swatch} data-mark={mark} aria-hidden="true" />
          {text}
        </span>
      ))}
      {note && <span className={classes.note}>{note}</span>}
    </p>
  );
}
