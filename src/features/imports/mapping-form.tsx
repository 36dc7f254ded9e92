import { TextInput } from '@mantine/core';
import { useId } from 'react';
import * as m from '#messages';
import { importFields, type ImportField, type ImportKind, type ImportPreview } from '#contract/imports.ts';
import classes from './imports.module.css';
import { choiceLabel, fieldHint, fieldLabel } from './kinds.ts';

export type Mapping = Record<string, number>;
export type Defaults = Record<string, string>;
type Props = {
  kind: ImportKind;
  columns: ImportPreview['columns'];
  mapping: Mapping;
  defaults: Defaults;
  onChange: (mapping: Mapping, defaults: Defaults) => void;
};

/** The fields that must be filled and are neither mapped nor given a value for all rows. */
export const missingFields = (kind: ImportKind, mapping: Mapping, defaults: Defaults): string[] =>
  importFields[kind]
    .filter(({ name, required }) => required && mapping[name] === undefined && !defaults[name]?.trim())
    .map(({ name }) => name);

type ValueProps = { field: ImportField; id: string; value: string; onChange: (value: string) => void };

/** What holds where a field has no column or an empty cell; of what is said of the whole file, the choice. */
function ValueField({ field: { name, choices, date }, id, value, onChange }: ValueProps) {
  if (choices)
    return (
      <select
        id={id}
        className={classes.select}
        value={value || choices[0]}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === choices[0] ? '' : currentTarget.value)
        }
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choiceLabel(choice)}
          </option>
        ))}
      </select>
    );
  return (
    <TextInput
      size="xs"
      {...(date && { type: 'date' })}
      aria-label={m.imports_default_of({ field: fieldLabel(name) })}
      placeholder={m.imports_default()}
      value={value}
      maxLength={300}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

function without<T>(record: Record<string, T>, name: string): Record<string, T> {
  const { [name]: _gone, ...rest } = record;
  return rest;
}

/** Which column of the file fills which field, with its first values, and what holds where there is none. */
export function MappingForm({ kind, columns, mapping, defaults, onChange }: Props) {
  const id = useId();
  return (
    <table className={classes.mapping}>
      <caption className={classes.hidden}>{m.imports_mapping()}</caption>
      <thead>
        <tr>
          <th scope="col">{m.imports_field()}</th>
          <th scope="col">{m.imports_column()}</th>
          <th scope="col">{m.imports_default()}</th>
          <th scope="col">{m.imports_samples()}</th>
        </tr>
      </thead>
      <tbody>
        {importFields[kind].map((field) => {
          const { name, required, choices } = field;
          const at = mapping[name];
          const hint = fieldHint(kind, name);
          const label = fieldLabel(name);
          return (
            <tr key={name}>
              <th scope="row">
                <label htmlFor={`${id}-${name}`}>{label}</label>
                {required && <span className={classes.required}>{m.imports_required()}</span>}
                {hint && <span className={classes.hint}>{hint}</span>}
              </th>
              <td>
                {choices ? (
                  <span className={classes.dim}>{m.imports_whole_file()}</span>
                ) : (
                  <select
                    id={`${id}-${name}`}
                    className={classes.select}
                    value={at ?? ''}
                    onChange={({ currentTarget: { value } }) =>
                      onChange(
                        value === '' ? without(mapping, name) : { ...mapping, [name]: Number(value) },
                        defaults,
                      )
                    }
                  >
                    <option value="">{m.imports_no_column()}</option>
                    {columns.map((column, n) => (
                      // Two columns may bear one name; their places tell them apart.
                      // oxlint-disable-next-line react/no-array-index-key
                      <option key={n} value={n}>
                        {column.name || m.imports_column_number({ number: n + 1 })}
                      </option>
                    ))}
                  </select>
                )}
              </td>
              <td>
                <ValueField
                  field={field}
                  id={`${id}-${name}`}
                  value={defaults[name] ?? ''}
                  onChange={(value) =>
                    onChange(mapping, value ? { ...defaults, [name]: value } : without(defaults, name))
                  }
                />
              </td>
              <td className={classes.samples} dir="auto">
                {at === undefined ? '' : columns[at]?.samples.join(' · ')}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
