import type { ReactNode } from 'react';
import type { Me } from '#contract/users.ts';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import { LinkButton, TextLink } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { LanguageField } from './language-field.tsx';
import { ProfileForm } from './profile-form.tsx';
import classes from './profile-page.module.css';

const roles = {
  ADMINISTRATOR: m.account_role_administrator,
  MANAGER: m.account_role_manager,
  OPERATOR: m.account_role_operator,
  TECHNICIAN: m.account_role_technician,
  CUSTOMER: m.account_role_customer,
};

export function ProfilePage() {
  const me = useMe();
  return (
    <Page title={m.account_profile_title()} layout="narrow">
      <div className={classes.who}>
        <Avatar name={me.name} color={me.color} src={me.image?.downloadURL} size={56} />
        <div className={classes.names}>
          <strong dir="auto">{me.name}</strong>
          <span>{[me.jobTitle, me.email].filter(Boolean).join(' · ')}</span>
          <TextLink to="/people/$userId" params={{ userId: me.id }} size="sm">
            {m.people_own_page()}
          </TextLink>
        </div>
      </div>
      <Section title={m.account_profile_contact()} text={m.account_profile_contact_text()}>
        <ProfileForm me={me} />
      </Section>
      <Section title={m.account_language()} text={m.account_language_text()}>
        <LanguageField me={me} />
      </Section>
      <Section title={m.account_profile_work()} text={m.account_profile_work_text()}>
        <Facts facts={workFacts(me)} />
      </Section>
      <Section title={m.news_title()} text={m.prefs_profile_text()}>
        <LinkButton to="/notices/settings" variant="default" size="compact-md">
          {m.prefs_link()}
        </LinkButton>
      </Section>
      <Section title={m.account_profile_access()}>
        <Facts facts={accessFacts(me)} />
      </Section>
    </Page>
  );
}

/** A space with what it lies in; an empty object where somebody has none. */
type Place = { name?: string; floor?: { name?: string; building?: { name?: string } } };

type Fact = [label: string, value: string | undefined];

function workFacts(me: Me): Fact[] {
  const room = me.room as Place;
  return [
    [m.account_organisation(), me.organisation.name],
    [m.account_department(), me.department],
    [m.account_job_title(), me.jobTitle],
    [m.account_employee_id(), me.employeeId],
    [
      m.account_space(),
      [room?.floor?.building?.name, room?.floor?.name, room?.name].filter(Boolean).join(', '),
    ],
    [m.account_mail_stop(), me.mailStop?.name],
    [m.account_time_zone(), me.timeZone.replaceAll('_', ' ')],
  ];
}

function accessFacts(me: Me): Fact[] {
  const centers = me.permissions.map(({ role, center }): Fact => [center.name, roles[role]()]);
  return me.siteAdmin ? [[me.organisation.name, m.account_site_admin()], ...centers] : centers;
}

function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <div>
        <h2 className={classes.heading}>{title}</h2>
        {text && <p className={classes.text}>{text}</p>}
      </div>
      <div>{children}</div>
    </section>
  );
}

function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value)
        .map(([label, value], at) => (
          <div key={`${label} ${at}`} className={classes.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
