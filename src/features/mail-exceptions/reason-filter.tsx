import * as m from '#messages';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import classes from './exceptions.module.css';
import { reasons } from './reasons.ts';
import { type ExceptionReason, reasonNames } from './search.ts';

type Props = {
  reason: ExceptionReason | undefined;
  onChange: (reason: ExceptionReason | undefined) => void;
};

/** All exceptions, or those of one reason. */
export function ReasonFilter({ reason, onChange }: Props) {
  return (
    <div className={classes.filters} role="group" aria-label={m.exceptions_reason()}>
      <FilterChip on={!reason} onClick={() => onChange(undefined)}>
        {m.exceptions_all()}
      </FilterChip>
      {reasonNames.map((name) => {
        const { label, icon: Icon } = reasons[name];
        return (
          <FilterChip key={name} on={reason === name} onClick={() => onChange(name)}>
            <Icon size={15} />
            {label()}
          </FilterChip>
        );
      })}
      <span className={classes.keys}>{m.exceptions_keys()}</span>
    </div>
  );
}
