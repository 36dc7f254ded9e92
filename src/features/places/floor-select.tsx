import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { floorsOptions } from './queries.ts';

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  building: number | null;
  value: number | null;
  onChange: (floor: number | null) => void;
};

/** A floor of the building; closed as long as no building is chosen. */
export function FloorSelect({ building, value, onChange, error, ...props }: Props) {
  const floors = useQuery({ ...floorsOptions(building ?? 0), enabled: building !== null });
  return (
    <Select
      {...props}
      data={(floors.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
      disabled={building === null}
      searchable
      error={error ?? floors.error?.message}
      nothingFoundMessage={m.places_nothing_found()}
      clearButtonProps={{ 'aria-label': m.ui_clear() }}
    />
  );
}
