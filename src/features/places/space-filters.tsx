import { NativeSelect, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import type { RoomType } from '#contract/places.ts';
import * as m from '#messages';
import { SearchField } from '#src/ui/search-field.tsx';
import { BuildingSelect } from './building-select.tsx';
import { FloorSelect } from './floor-select.tsx';
import classes from './places.module.css';
import { stopsOptions } from './queries.ts';
import { type SpaceKind, spaceKinds, type SpaceSearch } from './search.ts';

type Props = {
  search: SpaceSearch;
  types: readonly RoomType[];
  /** `undefined` takes a filter off. */
  onChange: (change: { [K in keyof SpaceSearch]: SpaceSearch[K] | undefined }, replace?: boolean) => void;
  /** Takes all filters off; undefined as long as there is none. */
  onClear: (() => void) | undefined;
  box: Ref<HTMLInputElement>;
};
const kindLabels: Record<SpaceKind, () => string> = {
  occupiable: m.places_kind_occupiable,
  'not-occupiable': m.places_kind_other,
  parking: m.places_kind_parking,
};
const options = (all: readonly { id: number; name: string }[]) =>
  all.map(({ id, name }) => ({ value: String(id), label: name }));
const numberOrNone = (id: string | null) => (id === null ? undefined : Number(id));

/** Everything a list of spaces can be narrowed by, in one line. */
export function SpaceFilters({ search, types, onChange, onClear, box }: Props) {
  const stops = useQuery(stopsOptions);
  const common = { size: 'xs', className: classes.filter, clearable: true } as const;
  const clearing = { clearButtonProps: { 'aria-label': m.ui_clear() } };
  return (
    <div className={classes.line}>
      <SearchField
        box={box}
        className={classes.search}
        label={m.places_search_spaces()}
        value={search.search ?? ''}
        onChange={(text) => onChange({ search: text || undefined }, true)}
      />
      <BuildingSelect
        {...common}
        aria-label={m.places_building()}
        placeholder={m.places_building()}
        value={search.building ?? null}
        onChange={(id) => onChange({ building: id ?? undefined, floor: undefined })}
      />
      <FloorSelect
        {...common}
        aria-label={m.places_floor()}
        placeholder={m.places_floor()}
        building={search.building ?? null}
        value={search.floor ?? null}
        onChange={(id) => onChange({ floor: id ?? undefined })}
      />
      <Select
        {...common}
        {...clearing}
        aria-label={m.places_type()}
        placeholder={m.places_type()}
        data={options(types)}
        searchable
        value={search.type === undefined ? null : String(search.type)}
        onChange={(id) => onChange({ type: numberOrNone(id) })}
      />
      <NativeSelect
        size="xs"
        className={classes.filter}
        aria-label={m.places_kind()}
        value={search.kind ?? ''}
        data={[
          { value: '', label: m.places_kind_any() },
          ...spaceKinds.map((kind) => ({ value: kind, label: kindLabels[kind]() })),
        ]}
        onChange={(event) =>
          onChange({ kind: spaceKinds.find((kind) => kind === event.currentTarget.value) })
        }
      />
      <NativeSelect
        size="xs"
        className={classes.filter}
        aria-label={m.places_booking()}
        value={search.reservable === undefined ? '' : String(search.reservable)}
        data={[
          { value: '', label: m.places_booking_any() },
          { value: 'true', label: m.places_reservable() },
          { value: 'false', label: m.places_not_reservable() },
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ reservable: value === '' ? undefined : value === 'true' })
        }
      />
      <TextInput
        // Another address brings another number, and the field follows it.
        key={search.capacity ?? 0}
        size="xs"
        className={classes.short}
        aria-label={m.places_seats()}
        placeholder={m.places_seats()}
        inputMode="numeric"
        defaultValue={search.capacity ?? ''}
        onBlur={({ currentTarget: { value } }) => onChange({ capacity: seats(value) }, true)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onChange({ capacity: seats(event.currentTarget.value) }, true);
        }}
      />
      <Select
        {...common}
        {...clearing}
        aria-label={m.places_mail_stop()}
        placeholder={m.places_mail_stop()}
        data={options(stops.data ?? [])}
        error={stops.error?.message}
        searchable
        nothingFoundMessage={m.places_nothing_found()}
        value={search.stop === undefined ? null : String(search.stop)}
        onChange={(id) => onChange({ stop: numberOrNone(id) })}
      />
      {onClear && (
        <button type="button" className={classes.clear} onClick={onClear}>
          {m.ui_clear_all()}
        </button>
      )}
    </div>
  );
}

const seats = (text: string) => {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
};
