import * as m from '#messages';
import classes from './filter-bar.module.css';
import { CloseIcon } from './icons.tsx';

export type ActiveFilter = {
  key: string;
  /** "Courier" */
  label: string;
  /** "UPS" */
  value: string;
  onRemove: () => void;
};

/** The filters that are on, each with a way to take it off again. Nothing is drawn when none is on. */
export function ActiveFilters({
  filters,
  onClear,
}: {
  filters: readonly ActiveFilter[];
  onClear: () => void;
}) {
  if (filters.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={m.ui_filters()}>
      {filters.map(({ key, label, value, onRemove }) => (
        <li key={key} className={classes.chip}>
          <span className={classes.label}>{label}</span>
          <span className={classes.value}>{value}</span>
          <button
            type="button"
            className={classes.remove}
            aria-label={m.ui_filter_remove({ filter: `${label}: ${value}` })}
            onClick={onRemove}
          >
            <CloseIcon size={12} strokeWidth={2} />
          </button>
        </li>
      ))}
      {filters.length > 1 && (
        <li>
          <button type="button" className={classes.clear} onClick={onClear}>
            {m.ui_clear_all()}
          </button>
        </li>
      )}
    </ul>
  );
}
