import { CloseButton, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as m from '#messages';
import type { Floor } from '#contract/places.ts';
import { outlineFinder, planOptions, useLiveFloor } from '#src/directory/floor-plans.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FloorPlan } from '#src/ui/floor-plan.tsx';
import { FloorPlanLegend } from '#src/ui/floor-plan-legend.tsx';
import { FloorPlanList } from '#src/ui/floor-plan-list.tsx';
import type { PlanShape } from '#src/ui/floor-plan-types.ts';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { PlanIcon } from '#src/ui/places-icons.tsx';
import { FindCard } from './find-card.tsx';
import { freeByFloor, planItem, planLegend, planState } from './find-plan-state.ts';
import type { FindRow } from './find-rows.ts';
import type { Booking } from './find-standing.tsx';
import classes from './find.module.css';

type Props = Booking & {
  /** Of the whole building. */
  rows: readonly FindRow[];
  floors: readonly Floor[];
  floor: Floor;
  time: string;
  selected: number | undefined;
  onFloor: (floor: number) => void;
  onSelect: (space: number | undefined) => void;
};

/** The same result on the plan of a floor, with the list as its twin. */
export function FindPlan({ rows, floors, floor, time, selected, onFloor, onSelect, ...booking }: Props) {
  useLiveFloor(floor.id);
  const { data: plan, error } = useQuery(planOptions(floor.id));
  const free = useMemo(() => freeByFloor(rows), [rows]);
  const here = useMemo(() => rows.filter(({ space }) => space.floor.id === floor.id), [rows, floor.id]);
  const finder = useMemo(() => outlineFinder(plan?.svg), [plan?.svg]);
  const { shapes, items, legend } = useMemo(() => {
    const byId = new Map(here.map((row) => [row.space.id, row]));
    const outlined = plan?.shapes ?? [];
    const drawn = outlined.flatMap((shape): PlanShape[] => {
      const outline = finder.outlineOf(shape);
      const { id, name } = shape.room;
      return outline
        ? [{ id: String(id), label: name, outline, state: planState(shape.room, byId.get(id)) }]
        : [];
    });
    const there = new Set(drawn.map(({ id }) => id));
    return {
      shapes: drawn,
      items: here.map((row) => planItem(row, !plan?.viewBox || there.has(String(row.space.id)))),
      legend: planLegend(
        outlined.map(({ room }) => room),
        byId,
      ),
    };
  }, [plan, finder, here]);
  const row = here.find(({ space }) => space.id === selected);
  const other = plan?.shapes.find(({ room }) => room.id === selected)?.room;
  const selectedId = selected === undefined ? undefined : String(selected);
  const choose = (id: string) => onSelect(Number(id));

  return (
    <>
      <div className={classes.floors} role="group" aria-label={m.bookings_floors()}>
        {floors.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className={classes.chip}
            aria-pressed={id === floor.id}
            onClick={() => onFloor(id)}
          >
            <bdi>{name}</bdi>
            <span className={classes.count}>{m.bookings_count_free({ count: free.get(id) ?? 0 })}</span>
          </button>
        ))}
      </div>
      <div className={classes.split}>
        <div className={classes.plan} data-stale={booking.stale || undefined}>
          {plan?.viewBox ? (
            <>
              <FloorPlan
                key={floor.id}
                label={m.bookings_plan_of({ floor: floor.name })}
                drawing={{ viewBox: plan.viewBox, svg: plan.svg }}
                shapes={shapes}
                selectedId={selectedId}
                onSelect={choose}
              />
              <FloorPlanLegend label={m.bookings_legend()} states={legend} />
            </>
          ) : plan ? (
            <EmptyState icon={<PlanIcon size={22} />} title={m.bookings_no_plan()}>
              {m.bookings_no_plan_text()}
            </EmptyState>
          ) : error ? (
            <EmptyState icon={<ErrorIcon size={22} />} title={m.bookings_plan_failed()}>
              {error.message}
            </EmptyState>
          ) : (
            <Skeleton flex={1} radius={0} aria-label={m.shell_loading()} />
          )}
        </div>
        <div className={classes.side}>
          {(row ?? other) && (
            <section className={classes.sideCard} aria-label={row?.space.name ?? other?.name}>
              <div className={classes.sideHead}>
                <h2 className={classes.sideTitle}>
                  <bdi>{row?.space.name ?? other?.name}</bdi>
                </h2>
                <CloseButton size="sm" aria-label={m.ui_close()} onClick={() => onSelect(undefined)} />
              </div>
              {row ? (
                <FindCard row={row} time={time} {...booking} />
              ) : (
                <p className={classes.note} role="status">
                  {other?.reservable ? m.bookings_plan_other_text() : m.bookings_plan_not_text()}
                </p>
              )}
            </section>
          )}
          {items.length > 0 ? (
            <FloorPlanList
              label={m.bookings_spaces()}
              items={items}
              selectedId={selectedId}
              onSelect={choose}
            />
          ) : (
            <p className={classes.hint}>{m.bookings_none_on_floor()}</p>
          )}
        </div>
      </div>
    </>
  );
}
