import * as m from '#messages';
import classes from './bar.module.css';

type Props = { done: number; all: number; words: string };

/** How far something has come, as a bar and in words. */
export function Bar({ done, all, words }: Props) {
  return (
    <span className={classes.progress}>
      <progress
        className={classes.bar}
        max={Math.max(1, all)}
        value={done}
        aria-label={m.audits_progress()}
      />
      <span className={classes.words}>{words}</span>
    </span>
  );
}
