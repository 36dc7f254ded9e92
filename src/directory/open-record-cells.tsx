import classes from './open-records.module.css';

/** A text that is cut where it does not fit. */
export const clipped = (text: string | undefined) =>
  text && (
    <bdi className={classes.clip} title={text}>
      {text}
    </bdi>
  );

/** A record in two lines, for a phone. */
export function TwoLines({ name, more }: { name: string; more: readonly (string | undefined)[] }) {
  return (
    <>
      {clipped(name)}
      <span className={classes.dim}>{clipped(more.filter(Boolean).join(' · '))}</span>
    </>
  );
}
