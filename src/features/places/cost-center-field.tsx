import { CloseButton, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Room } from '#contract/places.ts';
import * as m from '#messages';
import classes from './places.module.css';
import { costCentersOptions } from './queries.ts';

export type CostCenter = Pick<Room['costCenters'][number], 'id' | 'name'>;
type Props = {
  value: readonly CostCenter[];
  onChange: (centers: CostCenter[]) => void;
  error?: string | undefined;
};
const PAUSE = 150;

/** The cost centers of a space: found by name or code and added, each with a way to take it off. */
export function CostCenterField({ value, onChange, error }: Props) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), PAUSE);
  const found = useQuery(costCentersOptions(asked));
  const free = (found.data ?? []).filter(({ id }) => !value.some((one) => one.id === id));
  return (
    <div>
      <Select
        label={m.places_cost_centers()}
        placeholder={m.places_cost_centers_hint()}
        data={free.map(({ id, name, code, category }) => ({
          value: String(id),
          label: [name, code, category.name].filter(Boolean).join(' · '),
        }))}
        value={null}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        filter={({ options }) => options}
        nothingFoundMessage={found.error?.message ?? m.places_nothing_found()}
        error={error}
        onChange={(id) => {
          const center = free.find((one) => String(one.id) === id);
          if (center) onChange([...value, { id: center.id, name: center.name }]);
          setTyped('');
        }}
      />
      {value.length > 0 && (
        <ul className={classes.chips} aria-label={m.places_cost_centers()}>
          {value.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
              <CloseButton
                size="sm"
                aria-label={m.places_take_off({ name })}
                onClick={() => onChange(value.filter((one) => one.id !== id))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
