import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import classes from './audit.module.css';

type Props = { count: number; more: boolean; onShow: () => void };

/** Says over the list how many lines have come in above it; a press shows them. */
export function FreshLine({ count, more, onShow }: Props) {
  const words = { count: formatNumber(count) };
  return (
    <div className={classes.fresh} role="status">
      {count > 0 && (
        <button type="button" onClick={onShow}>
          {more ? m.audit_fresh_many(words) : count === 1 ? m.audit_fresh_one() : m.audit_fresh(words)}
        </button>
      )}
    </div>
  );
}
