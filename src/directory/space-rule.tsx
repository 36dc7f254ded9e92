import { useSpaceRule } from './booking-rules.ts';
import classes from './space-rule.module.css';

/** What the rule of a space means for who books it; nothing where there is none. */
export function SpaceRule({ room }: { room: number | undefined }) {
  const words = useSpaceRule(room);
  return words && <p className={classes.rule}>{words}</p>;
}
