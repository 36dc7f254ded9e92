import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AssetAudit, SpaceProgress } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { outlineFinder, planOptions } from '#src/directory/floor-plans.ts';
import { Choice } from '#src/ui/choice.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FloorPlan } from '#src/ui/floor-plan.tsx';
import { FloorPlanLegend } from '#src/ui/floor-plan-legend.tsx';
import { FloorPlanList, type PlanListItem } from '#src/ui/floor-plan-list.tsx';
import type { PlanShape } from '#src/ui/floor-plan-types.ts';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { PlanIcon } from '#src/ui/plan-icons.tsx';
import classes from './audits.module.css';
import progress from './progress.module.css';
import { Bar } from './bar.tsx';
import { progressOptions } from './queries.ts';
import type { AuditSearch } from './search.ts';
import { SpaceCard } from './space-card.tsx';
import { planStateOf } from './space-words.ts';
import { seenOf, wantedOf } from './words.ts';

type Props = {
  audit: AssetAudit;
  search: AuditSearch;
  onSearch: (search: AuditSearch, replace?: boolean) => void;
};
const NONE: SpaceProgress[] = [];

/** A floor on its plan and as a list: what is still to be visited, begun, done. */
export function ProgressTab({ audit, search, onSearch }: Props) {
  const { data, error, refetch } = useQuery(progressOptions(audit.id));
  const floors = useMemo(
    () => data?.buildings.flatMap((building) => building.floors.map((floor) => ({ building, floor }))) ?? [],
    [data],
  );
  // The first with something left to do.
  const open = floors.find(({ floor }) => floor.visits.done < floor.visits.toVisit) ?? floors[0];
  const { floor, building } = floors.find((one) => one.floor.id === search.floor) ?? open ?? {};
  const plan = useQuery({ ...planOptions(floor?.id ?? 0), enabled: floor !== undefined });
  const spaces = floor?.spaces ?? NONE;
  const { shapes, items, states } = useMemo(() => {
    const byId = new Map(spaces.map((space) => [space.id, space]));
    const { outlineOf } = outlineFinder(plan.data?.svg);
    const drawn = (plan.data?.shapes ?? []).flatMap((shape): PlanShape[] => {
      const outline = outlineOf(shape);
      const state = planStateOf(byId.get(shape.room.id)?.state ?? 'nothing-expected');
      return outline ? [{ id: String(shape.room.id), label: shape.room.name, outline, state }] : [];
    });
    const listed = spaces.map(({ id, name, state, figures }): PlanListItem => ({
      id: String(id),
      label: name,
      detail: m.audits_of({ done: seenOf(figures), all: wantedOf(figures) }),
      state: planStateOf(state),
    }));
    const kinds = (['to-visit', 'begun', 'done', 'nothing-expected'] as const).map(planStateOf);
    return { shapes: drawn, items: listed, states: kinds };
  }, [plan.data, spaces]);

  if (!data)
    return error ? (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.audits_progress_failed()}
        action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
      >
        {error.message}
      </EmptyState>
    ) : (
      <div className={classes.bones} role="status" aria-label={m.shell_loading()}>
        <Skeleton height={300} />
      </div>
    );
  if (!floor || !building)
    return (
      <EmptyState icon={<PlanIcon size={22} />} title={m.audits_no_spaces()}>
        {m.audits_no_spaces_text()}
      </EmptyState>
    );
  const chosen = spaces.find(({ id }) => id === search.space);
  const choose = (id: string) => onSearch({ tab: 'progress', floor: floor.id, space: Number(id) }, true);
  const { viewBox, svg } = plan.data ?? {};
  return (
    <>
      <div className={classes.filters}>
        <Choice
          layout="line"
          label={m.audits_floor()}
          none={m.audits_floor_likely()}
          value={floor.id}
          options={floors.map((one) => ({
            id: one.floor.id,
            name: `${one.floor.name} · ${one.building.name} (${m.audits_of({ done: one.floor.visits.done, all: one.floor.visits.toVisit })})`,
          }))}
          onChange={(id) => onSearch({ tab: 'progress', floor: id }, true)}
        />
        <span className={progress.floorBar}>
          <Bar
            done={floor.visits.done}
            all={floor.visits.toVisit}
            words={m.audits_spaces_done({ done: floor.visits.done, all: floor.visits.toVisit })}
          />
        </span>
      </div>
      <div className={progress.split}>
        <div className={progress.plan} data-empty={!viewBox || undefined}>
          {viewBox ? (
            <>
              <FloorPlan
                label={m.audits_plan_of({ floor: floor.name })}
                drawing={{ viewBox, svg }}
                shapes={shapes}
                selectedId={search.space === undefined ? undefined : String(search.space)}
                onSelect={choose}
              />
              <FloorPlanLegend label={m.floors_legend()} states={states} />
            </>
          ) : plan.isPending ? (
            <Skeleton height="100%" />
          ) : (
            <EmptyState
              icon={<PlanIcon size={22} />}
              title={plan.error ? m.audits_plan_failed() : m.floors_empty()}
            >
              {plan.error ? plan.error.message : m.audits_no_plan_text()}
            </EmptyState>
          )}
        </div>
        <div className={progress.side}>
          {chosen && (
            <SpaceCard
              audit={audit}
              space={chosen}
              onClose={() => onSearch({ tab: 'progress', floor: floor.id }, true)}
            />
          )}
          <FloorPlanList
            label={m.audits_spaces_of({ floor: floor.name })}
            items={items}
            selectedId={search.space === undefined ? undefined : String(search.space)}
            onSelect={choose}
          />
        </div>
      </div>
    </>
  );
}
