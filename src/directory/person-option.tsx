import * as m from '#messages';
import type { Recipient } from '#contract/mail.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import { WarningIcon } from '#src/ui/icons.tsx';
import classes from './person-picker.module.css';

/** Where to find somebody, in one line: stop, space, department. */
export function whereabouts({
  mailStop,
  room,
  department,
}: Pick<Recipient, 'mailStop' | 'room' | 'department'>): string {
  const space = room && [room.name, room.floor, room.building].filter(Boolean).join(', ');
  return [mailStop?.name, space, department].filter(Boolean).join(' · ');
}

/** A person in a list of matches. */
export function PersonOption({ person }: { person: Recipient }) {
  return (
    <span className={classes.person}>
      <Avatar name={person.name} color={person.color} size={26} />
      <span className={classes.who}>
        <span className={classes.name}>
          <bdi title={person.name}>{person.name}</bdi>
          {person.employeeId && <span className={classes.dim}>{person.employeeId}</span>}
        </span>
        <span className={classes.where} title={whereabouts(person)}>
          {whereabouts(person) || person.email}
        </span>
        {person.alerts.length > 0 && (
          <span className={classes.alert}>
            <WarningIcon size={14} />
            <span dir="auto">{person.alerts[0]}</span>
          </span>
        )}
      </span>
      {person.openItems > 0 && (
        <span className={classes.open}>{m.mail_person_open({ count: person.openItems })}</span>
      )}
    </span>
  );
}
