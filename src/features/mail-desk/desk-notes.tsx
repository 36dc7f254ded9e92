import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { deskNotesOptions, useLiveAlerts } from '#src/directory/alerts.ts';
import { WarningIcon } from '#src/ui/icons.tsx';
import classes from './row-notes.module.css';

/** Standing notes that are on nobody in particular: the whole desk sees them while it checks in. */
export function DeskNotes() {
  useLiveAlerts();
  const { data = [] } = useQuery(deskNotesOptions);
  if (data.length === 0) return null;
  return (
    <section className={classes.note} aria-label={m.alerts_for_desk()}>
      <WarningIcon size={16} />
      <span className={classes.alerts}>
        {data.map(({ id, notes }) => (
          <span key={id} dir="auto">
            {notes}
          </span>
        ))}
      </span>
    </section>
  );
}
