import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import type { AuditEntry } from '#contract/audit.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { AddedIcon, RestoredIcon } from '#src/ui/audit-icons.tsx';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './audit.module.css';
import { actionLabels } from './kind-labels.ts';
import { changeWords, kindWords, recordWords, telling } from './words.ts';

const looks = {
  added: { tone: 'success', icon: AddedIcon },
  changed: { tone: 'info', icon: PencilIcon },
  removed: { tone: 'danger', icon: TrashIcon },
  restored: { tone: 'accent', icon: RestoredIcon },
} as const;

export function ActionBadge({ entry: { action, kind } }: { entry: AuditEntry }) {
  const { tone, icon } = looks[action];
  const founded = kind === 'organisation' && action === 'added';
  return (
    <StatusBadge tone={tone} icon={icon}>
      {founded ? m.audit_registered() : actionLabels[action]()}
    </StatusBadge>
  );
}

/** Leads to everything that this person did. */
export function Who({ entry: { actor } }: { entry: AuditEntry }) {
  if (!actor)
    return (
      <span className={classes.dim} title={m.audit_server_hint()}>
        {m.audit_server()}
      </span>
    );
  return (
    <Link
      to="/audit"
      search={{ person: actor.id }}
      className={classes.clip}
      title={m.audit_of_person({ name: actor.name })}
    >
      <bdi>{actor.name}</bdi>
    </Link>
  );
}

/** Leads to the history of the record. */
export function What({ entry }: { entry: AuditEntry }) {
  return (
    <span className={classes.what}>
      <span className={classes.dim}>{kindWords(entry)}</span>
      <Link
        to="/audit"
        search={{ kind: entry.kind, record: entry.record.id }}
        className={classes.clip}
        title={m.audit_of_record()}
      >
        <bdi>{recordWords(entry)}</bdi>
      </Link>
    </span>
  );
}

function Changes({ entry }: { entry: AuditEntry }) {
  const words = telling(entry).map((change) => changeWords(change, entry));
  const text = words.join(' · ');
  return (
    <span className={classes.clip} title={words.slice(0, 12).join('\n')} dir="auto">
      {text}
    </span>
  );
}

export const lineColumns = (): GridColumn<AuditEntry>[] => [
  {
    id: 'at',
    header: m.audit_when(),
    width: 156,
    grow: 0,
    cell: ({ at }) => <time dateTime={new Date(at).toISOString()}>{formatDateTime(at)}</time>,
  },
  { id: 'who', header: m.audit_who(), width: 140, grow: 0.6, cell: (entry) => <Who entry={entry} /> },
  {
    id: 'action',
    header: m.audit_action(),
    width: 116,
    grow: 0,
    cell: (entry) => <ActionBadge entry={entry} />,
  },
  { id: 'what', header: m.audit_what(), width: 220, grow: 1.2, cell: (entry) => <What entry={entry} /> },
  {
    id: 'changes',
    header: m.audit_changes(),
    width: 260,
    grow: 2.4,
    cell: (entry) => <Changes entry={entry} />,
  },
];

/** The same for a phone. */
export function LineCard({ entry }: { entry: AuditEntry }) {
  return (
    <>
      <span className={classes.cardLine}>
        <strong className={classes.cardName}>
          <Who entry={entry} />
        </strong>
        <time className={classes.dim} dateTime={new Date(entry.at).toISOString()}>
          {formatDateTime(entry.at)}
        </time>
      </span>
      <span className={classes.cardLine}>
        <ActionBadge entry={entry} />
        <What entry={entry} />
      </span>
      <Changes entry={entry} />
    </>
  );
}
