import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import * as m from '#messages';
import { personNameOptions } from '#src/directory/people.ts';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { colleaguesOptions } from '#src/directory/recipients.ts';
import { type ActiveFilter, ActiveFilters } from '#src/ui/filter-bar.tsx';
import classes from './audit.module.css';
import { actionLabels, kindLabels } from './kind-labels.ts';
import { actions, type AuditSearch } from './search.ts';

type Props = { search: AuditSearch; onSearch: (search: AuditSearch) => void };
const kinds = Object.entries(kindLabels)
  .map(([kind, label]) => ({ kind, label: label() }))
  .toSorted((a, b) => a.label.localeCompare(b.label));

function without(search: AuditSearch, ...names: (keyof AuditSearch)[]): AuditSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([name]) => !names.includes(name as keyof AuditSearch)),
  );
}

function Pick(props: {
  label: string;
  none: string;
  value: string | undefined;
  options: readonly (readonly [string, string])[];
  onChange: (value: string | undefined) => void;
}) {
  return (
    <select
      className={classes.pick}
      aria-label={props.label}
      value={props.value ?? ''}
      data-set={props.value !== undefined || undefined}
      onChange={(event) => props.onChange(event.currentTarget.value || undefined)}
    >
      <option value="">{props.none}</option>
      {props.options.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

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
      <Pick
        label={m.audit_kind()}
        none={m.audit_any_kind()}
        value={kind}
        options={kinds.map((one) => [one.kind, one.label])}
        onChange={(value) =>
          onSearch({ ...without(search, 'kind', 'record', 'line'), ...(value && { kind: value }) })
        }
      />
      <Pick
        label={m.audit_action()}
        none={m.audit_any_action()}
        value={action}
        options={actions.map((one) => [one, actionLabels[one]()])}
        onChange={(value) => {
          const chosen = actions.find((one) => one === value);
          onSearch({ ...without(search, 'action', 'line'), ...(chosen && { action: chosen }) });
        }}
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
