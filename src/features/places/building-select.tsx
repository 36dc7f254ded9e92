import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import { choicesOptions, placeOptions } from './queries.ts';

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value: number | null;
  onChange: (building: number | null) => void;
};
const PAUSE = 150;
const SHOWN = 50;

/** One of any number of buildings: word by word, as they are searched for at the server. */
export function BuildingSelect({ value, onChange, ...props }: Props) {
  const [typed, setTyped] = useState('');
  const chosen = useQuery({ ...placeOptions('building', value ?? 0), enabled: value !== null }).data;
  const [asked] = useDebouncedValue(typed.trim(), PAUSE);
  // The name of what is chosen stands in the field: that is no search.
  const locationSearch = chosen && asked === chosen.name ? undefined : asked;
  const { data = [], error } = useQuery({
    ...choicesOptions('building', { locationSearch, limit: SHOWN }),
    placeholderData: keepPreviousData,
  });
  const all = chosen && !data.some(({ id }) => id === chosen.id) ? [...data, chosen] : data;
  return (
    <Select
      {...props}
      data={all.map(({ id, name, address }) => ({
        value: String(id),
        label: name,
        city: address.city,
      }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
      searchable
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={error?.message ?? m.places_nothing_found()}
      clearButtonProps={{ 'aria-label': m.ui_clear() }}
    />
  );
}
