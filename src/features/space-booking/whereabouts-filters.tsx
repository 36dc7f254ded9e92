import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type Ref, useState } from 'react';
import * as m from '#messages';
import { floorsOptions } from '#src/directory/floor-plans.ts';
import { SearchField } from '#src/ui/search-field.tsx';
import classes from './booking.module.css';
import { buildingOptions, buildingsOptions } from '#src/directory/booking-places.ts';
import { typesOptions } from '#src/directory/space-types.ts';

type Where = {
  building?: number | undefined;
  floor?: number | undefined;
  type?: number | undefined;
  search?: string | undefined;
};
type Props = {
  where: Where;
  /** The building that is looked at, be it said or not. */
  building: number | undefined;
  onChange: (change: Where, replace?: boolean) => void;
  box?: Ref<HTMLInputElement>;
};
const PAUSE = 150;
const options = (all: readonly { id: number; name: string }[] | undefined) =>
  (all ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
const idOf = (value: string | null) => (value === null ? undefined : Number(value));

/** Which spaces are shown, as fields for a line of filters. */
export function WhereaboutsFilters({ where, building, onChange, box }: Props) {
  const floors = useQuery({ ...floorsOptions(building ?? 0), enabled: building !== undefined });
  const types = useQuery(typesOptions);
  const common = {
    size: 'xs',
    className: classes.filter,
    clearButtonProps: { 'aria-label': m.ui_clear() },
  } as const;
  return (
    <>
      <BuildingSelect value={building} onChange={(id) => onChange({ building: id, floor: undefined })} />
      <Select
        {...common}
        clearable
        aria-label={m.booking_floor()}
        placeholder={m.booking_floor()}
        data={options(floors.data)}
        value={where.floor === undefined ? null : String(where.floor)}
        onChange={(id) => onChange({ floor: idOf(id) })}
      />
      <Select
        {...common}
        clearable
        aria-label={m.booking_type()}
        placeholder={m.booking_type()}
        data={options(types.data)}
        value={where.type === undefined ? null : String(where.type)}
        onChange={(id) => onChange({ type: idOf(id) })}
      />
      <SearchField
        {...(box && { box })}
        className={classes.search}
        label={m.booking_search()}
        value={where.search ?? ''}
        onChange={(text) => onChange({ search: text || undefined }, true)}
      />
    </>
  );
}

type BuildingProps = { value: number | undefined; onChange: (id: number) => void };
/** One of any number of buildings; the server searches. */
function BuildingSelect({ value, onChange }: BuildingProps) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), PAUSE);
  const chosen = useQuery({ ...buildingOptions(value ?? 0), enabled: value !== undefined }).data;
  // The name of what is chosen stands in the field: that is no search.
  const { data = [], error } = useQuery(buildingsOptions(asked === chosen?.name ? '' : asked));
  const all = chosen && !data.some(({ id }) => id === chosen.id) ? [chosen, ...data] : data;
  return (
    <Select
      size="xs"
      className={classes.filter}
      aria-label={m.booking_building()}
      placeholder={m.booking_building()}
      data={options(all)}
      value={value === undefined ? null : String(value)}
      onChange={(id) => id !== null && onChange(Number(id))}
      allowDeselect={false}
      searchable
      onSearchChange={setTyped}
      filter={({ options: found }) => found}
      nothingFoundMessage={error?.message ?? m.booking_nothing_found()}
    />
  );
}
