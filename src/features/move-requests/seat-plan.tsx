import { Button, Skeleton } from '@mantine/core';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import type { Floor } from '#contract/places.ts';
import { outlineFinder } from '#src/directory/floor-plans.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { FloorPlan } from '#src/ui/floor-plan.tsx';
import { FloorPlanLegend } from '#src/ui/floor-plan-legend.tsx';
import { FloorPlanList } from '#src/ui/floor-plan-list.tsx';
import type { PlanShape } from '#src/ui/floor-plan-types.ts';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { PlanIcon } from '#src/ui/places-icons.tsx';
import type { DraftItem, DraftSpace } from './draft.ts';
import classes from './new.module.css';
import { SeatCard } from './seat-card.tsx';
import { fillingOf, nextFree, roomLeft, type Seat, seatItem, seatLegend, seatState } from './seats.ts';
import { useSeats } from './use-seats.ts';

type Props = {
  floor: Floor;
  /** Epoch ms; undefined: now. */
  date: number | undefined;
  request: number | undefined;
  items: readonly DraftItem[];
  /** Whom a choice is for. */
  meant: ReadonlySet<string>;
  /** They were chosen one by one, not taken as the next in line. */
  several: boolean;
  /** Who has no space yet. */
  openKeys: readonly string[];
  selected: number | undefined;
  onSelect: (space: number | undefined) => void;
  onPlace: (found: ReadonlyMap<string, DraftSpace>, message: string) => void;
};

/** A floor with what is left of its spaces on the day: the plan, and the same as a list. */
export function SeatPlan(props: Props) {
  const { floor, items, meant, openKeys, selected, onSelect, onPlace } = props;
  const { plan, planError, seats, error, refetch } = useSeats(floor, props.date, props.request);
  const [free, setFree] = useState(false);
  const filling = useMemo(() => fillingOf(items), [items]);
  const finder = useMemo(() => outlineFinder(plan?.svg), [plan?.svg]);
  const { shapes, rows } = useMemo(() => {
    const byId = new Map((seats ?? []).map((seat) => [seat.space.id, seat]));
    const drawn = (plan?.shapes ?? []).flatMap((shape): PlanShape[] => {
      const outline = finder.outlineOf(shape);
      const seat = byId.get(shape.room.id);
      const state = seat && seatState(seat, filling);
      return outline ? [{ id: String(shape.room.id), label: shape.room.name, outline, state }] : [];
    });
    const there = new Set(drawn.map(({ id }) => id));
    const listed = (seats ?? []).filter((seat) => !free || (seat.occupiable && isFree(seat)));
    function isFree(seat: Seat) {
      const left = roomLeft(seat, filling);
      return left === undefined || left > 0;
    }
    return {
      shapes: drawn,
      rows: listed.map((seat) => seatItem(seat, filling, !plan?.viewBox || there.has(String(seat.space.id)))),
    };
  }, [plan, finder, seats, filling, free]);
  const seat = seats?.find(({ space }) => space.id === selected);
  const selectedId = selected === undefined ? undefined : String(selected);
  const choose = (id: string) => onSelect(Number(id));
  const spread = (keys: ReadonlySet<string>, from: number | undefined) => {
    const found = nextFree(seats ?? [], from, items, keys);
    onPlace(
      found,
      found.size === keys.size
        ? m.moves_spread({ count: found.size, floor: floor.name })
        : m.moves_spread_some({ count: found.size, left: keys.size - found.size, floor: floor.name }),
    );
  };

  if (error && !seats)
    return (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.moves_spaces_failed()}
        action={<Button onClick={refetch}>{m.shell_try_again()}</Button>}
      >
        {error.message}
      </EmptyState>
    );
  if (!seats) return <Skeleton flex={1} aria-label={m.shell_loading()} />;
  // Several were chosen: they are spread; nobody was: all who have no space yet.
  const toSpread = props.several ? meant : new Set(openKeys);
  return (
    <div className={classes.split}>
      <div className={classes.plan}>
        {plan?.viewBox ? (
          <>
            <FloorPlan
              label={m.moves_plan_of({ floor: floor.name })}
              drawing={{ viewBox: plan.viewBox, svg: plan.svg }}
              shapes={shapes}
              selectedId={selectedId}
              onSelect={choose}
            />
            <FloorPlanLegend label={m.moves_legend()} states={seatLegend()} />
          </>
        ) : plan || planError ? (
          <EmptyState icon={<PlanIcon size={22} />} title={m.moves_no_plan()}>
            {planError?.message ?? m.moves_no_plan_text()}
          </EmptyState>
        ) : (
          <Skeleton flex={1} radius={0} aria-label={m.shell_loading()} />
        )}
      </div>
      <div className={classes.side}>
        {seat && (
          <SeatCard
            seat={seat}
            filling={filling}
            items={items}
            meant={meant}
            toSpread={toSpread}
            onPlace={(keys) =>
              onPlace(
                new Map([...keys].map((key) => [key, seat.space])),
                m.moves_placed({ count: keys.size, space: seat.space.name }),
              )
            }
            onSpread={() => spread(toSpread, seat.space.id)}
            onClose={() => onSelect(undefined)}
          />
        )}
        {!seat && toSpread.size > 0 && (
          <div className={classes.spread}>
            <Button
              variant="default"
              size="compact-md"
              disabled={seats.every((one) => !one.occupiable)}
              onClick={() => spread(toSpread, undefined)}
            >
              {m.moves_spread_all({ count: toSpread.size })}
            </Button>
          </div>
        )}
        <FloorPlanList label={m.moves_spaces()} items={rows} selectedId={selectedId} onSelect={choose}>
          <div className={classes.listChips}>
            <FilterChip on={free} onClick={() => setFree(!free)}>
              {m.moves_only_free()}
            </FilterChip>
          </div>
        </FloorPlanList>
      </div>
    </div>
  );
}
