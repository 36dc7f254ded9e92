import type { User } from '#contract/users.ts';
import * as m from '#messages';
import { Avatar } from '#src/ui/avatar.tsx';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import classes from './people.module.css';
import { placeOf, stopOf } from './person-facts.ts';

const Text = ({ children }: { children: string | undefined }) => (
  <bdi className={classes.clip} title={children}>
    {children}
  </bdi>
);

function SpaceCell({ person }: { person: User }) {
  const place = placeOf(person);
  if (!place) return null;
  return (
    <span className={classes.clip} title={`${place.name}, ${place.around}`}>
      <bdi>{place.name}</bdi> <bdi className={classes.dim}>{place.around}</bdi>
    </span>
  );
}

export const peopleColumns = (): GridColumn<User>[] => [
  {
    id: 'name',
    header: m.people_name(),
    width: 190,
    grow: 1.4,
    sortable: true,
    cell: ({ name, color, image, knownAs }) => (
      <span className={classes.who}>
        <Avatar name={name} color={color} src={image?.downloadURL} />
        <span className={classes.clip} title={knownAs ? `${name} (${knownAs})` : name}>
          <bdi className={classes.name}>{name}</bdi> {knownAs && <bdi className={classes.dim}>{knownAs}</bdi>}
        </span>
      </span>
    ),
  },
  {
    id: 'jobTitle',
    header: m.people_job_title(),
    width: 140,
    sortable: true,
    cell: ({ jobTitle }) => <Text>{jobTitle}</Text>,
  },
  {
    id: 'department',
    header: m.people_department(),
    width: 130,
    sortable: true,
    cell: ({ department }) => <Text>{department}</Text>,
  },
  { id: 'room', header: m.people_space(), width: 170, cell: (person) => <SpaceCell person={person} /> },
  {
    id: 'mailStop',
    header: m.people_mail_stop(),
    width: 110,
    grow: 0.6,
    cell: (person) => <Text>{stopOf(person)}</Text>,
  },
  {
    id: 'email',
    header: m.people_email(),
    width: 190,
    sortable: true,
    cell: ({ email }) => <Text>{email}</Text>,
  },
  {
    id: 'employeeId',
    header: m.people_employee_id(),
    width: 110,
    grow: 0.5,
    sortable: true,
    cell: ({ employeeId }) => <Text>{employeeId}</Text>,
  },
];

/** The same in two lines, for a phone. */
export function PhoneCard({ person }: { person: User }) {
  const { name, color, image, jobTitle, department, email } = person;
  const place = placeOf(person);
  return (
    <span className={classes.who}>
      <Avatar name={name} color={color} src={image?.downloadURL} size={38} />
      <span className={classes.cardBody}>
        <bdi className={`${classes.clip} ${classes.name}`}>{name}</bdi>
        <span className={`${classes.clip} ${classes.dim}`} dir="auto">
          {[jobTitle ?? department, place && `${place.name}, ${place.around}`].filter(Boolean).join(' · ') ||
            email}
        </span>
      </span>
    </span>
  );
}
