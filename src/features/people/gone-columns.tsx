import { Button } from '@mantine/core';
import * as m from '#messages';
import type { DeactivatedPerson } from '#contract/people.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import classes from './people.module.css';

type Ask = (person: DeactivatedPerson) => void;

const When = ({ at }: { at: number }) => (
  <time dateTime={new Date(at).toISOString()}>{formatDateTime(at)}</time>
);

function Back({ person, onAsk }: { person: DeactivatedPerson; onAsk: Ask }) {
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={m.people_restore_one({ name: person.name })}
      onClick={(event) => {
        event.stopPropagation();
        onAsk(person);
      }}
    >
      {m.people_restore()}
    </Button>
  );
}

export const goneColumns = (onAsk: Ask): GridColumn<DeactivatedPerson>[] => [
  {
    id: 'name',
    header: m.people_name(),
    width: 190,
    grow: 1.4,
    cell: ({ name, color }) => (
      <span className={classes.who}>
        <Avatar name={name} color={color} />
        <bdi className={`${classes.clip} ${classes.name}`} title={name}>
          {name}
        </bdi>
      </span>
    ),
  },
  {
    id: 'email',
    header: m.people_email(),
    width: 190,
    cell: ({ email }) => (
      <bdi className={classes.clip} title={email}>
        {email}
      </bdi>
    ),
  },
  {
    id: 'department',
    header: m.people_department(),
    width: 130,
    cell: ({ department, jobTitle }) => <bdi className={classes.clip}>{department ?? jobTitle}</bdi>,
  },
  {
    id: 'when',
    header: m.people_gone_when(),
    width: 160,
    grow: 0,
    cell: ({ deactivatedAt }) => <When at={deactivatedAt} />,
  },
  {
    id: 'by',
    header: m.people_gone_by(),
    width: 140,
    grow: 0.8,
    cell: ({ deactivatedBy }) => <bdi className={classes.clip}>{deactivatedBy?.name}</bdi>,
  },
  {
    id: 'back',
    header: m.people_restore(),
    width: 120,
    grow: 0,
    cell: (person) => <Back person={person} onAsk={onAsk} />,
  },
];

/** The same in two lines, for a phone; a tap asks. */
export function GoneCard({
  person: { name, color, deactivatedAt, deactivatedBy },
}: {
  person: DeactivatedPerson;
}) {
  return (
    <span className={classes.who}>
      <Avatar name={name} color={color} size={38} />
      <span className={classes.cardBody}>
        <bdi className={`${classes.clip} ${classes.name}`}>{name}</bdi>
        <span className={`${classes.clip} ${classes.dim}`} dir="auto">
          <When at={deactivatedAt} />
          {deactivatedBy && ` · ${deactivatedBy.name}`}
        </span>
      </span>
    </span>
  );
}
