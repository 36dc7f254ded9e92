import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import * as m from '#messages';
import { SavedFilters } from '#src/directory/saved-filters.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import classes from './people.module.css';
import { centersOptions, typesOptions } from './queries.ts';
import { roleLabels } from './roles.ts';
import { changed, narrowedBy, type PeopleSearch, readPeopleSearch, roleNames } from './search.ts';

type Props = {
  search: PeopleSearch;
  onSearch: (search: PeopleSearch, replace?: boolean) => void;
  box: Ref<HTMLInputElement>;
};
const read = (raw: Record<string, unknown>) => narrowedBy(readPeopleSearch(raw));
/** Short, because the server answers within it. */
const PAUSE = 90;

/** Search and filters in one line; the address holds them all. */
export function PeopleFilters({ search, onSearch, box }: Props) {
  const centers = useQuery(centersOptions).data ?? [];
  const types = useQuery(typesOptions).data ?? [];
  const set = (changes: Parameters<typeof changed>[1], replace = false) =>
    onSearch(changed(search, changes), replace);
  const roles = centers.map(({ id, name }) => ({
    group: name,
    items: roleNames.map((role) => ({
      value: `${id} ${role}`,
      label: m.people_role_in({ role: roleLabels[role](), center: name }),
    })),
  }));
  return (
    <div className={classes.filters} role="search" aria-label={m.people_find()}>
      <SearchField
        label={m.people_find()}
        placeholder={m.people_find_hint()}
        value={search.find ?? ''}
        box={box}
        className={classes.search}
        pause={PAUSE}
        onChange={(find) => set({ find }, true)}
      />
      <SavedFilters
        view="people"
        filters={narrowedBy(search)}
        read={read}
        onChoose={(saved) => onSearch(changed(saved, { sort: search.sort, desc: search.desc }))}
      />
      <Select
        size="xs"
        className={classes.select}
        aria-label={m.people_filter_role()}
        placeholder={m.people_filter_role()}
        clearable
        searchable
        maxDropdownHeight={320}
        comboboxProps={{ width: 280, position: 'bottom-start' }}
        data={roles}
        value={search.role ? `${search.center} ${search.role}` : null}
        onChange={(value) => {
          const [center, role] = value?.split(' ') ?? [];
          set({ center: center ? Number(center) : undefined, role: roleNames.find((name) => name === role) });
        }}
      />
      {types.length > 1 && (
        <Select
          size="xs"
          className={classes.select}
          aria-label={m.people_filter_type()}
          placeholder={m.people_filter_type()}
          clearable
          data={types.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={search.type ? String(search.type) : null}
          onChange={(value) => set({ type: value ? Number(value) : undefined })}
        />
      )}
      <FilterChip
        on={search.admins === true}
        onClick={() => set({ admins: search.admins ? undefined : true })}
      >
        {m.people_filter_admins()}
      </FilterChip>
      <FilterChip
        on={search.space === 'with'}
        onClick={() => set({ space: search.space === 'with' ? undefined : 'with' })}
      >
        {m.people_filter_with_space()}
      </FilterChip>
      <FilterChip
        on={search.space === 'without'}
        onClick={() => set({ space: search.space === 'without' ? undefined : 'without' })}
      >
        {m.people_filter_without_space()}
      </FilterChip>
    </div>
  );
}
