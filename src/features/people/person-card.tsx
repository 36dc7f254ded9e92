import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import * as m from '#messages';
import type { User } from '#contract/users.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import { WarningIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { MailIcon, PhoneIcon, ShieldIcon } from '#src/ui/people-icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './card.module.css';
import { costCentersOf, dialled, placeOf, stopOf } from './person-facts.ts';
import { reportsOptions, rolesOptions } from './queries.ts';
import { roleLabels } from './roles.ts';

const SHOWN = 8;

/** Who somebody is, how to reach them, where they sit and whom they work with. */
export function PersonCard({ person, bare = false }: { person: User; bare?: boolean }) {
  return (
    <div className={classes.card}>
      {!bare && <Head person={person} />}
      <Reach person={person} />
      <Facts person={person} />
      <Reports person={person} />
      {!bare && <Roles person={person} />}
    </div>
  );
}

export function Head({ person, end }: { person: User; end?: ReactNode }) {
  const { name, knownAs, jobTitle, department, color, image } = person;
  return (
    <div className={classes.head}>
      <Avatar name={name} color={color} src={image?.downloadURL} size={72} />
      <div className={classes.names}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        {knownAs && <span dir="auto">{m.people_known_as({ name: knownAs })}</span>}
        <span dir="auto">{[jobTitle, department].filter(Boolean).join(' · ')}</span>
        <span className={classes.badges}>
          {person.siteAdmin && (
            <StatusBadge tone="accent" icon={ShieldIcon}>
              {m.people_site_admin()}
            </StatusBadge>
          )}
          {person.floorWarden && (
            <StatusBadge tone="info" icon={ShieldIcon}>
              {m.people_floor_warden()}
            </StatusBadge>
          )}
          {person.specialNeeds && (
            <StatusBadge tone="warning" icon={WarningIcon}>
              {m.people_special_needs()}
            </StatusBadge>
          )}
        </span>
        {end}
      </div>
    </div>
  );
}

function Reach({ person: { name, email, phone, mobile, extension, fax } }: { person: User }) {
  return (
    <ul className={classes.reach} aria-label={m.people_contact()}>
      <li>
        <a href={`mailto:${email}`} aria-label={m.people_write({ name })}>
          <MailIcon size={16} />
          <bdi>{email}</bdi>
        </a>
      </li>
      {[phone, mobile].map(
        (number) =>
          number && (
            <li key={number}>
              <a href={dialled(number)} aria-label={m.people_call({ number })}>
                <PhoneIcon size={16} />
                <bdi>{number}</bdi>
              </a>
              {number === phone && extension && (
                <span className={classes.dim}>
                  {m.people_extension()} {extension}
                </span>
              )}
            </li>
          ),
      )}
      {fax && (
        <li className={classes.dim}>
          {m.people_fax()} <bdi>{fax}</bdi>
        </li>
      )}
    </ul>
  );
}

function Facts({ person }: { person: User }) {
  const place = placeOf(person);
  const costCenters = costCentersOf(person);
  // A text, so that the place may be a page of another part of the dashboard.
  const spacePage: string = `/spaces/${place?.id}`;
  const facts: [string, ReactNode][] = [
    [
      m.people_space(),
      place && (
        <>
          <Link to={spacePage}>
            <bdi>{place.name}</bdi>
          </Link>
          <span className={classes.below}>{place.around}</span>
        </>
      ),
    ],
    [m.people_mail_stop(), stopOf(person)],
    [
      m.people_manager(),
      person.manager?.id && (
        <TextLink to="/people/$userId" params={{ userId: person.manager.id }} size="sm">
          <bdi>{person.manager.name}</bdi>
        </TextLink>
      ),
    ],
    [m.people_employee_id(), person.employeeId],
    [m.people_company(), person.company],
    [m.people_user_type(), person.userType.name],
    [m.people_cost_centers(), costCenters.map(({ name }) => name).join(', ')],
    [m.people_visitor_center(), person.defaultVisitorCenter?.name],
    [m.people_user_name(), person.userName],
    [m.people_comments(), person.comments],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Reports({ person: { id } }: { person: User }) {
  const reports = useQuery(reportsOptions(id)).data ?? [];
  const way = (
    <TextLink to="/people/chart" search={{ person: id }} size="sm">
      {m.people_in_chart()}
    </TextLink>
  );
  if (reports.length === 0) return <p className={classes.line}>{way}</p>;
  return (
    <section aria-labelledby={`reports-${id}`}>
      <h3 id={`reports-${id}`} className={classes.title}>
        {m.people_reports()} <span className={classes.dim}>{reports.length}</span>
      </h3>
      <ul className={classes.people}>
        {reports.slice(0, SHOWN).map((report) => (
          <li key={report.id}>
            <Link to="/people/$userId" params={{ userId: report.id }} className={classes.person}>
              <Avatar name={report.name} color={report.color} src={report.image?.downloadURL} />
              <bdi>{report.name}</bdi>
              <span className={classes.dim}>{report.jobTitle}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className={classes.line}>
        {reports.length > SHOWN && (
          <span className={classes.dim}>{m.people_reports_more({ count: reports.length - SHOWN })}</span>
        )}
        {way}
      </p>
    </section>
  );
}

function Roles({ person: { id } }: { person: User }) {
  const { data: held } = useQuery(rolesOptions(id));
  if (!held || held.length === 0) return null;
  return (
    <section aria-labelledby={`roles-${id}`}>
      <h3 id={`roles-${id}`} className={classes.title}>
        {m.people_roles()}
      </h3>
      <ul className={classes.held}>
        {held.map(({ role, center }) => (
          <li key={`${center.id} ${role}`}>
            {m.people_role_in({ role: roleLabels[role](), center: center.name })}
          </li>
        ))}
      </ul>
    </section>
  );
}
