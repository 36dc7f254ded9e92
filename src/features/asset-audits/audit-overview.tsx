import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { ruleWords } from '#src/directory/repeat-words.ts';
import { formatDate, formatDateTime } from '#src/lib/dates.ts';
import { Callout } from '#src/ui/callout.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { AuditSteps } from './audit-steps.tsx';
import classes from './audits.module.css';
import standing from './standing.module.css';
import { Bar } from './bar.tsx';
import { Figures } from './figures.tsx';
import { PlacesTable } from './places-table.tsx';
import { seenOf, wantedOf } from './words.ts';

const named = (list: readonly { name: string }[]) => list.map(({ name }) => name).join(', ');

/** What a campaign is about, how far it is, and what comes next. */
export function AuditOverview({ audit }: { audit: AssetAudit }) {
  const { scope, figures, state, spaces, recurrence, auditors } = audit;
  const everything = Object.values(scope).every((list) => list.length === 0);
  const [done, all] = [seenOf(figures), wantedOf(figures)];
  return (
    <div className={classes.scroll}>
      <div className={classes.overview}>
        {state === 'planned' && (
          <Callout tone="info" title={m.audits_planned_title()}>
            <p className={classes.plain}>
              {audit.may.manage ? m.audits_planned_text() : m.audits_planned_reader()}
            </p>
          </Callout>
        )}
        {state === 'reconciling' && (
          <Callout tone="info" title={m.audits_reconciling_title()}>
            <p className={classes.plain}>
              {audit.undecided > 0 ? m.audits_undecided({ count: audit.undecided }) : m.audits_all_decided()}{' '}
              {m.audits_reconciling_text()}
            </p>
          </Callout>
        )}
        {state !== 'planned' && (
          <>
            <Bar done={done} all={all} words={m.audits_seen_of({ done, all })} />
            <p className={classes.plain}>
              {m.audits_spaces_done({ done: spaces.done, all: spaces.toVisit })}
            </p>
            <Figures figures={figures} />
          </>
        )}
        <Facts
          facts={[
            { label: m.audits_note(), value: audit.note },
            { label: m.audits_scope(), value: everything && m.audits_scope_all() },
            { label: m.audits_scope_buildings(), value: named(scope.buildings) },
            { label: m.audits_scope_floors(), value: named(scope.floors) },
            { label: m.audits_scope_spaces(), value: named(scope.spaces) },
            { label: m.audits_scope_owners(), value: named(scope.owners) },
            { label: m.audits_scope_types(), value: named(scope.types) },
            { label: m.audits_due_label(), value: audit.dueDate && formatDate(audit.dueDate) },
            { label: m.audits_repeats(), value: recurrence && ruleWords(recurrence.rule) },
            { label: m.audits_next_one(), value: recurrence?.next && formatDate(recurrence.next) },
            { label: m.audits_opened(), value: moment(audit.openedBy, audit.openedAt) },
            { label: m.audits_walked(), value: audit.walkedAt && formatDateTime(audit.walkedAt) },
            { label: m.audits_closed(), value: moment(audit.closedBy, audit.closedAt) },
          ]}
        />
        <section aria-label={m.audits_people()}>
          <h2 className={classes.heading}>{m.audits_people()}</h2>
          {auditors.length === 0 ? (
            <p className={classes.plain}>{m.audits_people_none()}</p>
          ) : (
            <ul className={standing.people}>
              {auditors.map(({ id, name, floors }) => (
                <li key={id}>
                  <bdi>{name}</bdi>
                  <span className={classes.dim}>
                    {floors.length > 0 ? named(floors) : m.audits_part_all()}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
        {state !== 'planned' && <PlacesTable audit={audit} />}
        <div className={classes.buttons}>
          <AuditSteps audit={audit} care />
        </div>
      </div>
    </div>
  );
}

const moment = (by: { name: string } | undefined, at: number | undefined) =>
  at === undefined ? undefined : [formatDateTime(at), by?.name].filter(Boolean).join(' · ');
