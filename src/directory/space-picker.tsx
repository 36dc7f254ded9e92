import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import * as m from '#messages';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const SHOWN = 30;
const PAUSE = 150;
const A_WHILE = 60_000;
const key = ['space-picker'] as const;
const named = z.object({ id: z.int(), name: z.string() });
/** As much of a space as is shown. */
const space = named.extend({ floor: named.extend({ building: named }) });
type Space = z.infer<typeof space>;

/** One space, by its id. */
export const spaceOptions = (id: number) =>
  queryOptions({
    queryKey: [...key, 'one', id],
    queryFn: ({ signal }) => http('GET', `/rooms/${id}`, { reply: space, signal }),
    staleTime: A_WHILE,
  });
const spacesOptions = (search: string) =>
  queryOptions({
    queryKey: [...key, 'found', search],
    queryFn: ({ signal }) =>
      http('GET', withQuery('/rooms', { search, orderBy: 'name', limit: SHOWN }), {
        reply: z.array(space),
        signal,
      }),
    staleTime: A_WHILE,
    placeholderData: keepPreviousData,
  });

type Props = {
  label: string;
  /** The id as text; '' for none. */
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  error?: string | undefined;
};

/** Any space of the organisation, found by its name. */
export function SpacePicker({ label, value, onChange, required, error }: Props) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), PAUSE);
  const chosen = useQuery({ ...spaceOptions(Number(value)), enabled: value !== '' });
  // What the field shows by itself is the name of the chosen one: nobody typed it.
  const own = chosen.data && wordsOf(chosen.data);
  const found = useQuery(spacesOptions(asked === own ? '' : asked));
  const spaces = [...(chosen.data && value ? [chosen.data] : []), ...(found.data ?? [])];
  const data = new Map(spaces.map((one) => [one.id, { value: String(one.id), label: wordsOf(one) }]));
  return (
    <Select
      label={label}
      required={required ?? false}
      withAsterisk={false}
      searchable
      clearable={false}
      allowDeselect={false}
      data={[...data.values()]}
      // The server has chosen already.
      filter={({ options }) => options}
      value={value || null}
      onChange={(id) => id !== null && onChange(id)}
      searchValue={text}
      onSearchChange={setText}
      onFocus={(event) => event.currentTarget.select()}
      error={error ?? found.error?.message}
      nothingFoundMessage={found.isFetching ? m.shell_loading() : m.request_space_none()}
      maxDropdownHeight={280}
    />
  );
}

const wordsOf = ({ name, floor }: Space) => `${name} · ${floor.name} · ${floor.building.name}`;
