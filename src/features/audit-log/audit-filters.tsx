import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import * as m from '#messages';
import { compareNames } from '#src/lib/language.ts';
import { personNameOptions } from '#src/directory/people.ts';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { colleaguesOptions } from '#src/directory/recipients.ts';
import { SavedFilters } from '#src/directory/saved-filters.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { type ActiveFilter, ActiveFilters } from '#src/ui/filter-bar.tsx';
import classes from './audit.module.css';
import { actionLabels, kindLabels } from './kind-labels.ts';
import { actions, type AuditSearch, readAuditSearch } from './search.ts';

type Props = { search: AuditSearch; onSearch: (search: AuditSearch) => void };
const kinds = Object.entries(kindLabels)
  .map(([id, label]) => ({ id, name: label() }))
  .toSorted((a, b) => compareNames(a.name, b.name));

function without(search: AuditSearch, ...names: (keyof AuditSearch)[]): AuditSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([name]) => !names.includes(name as keyof AuditSearch)),
  );
}

/** What narrows the log down: not the one record or line that somebody looks at. */
const narrowedBy = (search: AuditSearch) => without(search, 'record', 'line');
const read = (raw: Record<string, unknown>) => narrowedBy(readAuditSearch(raw));

/** Kind, action, person and days; the address holds them all. */
export function AuditFilters({ search, onSearch }: Props) {
  const id = useId();
  const { kind, record, person, action, from, until } = search;
  const named = useQuery({ ...personNameOptions(person ?? 0), enabled: person !== undefined });
  const wrong = from !== undefined && until !== undefined && from > until;
  const day = (name: 'from' | 'until', label: string) => (
    <label className={classes.day}>
      {label}
      <input
        type="date"
        value={search[name] ?? ''}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? `${id}-days` : undefined}
        onChange={({ currentTarget: { value } }) =>
          onSearch({ ...without(search, name, 'line'), ...(value && { [name]: value }) })
        }
      />
    </label>
  );
  const chips: ActiveFilter[] = [
    ...(person === undefined
      ? []
      : [
          {
            key: 'person',
            label: m.audit_who(),
            value: named.data?.name ?? m.audit_number({ id: String(person) }),
            onRemove: () => onSearch(without(search, 'person', 'line')),
          },
        ]),
    ...(record === undefined
      ? []
      : [
          {
            key: 'record',
            label: m.audit_record(),
            value: m.audit_number({ id: String(record) }),
            onRemove: () => onSearch(without(search, 'record', 'line')),
          },
        ]),
  ];
  return (
    <div className={classes.filters}>
      <SavedFilters view="audit" filters={narrowedBy(search)} read={read} onChoose={onSearch} />
      <Choice
        layout="line"
        label={m.audit_kind()}
        none={m.audit_any_kind()}
        value={kind}
        options={kinds}
        onChange={(value) =>
          onSearch({ ...without(search, 'kind', 'record', 'line'), ...(value && { kind: value }) })
        }
      />
      <Choice
        layout="line"
        label={m.audit_action()}
        none={m.audit_any_action()}
        value={action}
        options={actions.map((id) => ({ id, name: actionLabels[id]() }))}
        onChange={(value) =>
          onSearch({ ...without(search, 'action', 'line'), ...(value && { action: value }) })
        }
      />
      <div className={classes.person}>
        <PersonPicker
          bare
          label={m.audit_person()}
          placeholder={m.audit_person_find()}
          find={colleaguesOptions}
          onPick={(one) => onSearch({ ...without(search, 'line'), person: one.id })}
        />
      </div>
      {day('from', m.audit_from())}
      {day('until', m.audit_until())}
      <span id={`${id}-days`} className={classes.problem} role="alert">
        {wrong && m.audit_order()}
      </span>
      <ActiveFilters filters={chips} onClear={() => onSearch(without(search, 'person', 'record', 'line'))} />
    </div>
  );
}
