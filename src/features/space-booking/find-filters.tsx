import { SegmentedControl } from '@mantine/core';
import type { Ref } from 'react';
import * as m from '#messages';
import type { Floor, RoomType } from '#contract/places.ts';
import { Choice } from '#src/ui/choice.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { DraftInput } from './find-draft-input.tsx';
import classes from './find.module.css';
import type { FindChange, FindSearch } from './find-search.ts';

type Named = { id: number; name: string };
type Props = {
  search: FindSearch;
  buildings: readonly Named[];
  floors: readonly Floor[];
  types: readonly RoomType[];
  box: Ref<HTMLInputElement>;
  onChange: (change: FindChange, replace?: boolean) => void;
};
const isCount = (text: string) => text === '' || /^[1-9]\d{0,3}$/.test(text);

/** For how many, where and what; and whether as a list or on the plan. */
export function FindFilters({ search, buildings, floors, types, box, onChange }: Props) {
  const plan = search.view === 'plan';
  return (
    <div className={classes.filters}>
      <SegmentedControl
        size="xs"
        className={classes.view}
        aria-label={m.bookings_view()}
        value={search.view ?? 'list'}
        data={[
          { value: 'list', label: m.bookings_view_list() },
          { value: 'plan', label: m.bookings_view_plan() },
        ]}
        onChange={(view) => onChange({ view: view === 'plan' ? view : undefined })}
      />
      <DraftInput
        className={classes.people}
        aria-label={m.bookings_people()}
        placeholder={m.bookings_people()}
        inputMode="numeric"
        maxLength={4}
        value={search.people === undefined ? '' : String(search.people)}
        ready={isCount}
        onCommit={(text) => onChange({ people: text ? Number(text) : undefined }, true)}
      />
      <Choice
        layout="line"
        label={m.bookings_building()}
        none={m.bookings_any()}
        value={search.building}
        options={buildings}
        onChange={(building) => onChange({ building, floor: undefined })}
      />
      {search.building !== undefined && !plan && (
        <Choice
          layout="line"
          label={m.bookings_floor()}
          none={m.bookings_any()}
          value={search.floor}
          options={floors}
          onChange={(floor) => onChange({ floor })}
        />
      )}
      <Choice
        layout="line"
        label={m.bookings_type()}
        none={m.bookings_any()}
        value={search.type}
        options={types}
        onChange={(type) => onChange({ type })}
      />
      <SearchField
        box={box}
        className={classes.search}
        label={m.bookings_search()}
        value={search.search ?? ''}
        onChange={(text) => onChange({ search: text || undefined }, true)}
      />
    </div>
  );
}
