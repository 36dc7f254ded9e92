import * as m from '#messages';
import classes from './progress.module.css';

/** How much of a round is done, as a bar and in words. */
export function Progress({ remaining, delivered }: { remaining: number; delivered: number }) {
  const all = remaining + delivered;
  return (
    <span className={classes.progress}>
      <progress
        className={classes.bar}
        max={Math.max(1, all)}
        value={delivered}
        aria-label={m.runs_progress_label()}
      />
      <span className={classes.words}>{m.runs_progress({ delivered, all })}</span>
    </span>
  );
}
