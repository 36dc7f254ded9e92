import { type ReactNode, useMemo } from 'react';
import type { FloorPlan as Plan } from '#contract/floor-plans.ts';
import type { Room } from '#contract/places.ts';
import * as m from '#messages';
import { outlineFinder } from '#src/directory/floor-plans.ts';
import { FloorPlan } from '#src/ui/floor-plan.tsx';
import { FloorPlanLegend } from '#src/ui/floor-plan-legend.tsx';
import { FloorPlanList } from '#src/ui/floor-plan-list.tsx';
import type { PlanShape } from '#src/ui/floor-plan-types.ts';
import classes from './floors.module.css';
import { SpaceCard } from './space-card.tsx';
import { looksOf, purposeOf, rowOf } from './space-state.ts';

type Props = {
  plan: Plan;
  spaces: readonly Room[];
  selected: number | undefined;
  onSelect: (space: number | undefined) => void;
  /** Instead of a plan that is not there. */
  empty: ReactNode;
};

/** A floor to look around on: the plan, and the same spaces as a list. */
export function FloorView({ plan, spaces, selected, onSelect, empty }: Props) {
  const { svg, viewBox, shapes: outlined } = plan;
  const { shapes, items, looks } = useMemo(() => {
    const { outlineOf } = outlineFinder(svg);
    const drawn = outlined.flatMap((shape): PlanShape[] => {
      const outline = outlineOf(shape);
      const { id, name } = shape.room;
      return outline ? [{ id: String(id), label: name, outline, state: purposeOf(shape.room) }] : [];
    });
    const there = new Set(drawn.map(({ id }) => id));
    return {
      shapes: drawn,
      items: spaces.map((space) => rowOf(space, !viewBox || there.has(String(space.id)))),
      looks: looksOf(outlined.map(({ room }) => room)),
    };
  }, [svg, viewBox, outlined, spaces]);
  const chosen = spaces.find(({ id }) => id === selected);
  const choose = (id: string) => onSelect(Number(id));

  return (
    <div className={classes.split}>
      <div className={classes.plan} data-empty={!viewBox || undefined}>
        {viewBox ? (
          <>
            <FloorPlan
              label={m.floors_plan_of({ floor: plan.floor.name })}
              drawing={{ viewBox, svg }}
              shapes={shapes}
              selectedId={selected === undefined ? undefined : String(selected)}
              onSelect={choose}
            />
            <FloorPlanLegend label={m.floors_legend()} states={looks} />
          </>
        ) : (
          empty
        )}
      </div>
      <div className={classes.side}>
        {chosen && (
          <SpaceCard
            space={chosen}
            onPlan={!viewBox || shapes.some(({ id }) => id === String(chosen.id))}
            onClose={() => onSelect(undefined)}
          />
        )}
        {spaces.length > 0 ? (
          <FloorPlanList
            label={m.floors_spaces()}
            items={items}
            selectedId={selected === undefined ? undefined : String(selected)}
            onSelect={choose}
          />
        ) : (
          <p className={classes.hint}>{m.floors_no_spaces()}</p>
        )}
      </div>
    </div>
  );
}
