import { Alert, Button, Group, VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { FloorPlan as Plan } from '#contract/floor-plans.ts';
import type { Room } from '#contract/places.ts';
import { matchSpaces } from '#contract/plan-match.ts';
import * as m from '#messages';
import { outlineFinder } from '#src/directory/floor-plans.ts';
import { type Bounds, polygonOutline } from '#src/lib/outline.ts';
import { FloorPlan } from '#src/ui/floor-plan.tsx';
import { FloorPlanList } from '#src/ui/floor-plan-list.tsx';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import { CornerHandles } from './corner-handles.tsx';
import { DrawingActions } from './drawing-actions.tsx';
import type { ShapeDraft } from './edits.ts';
import { EditorTools } from './editor-tools.tsx';
import classes from './floors.module.css';
import { MatchDialog } from './match-dialog.tsx';
import { useDraftShapes } from './use-draft-shapes.ts';
import { usePlanEdits } from './use-plan-edits.ts';
import { type Mode, usePlanTool } from './use-plan-tool.ts';

type Props = {
  floorId: number;
  plan: Plan;
  spaces: readonly Room[];
  selected: number | undefined;
  onSelect: (space: number | undefined) => void;
  onDone: () => void;
  onProblem: (message: string | undefined) => void;
};
/** For a floor of which nothing is drawn yet. */
const BLANK = [0, 0, 1000, 700] as const;

/** Puts the spaces of a floor on its plan. Nothing is stored before it is saved, the drawing itself excepted. */
export function PlanEditor({ floorId, plan, spaces, selected, onSelect, onDone, onProblem }: Props) {
  const { svg } = plan;
  const edits = usePlanEdits(floorId, plan, spaces);
  const [mode, setMode] = useState<Mode>('select');
  const [matching, setMatching] = useState(false);
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const say = (text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 }));
  const finder = useMemo(() => outlineFinder(svg), [svg]);
  // Without a drawing the server's box follows the shapes; one that moves while they are dragged is of no use.
  const [viewBox] = useState(() => plan.viewBox ?? BLANK);
  const shown = svg && plan.viewBox ? plan.viewBox : viewBox;
  const box: Bounds = { x: shown[0], y: shown[1], width: shown[2], height: shown[3] };

  const { shapes, items } = useDraftShapes(edits.draft, spaces, finder);
  const chosen = spaces.find(({ id }) => id === selected);
  const shape = chosen && edits.draft.get(chosen.id);
  const place = (next: ShapeDraft) => {
    if (!chosen) return;
    edits.change({ kind: 'set', space: chosen.id, shape: next });
    say(m.floors_said_placed({ space: chosen.name }));
    // Next to be placed is some other space; a polygon is adjusted first.
    if (next.points) setMode('select');
  };
  const drawing = usePlanTool(chosen ? mode : 'select', box, finder.elements, place);
  const switchTo = (next: Mode) => {
    drawing.forget();
    setMode(next);
  };

  const undo = () => {
    edits.change({ kind: 'undo' });
    say(m.floors_said_undone());
  };
  const takeOff = (space: Room) => {
    edits.change({ kind: 'take-off', space: space.id });
    say(m.floors_said_off({ space: space.name }));
  };
  const used = new Set([...edits.draft.values()].map(({ elementId }) => elementId));
  const open = spaces.filter(({ id }) => !edits.draft.has(id));
  const pairs = matching
    ? matchSpaces(
        open,
        finder.elementIds.filter((id) => !used.has(id)),
      )
    : [];
  const onKeyDown = (event: KeyboardEvent) => {
    const back = event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if (back && edits.canUndo && !(event.target as Element).closest('input')) {
      event.preventDefault();
      undo();
    } else if (event.key === 'Escape' && mode !== 'select') switchTo('select');
  };

  return (
    <div className={classes.split} onKeyDown={onKeyDown} role="presentation">
      <VisuallyHidden role="status">
        <span key={said.turn}>{said.text}</span>
      </VisuallyHidden>
      <UnsavedGuard unsaved={edits.unsaved} record="edit" />
      <div className={classes.plan}>
        <EditorTools
          mode={chosen ? mode : 'select'}
          onMode={switchTo}
          space={chosen?.name}
          elementIds={finder.elementIds}
          elementId={shape?.elementId}
          onElement={(elementId) => place({ elementId })}
          drawing={drawing}
          onTakeOff={shape && (() => takeOff(chosen!))}
          onMatch={finder.elementIds.length > 0 && open.length > 0 ? () => setMatching(true) : undefined}
          onUndo={edits.canUndo ? undo : undefined}
          onSave={edits.unsaved ? edits.submit : undefined}
          saving={edits.saving}
          onDone={onDone}
        >
          <DrawingActions
            floorId={floorId}
            drawn={svg !== undefined}
            onProblem={onProblem}
            onUploaded={() => setMatching(open.length > 0)}
          />
        </EditorTools>
        {edits.problem && !edits.conflict && (
          <Alert color="red" role="alert" title={m.floors_save_failed()}>
            {edits.problem}
          </Alert>
        )}
        {edits.conflict && (
          <Alert color="yellow" role="alert" title={m.floors_conflict()}>
            {m.floors_conflict_text()}
            <Group gap={8} mt={6}>
              <Button size="compact-sm" variant="default" onClick={edits.putOnTheirs}>
                {m.floors_conflict_both()}
              </Button>
              <Button size="compact-sm" variant="default" onClick={edits.takeTheirs}>
                {m.floors_conflict_theirs()}
              </Button>
            </Group>
          </Alert>
        )}
        <FloorPlan
          label={m.floors_plan_of({ floor: plan.floor.name })}
          drawing={{ viewBox: shown, svg }}
          shapes={shapes}
          selectedId={selected === undefined ? undefined : String(selected)}
          onSelect={(id) => onSelect(Number(id))}
          tool={drawing.tool}
        >
          {drawing.preview.length > 1 && (
            <path d={polygonOutline(drawing.preview).path} className={classes.preview} />
          )}
          {chosen && shape?.points && !finder.elements.has(shape.elementId ?? '') && !drawing.tool && (
            <CornerHandles
              key={chosen.id}
              space={chosen.name}
              points={shape.points}
              plan={box}
              onSay={say}
              onChange={(points, ongoing) =>
                edits.change({
                  kind: 'set',
                  space: chosen.id,
                  shape: { points },
                  ...(ongoing && { ongoing }),
                })
              }
            />
          )}
        </FloorPlan>
      </div>
      <div className={classes.side}>
        <FloorPlanList
          label={m.floors_spaces()}
          items={items}
          selectedId={selected === undefined ? undefined : String(selected)}
          onSelect={(id) => onSelect(Number(id))}
        />
      </div>
      {matching && (
        <MatchDialog
          pairs={pairs}
          left={open.length - pairs.length}
          onApply={(taken) => {
            edits.change({ kind: 'match', pairs: taken });
            setMatching(false);
          }}
          onClose={() => setMatching(false)}
        />
      )}
    </div>
  );
}
