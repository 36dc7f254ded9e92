import * as m from '#messages';
import { HIGH_UNTIL, type Priority } from '#contract/service-requests-catalogue.ts';
import { ArrowUpIcon } from '#src/ui/icons.tsx';
import classes from './request.module.css';

/** A priority by its name, with its own colour as a dot; a high one is marked by an arrow too. */
export function RequestPriority({ priority }: { priority: Pick<Priority, 'name' | 'sortOrder' | 'color'> }) {
  const { name, sortOrder, color } = priority;
  return (
    <span className={classes.priority}>
      {'red' in color && (
        <span
          className={classes.dot}
          aria-hidden="true"
          style={{ background: `rgb(${color.red} ${color.green} ${color.blue})` }}
        />
      )}
      <bdi title={name}>{name}</bdi>
      {sortOrder <= HIGH_UNTIL && (
        <span className={classes.high} title={m.request_priority_high()}>
          <ArrowUpIcon size={13} strokeWidth={2} />
        </span>
      )}
    </span>
  );
}
