import '@mantine/core/styles/PillsInput.layer.css';
import '@mantine/core/styles/Pill.layer.css';
import { type ComboboxParsedItem, Loader, MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import * as m from '#messages';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

type Named = { id: number; name: string };
const found = z.array(z.looseObject({ id: z.int(), name: z.string() }));
const PAUSE = 150;
const SHOWN = 20;

/** Two spaces or floors of one name are told apart by where they are, two models by who makes them. */
const around = ({ floor, building: house, manufacturer }: Record<string, unknown>) => {
  const { name, building = house } = (floor ?? {}) as { name?: string; building?: unknown };
  return [name, (building as { name?: string } | undefined)?.name, manufacturer].filter(Boolean).join(', ');
};
const recordsOptions = (path: string, category: string | undefined, search: string) =>
  queryOptions({
    queryKey: ['records', path, category, search],
    queryFn: async ({ signal }): Promise<(Named & { where: string })[]> => {
      const asked = withQuery(path, { search, category, orderBy: 'name', limit: SHOWN });
      const records = await http('GET', asked, { reply: found, signal });
      return records.map(({ id, name, ...more }) => ({ id, name, where: around(more) }));
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** The records of a list that fit what is typed, and those that are chosen already. */
function useRecords(
  { path, category }: { path: string; category?: string | undefined },
  chosen: readonly Named[],
) {
  const [text, setText] = useState('');
  // A chosen record writes its own name into the field: that is no search.
  const typed = chosen.some(({ name }) => text === name || text.startsWith(`${name} · `)) ? '' : text.trim();
  const [search] = useDebouncedValue(typed, PAUSE);
  const { data = [], isFetching, error } = useQuery(recordsOptions(path, category, search));
  const shown = [
    ...data,
    ...chosen.filter(({ id }) => data.every((one) => one.id !== id)).map((one) => ({ ...one, where: '' })),
  ];
  return {
    records: shown,
    props: {
      size: 'sm' as const,
      searchable: true,
      clearable: true,
      placeholder: m.people_type_to_find(),
      nothingFoundMessage: error?.message ?? m.people_nothing_found(),
      data: shown.map(({ id, name, where }) => ({
        value: String(id),
        label: where ? `${name} · ${where}` : name,
      })),
      // The server has searched; what it found is shown as it is.
      filter: ({ options }: { options: ComboboxParsedItem[] }) => options,
      onSearchChange: setText,
      rightSection: isFetching ? <Loader size={14} /> : undefined,
    },
  };
}

type Props<T> = {
  label: string;
  /** It stands in a popover, which a click elsewhere closes: the list opens inside it. */
  inside?: boolean;
  /** The list to choose from, such as `/rooms`. */
  path: string;
  /** Only items of these categories, by id. */
  category?: string | undefined;
  value: T;
  onChange: (value: T) => void;
  error?: string | undefined;
};

/** One record of a list that may be long: type to find it. */
export function RecordField({ label, inside, path, category, value, onChange, error }: Props<Named | null>) {
  const { records, props } = useRecords({ path, category }, value ? [value] : []);
  return (
    <Select
      {...props}
      {...(inside && { comboboxProps: { withinPortal: false } })}
      label={label}
      error={error}
      value={value ? String(value.id) : null}
      onChange={(id) => {
        const record = records.find((one) => String(one.id) === id);
        onChange(record ? { id: record.id, name: record.name } : null);
      }}
    />
  );
}

/** Several records of such a list. */
export function RecordsField({
  label,
  path,
  category,
  value,
  onChange,
  error,
}: Omit<Props<Named[]>, 'inside'>) {
  const { records, props } = useRecords({ path, category }, value);
  return (
    <MultiSelect
      {...props}
      label={label}
      error={error}
      value={value.map(({ id }) => String(id))}
      onChange={(ids) =>
        onChange(records.filter(({ id }) => ids.includes(String(id))).map(({ id, name }) => ({ id, name })))
      }
    />
  );
}
