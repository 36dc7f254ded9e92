import { useQuery } from '@tanstack/react-query';
import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import { allBuildingsOptions } from '#src/directory/booking-places.ts';
import { floorsOptions } from '#src/directory/floor-plans.ts';
import { instantOf } from '#src/lib/zone-clock.ts';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { MoveIcon } from '#src/ui/move-icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { PlanIcon } from '#src/ui/places-icons.tsx';
import { changing, type Draft, type DraftSpace, needsSpace, placed, unplaced } from './draft.ts';
import { moverCard, narrowColumns } from './mover-columns.tsx';
import type { NewSearch } from './new-search.ts';
import classes from './new.module.css';
import { SeatPlan } from './seat-plan.tsx';

type Props = {
  draft: Draft;
  zone: string;
  buildingId: number | undefined;
  search: NewSearch;
  onSearch: (search: NewSearch, replace?: boolean) => void;
  onChange: (change: Draft | ((before: Draft) => Draft)) => void;
};

/** Where everybody goes: choose people, then a space on the plan or in the list beside it. */
export function StepWhere({ draft, zone, buildingId, search, onSearch, onChange }: Props) {
  const [other, setOther] = useState<number>();
  const building = other ?? buildingId;
  const { data: buildings = [] } = useQuery(allBuildingsOptions);
  const { data: floors } = useQuery({ ...floorsOptions(building ?? 0), enabled: building !== undefined });
  const movers = useMemo(() => draft.items.filter(needsSpace), [draft.items]);
  const open = useMemo(() => unplaced(draft.items), [draft.items]);
  const columns = useMemo(() => narrowColumns(), []);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selection = useMemo(
    () => new Set(movers.filter(({ key }) => chosen.has(key)).map(({ key }) => key)),
    [movers, chosen],
  );
  // Nobody is chosen: the next one who has no space yet.
  const meant = useMemo(
    () => (selection.size > 0 ? selection : new Set(open.slice(0, 1).map(({ key }) => key))),
    [selection, open],
  );
  const floor = floors?.find(({ id }) => id === search.floor) ?? floors?.[0];
  const date = draft.date ? instantOf(draft.date, zone) : undefined;

  const place = (found: ReadonlyMap<string, DraftSpace | undefined>, message: string) => {
    const before = draft.items;
    const keys = new Set(found.keys());
    onChange((now) => changing(now, keys, (item) => placed(item, found.get(item.key))));
    setChosen(new Set());
    notify({ message, undo: () => onChange((now) => ({ ...now, items: before })) });
  };
  if (movers.length === 0)
    return (
      <EmptyState
        icon={<MoveIcon size={22} />}
        title={m.moves_nobody_to_place()}
        action={
          <LinkButton
            to="/moves/new"
            search={{ step: 'who', ...(search.request && { request: search.request }) }}
          >
            {m.moves_step_who()}
          </LinkButton>
        }
      >
        {m.moves_nobody_to_place_text()}
      </EmptyState>
    );
  return (
    <div className={classes.where}>
      <section className={classes.movers} aria-label={m.moves_items()}>
        <p className={classes.aside} role="status">
          {open.length === 0
            ? m.moves_all_placed()
            : m.moves_open_places({ count: open.length, of: movers.length })}
        </p>
        <DataGrid
          label={m.moves_items()}
          rows={movers}
          columns={columns}
          card={moverCard}
          rowId={({ key }) => key}
          rowLabel={({ name }) => name}
          selection={selection}
          onSelectionChange={setChosen}
          onOpen={({ key, to }) => {
            setChosen(new Set([key]));
            if (to) onSearch({ ...search, floor: to.floorId, space: to.id }, true);
          }}
          currentId={selection.size === 0 ? [...meant][0] : undefined}
        />
      </section>
      <section className={classes.target} aria-label={m.moves_step_where()}>
        <div className={classes.targetLine}>
          {buildings.length > 1 && (
            <Select
              size="xs"
              w={190}
              aria-label={m.moves_building()}
              searchable
              allowDeselect={false}
              limit={50}
              data={buildings.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={building === undefined ? null : String(building)}
              onChange={(value) => {
                if (value === null) return;
                setOther(Number(value));
                const { floor: _floor, space: _space, ...rest } = search;
                onSearch(rest, true);
              }}
            />
          )}
          {floors && floors.length > 0 && (
            <Select
              size="xs"
              w={190}
              aria-label={m.moves_floor()}
              allowDeselect={false}
              data={floors.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={floor ? String(floor.id) : null}
              onChange={(value) => {
                const { space: _space, ...rest } = search;
                if (value !== null) onSearch({ ...rest, floor: Number(value) }, true);
              }}
            />
          )}
        </div>
        {floor ? (
          <SeatPlan
            key={floor.id}
            floor={floor}
            date={date}
            request={search.request}
            items={draft.items}
            meant={meant}
            several={selection.size > 0}
            openKeys={open.map(({ key }) => key)}
            selected={search.space}
            onSelect={(space) => {
              const { space: _before, ...rest } = search;
              onSearch({ ...rest, floor: floor.id, ...(space && { space }) }, true);
            }}
            onPlace={place}
          />
        ) : (
          floors && (
            <EmptyState icon={<PlanIcon size={22} />} title={m.moves_no_floors()}>
              {m.moves_no_floors_text()}
            </EmptyState>
          )
        )}
      </section>
    </div>
  );
}
