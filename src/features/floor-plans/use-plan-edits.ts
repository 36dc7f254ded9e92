import { useEffect, useReducer, useState } from 'react';
import type { FloorPlan } from '#contract/floor-plans.ts';
import type { Room } from '#contract/places.ts';
import * as m from '#messages';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { notify } from '#src/ui/notify.ts';
import { bodyOf, type Draft, draftOf, edited, sameDraft } from './edits.ts';
import { useSaveShapes } from './mutations.ts';

/** The shapes as they are being changed, and how they are saved. */
export function usePlanEdits(floorId: number, plan: FloorPlan, spaces: readonly Room[]) {
  const saved = draftOf(plan.shapes);
  const [began, setBegan] = useState(saved);
  const [edits, change] = useReducer(edited, { now: saved, past: [] });
  const [problem, setProblem] = useState<string>();
  const save = useSaveShapes(floorId);
  const intention = useIntentionKey();

  const unsaved = !sameDraft(edits.now, began);
  const changedElsewhere = !sameDraft(saved, began);
  const startFrom = (from: Draft) => {
    setBegan(from);
    change({ kind: 'start', from });
  };
  const adopt = changedElsewhere && !unsaved;
  useEffect(() => {
    if (adopt) startFrom(saved);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when it comes to it
  }, [adopt]);

  const takeBack = (before: Draft) =>
    save.mutate(
      { shapes: bodyOf(before), key: randomKey() },
      {
        onSuccess: (answer) => startFrom(draftOf(answer.shapes)),
        onError: ({ message }) => notify({ message, tone: 'danger' }),
      },
    );
  const submit = () => {
    setProblem(undefined);
    // A space that was deleted meanwhile has nothing to be placed.
    const there = new Set(spaces.map(({ id }) => id));
    const shapes = bodyOf(new Map([...edits.now].filter(([id]) => there.has(id))));
    const before = began;
    save.mutate(
      { shapes, key: intention.keyFor(shapes) },
      {
        onSuccess: (answer) => {
          intention.settle();
          startFrom(draftOf(answer.shapes));
          notify({ message: m.floors_saved(), undo: () => takeBack(before) });
        },
        onError: ({ message }) => setProblem(message),
      },
    );
  };
  return {
    draft: edits.now,
    change,
    canUndo: edits.past.length > 0,
    unsaved,
    conflict: changedElsewhere && unsaved,
    takeTheirs: () => startFrom(saved),
    submit,
    saving: save.isPending,
    problem,
  };
}
