import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import * as m from '#messages';
import { ActiveFilters } from '#src/ui/filter-bar.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { formatPoint } from './distance.ts';
import { NearField } from './near-field.tsx';
import classes from './places.module.css';
import { countriesOptions } from './queries.ts';
import type { BuildingSearch } from './search.ts';

type Props = {
  search: BuildingSearch;
  /** `undefined` takes a filter off. */
  onChange: (
    change: { [K in keyof BuildingSearch]: BuildingSearch[K] | undefined },
    replace?: boolean,
  ) => void;
  box: Ref<HTMLInputElement>;
};

/** Search, country, city and a point to be near, in one line. */
export function BuildingFilters({ search, onChange, box }: Props) {
  const countries = useQuery(countriesOptions);
  const { lat, lon } = search;
  return (
    <div className={classes.line}>
      <SearchField
        box={box}
        className={classes.wideSearch}
        label={m.places_search_buildings()}
        placeholder={m.places_search_buildings_hint()}
        value={search.search ?? ''}
        onChange={(text) => onChange({ search: text || undefined }, true)}
      />
      <Select
        size="xs"
        className={classes.filter}
        aria-label={m.places_country()}
        placeholder={m.places_country()}
        data={(countries.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
        value={search.country === undefined ? null : String(search.country)}
        error={countries.error?.message}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': m.ui_clear() }}
        nothingFoundMessage={m.places_nothing_found()}
        onChange={(id) => onChange({ country: id === null ? undefined : Number(id) })}
      />
      <SearchField
        className={classes.filter}
        label={m.places_city()}
        value={search.city ?? ''}
        onChange={(text) => onChange({ city: text || undefined }, true)}
      />
      <NearField onChoose={(near) => onChange(near)} />
      {lat !== undefined && lon !== undefined && (
        <div className={classes.active}>
          <ActiveFilters
            filters={[
              {
                key: 'near',
                label: m.places_within(),
                value: formatPoint({ latitude: lat, longitude: lon }),
                onRemove: () => onChange({ lat: undefined, lon: undefined }),
              },
            ]}
            onClear={() => onChange({ lat: undefined, lon: undefined })}
          />
        </div>
      )}
    </div>
  );
}
