import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import * as m from '#messages';
import { conditionLabels } from '#src/directory/asset-condition.tsx';
import { assetModelOptions, assetTypesOptions } from '#src/directory/asset-queries.ts';
import lineClasses from '#src/directory/filter-line.module.css';
import { personNameOptions } from '#src/directory/people.ts';
import { PlaceChoices } from '#src/directory/place-choices.tsx';
import { SavedFilters } from '#src/directory/saved-filters.tsx';
import { spaceOptions } from '#src/directory/space-picker.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { type ActiveFilter, ActiveFilters } from '#src/ui/filter-bar.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { MoreFilters, noMore, placedLabels } from './more-filters.tsx';
import classes from './register.module.css';
import {
  changed,
  conditions,
  filtersOf,
  readRegisterSearch,
  type RegisterFilters,
  type RegisterSearch,
} from './search.ts';

type Props = {
  search: RegisterSearch;
  onSearch: (search: RegisterSearch, replace?: boolean) => void;
  searchBox: Ref<HTMLInputElement>;
};
const UNSEEN = [7, 30, 90, 180, 365, 730];
const read = (raw: Record<string, unknown>): RegisterFilters => filtersOf(readRegisterSearch(raw));

/** Search and filters in one line. The address holds them all. */
export function RegisterFilterLine({ search, onSearch, searchBox }: Props) {
  const types = useQuery(assetTypesOptions).data ?? [];
  const set = (change: Parameters<typeof changed>[1]) => onSearch(changed(search, change));
  const chosen = useChosen(search, set);
  return (
    <>
      <div className={lineClasses.line}>
        <SearchField
          label={m.assets_search()}
          placeholder={m.assets_search_hint()}
          className={lineClasses.search}
          value={search.search ?? ''}
          box={searchBox}
          onChange={(text) => onSearch(changed(search, { search: text }), true)}
        />
        <SavedFilters
          view="assets"
          filters={filtersOf(search)}
          read={read}
          onChoose={(saved) => onSearch({ ...(search.sort && { sort: search.sort }), ...saved })}
        />
        <div className={classes.choices}>
          <MoreFilters search={search} onChange={set} />
          <Choice
            layout="line"
            label={m.assets_type()}
            none={m.assets_any()}
            value={search.typeId}
            options={types}
            onChange={(typeId) => set({ typeId })}
          />
          <PlaceChoices
            where={{ building: search.buildingId, floor: search.floorId }}
            onChange={({ building, floor }) => set({ buildingId: building, floorId: floor })}
          />
          <Choice
            layout="line"
            label={m.assets_condition()}
            none={m.assets_any()}
            value={search.condition}
            options={conditions.map((id) => ({ id, name: conditionLabels[id]() }))}
            onChange={(condition) => set({ condition })}
          />
          <Choice
            layout="line"
            label={m.assets_unseen()}
            none={m.assets_any()}
            value={search.unseenDays}
            options={daysOffered(search.unseenDays).map((days) => ({
              id: days,
              name: m.assets_days({ days }),
            }))}
            onChange={(unseenDays) => set({ unseenDays })}
          />
        </div>
      </div>
      {chosen.length > 0 && (
        <div className={classes.chips}>
          <ActiveFilters filters={chosen} onClear={() => set(noMore)} />
        </div>
      )}
    </>
  );
}

/** A link may ask for any number of days. */
const daysOffered = (own: number | undefined) =>
  own === undefined || UNSEEN.includes(own) ? UNSEEN : [...UNSEEN, own].sort((a, b) => a - b);

/** What the popover chose, by its name. */
function useChosen(
  { modelId, roomId, owner, placed, active }: RegisterSearch,
  set: (change: Parameters<typeof changed>[1]) => void,
): ActiveFilter[] {
  const model = useQuery({ ...assetModelOptions(modelId ?? 0), enabled: modelId !== undefined });
  const room = useQuery({ ...spaceOptions(roomId ?? 0), enabled: roomId !== undefined });
  const person = useQuery({ ...personNameOptions(owner ?? 0), enabled: owner !== undefined });
  const all = [
    { key: 'modelId', id: modelId, label: m.assets_model(), found: model },
    { key: 'roomId', id: roomId, label: m.assets_space(), found: room },
    { key: 'owner', id: owner, label: m.assets_owner(), found: person },
  ];
  const found = all.flatMap(({ key, id, label, found: { data, error } }) =>
    id === undefined
      ? []
      : [
          {
            key,
            label,
            value: data?.name ?? (error ? `#${id}` : '…'),
            onRemove: () => set({ [key]: undefined }),
          },
        ],
  );
  const filter = (key: keyof RegisterSearch, label: string, value: string | undefined) =>
    value === undefined ? [] : [{ key, label, value, onRemove: () => set({ [key]: undefined }) }];
  return [
    ...found,
    ...filter('placed', m.assets_place(), placed && placedLabels[placed]()),
    ...filter(
      'active',
      m.assets_use(),
      active === undefined ? undefined : active ? m.assets_active() : m.assets_inactive(),
    ),
  ];
}
