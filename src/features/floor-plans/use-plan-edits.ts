import { useEffect, useReducer, useState } from 'react';
import type { FloorPlan } from '#contract/floor-plans.ts';
import type { Room } from '#contract/places.ts';
import * as m from '#messages';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { notify } from '#src/ui/notify.ts';
import { bodyOf, type Draft, draftOf, edited, sameDraft } from './edits.ts';
import { useSaveShapes } from './mutations.ts';

/** What the changes are made on. */
type Base = { draft: Draft; version: string };
const baseOf = ({ shapes, shapesVersion }: FloorPlan): Base => ({
  draft: draftOf(shapes),
  version: shapesVersion,
});

/** The shapes as they are being changed, and how they are saved. */
export function usePlanEdits(floorId: number, plan: FloorPlan, spaces: readonly Room[]) {
  const saved = baseOf(plan);
  const [began, setBegan] = useState(saved);
  const [edits, change] = useReducer(edited, { now: saved.draft, past: [] });
  const [problem, setProblem] = useState<string>();
  const save = useSaveShapes(floorId);
  const intention = useIntentionKey();

  const unsaved = !sameDraft(edits.now, began.draft);
  const changedElsewhere = saved.version !== began.version;
  const startFrom = (from: Base) => {
    setBegan(from);
    setProblem(undefined);
    change({ kind: 'start', from: from.draft });
  };
  // What is there may also be mine, saved by a request whose answer was lost.
  const adopt = changedElsewhere && (!unsaved || sameDraft(edits.now, saved.draft));
  useEffect(() => {
    if (adopt) startFrom(saved);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when it comes to it
  }, [adopt]);

  const takeBack = (before: Draft, version: string) =>
    save.mutate(
      { shapes: bodyOf(before), version, key: randomKey() },
      {
        onSuccess: (answer) => startFrom(baseOf(answer)),
        onError: ({ message }) => notify({ message, tone: 'danger' }),
      },
    );
  const submit = () => {
    setProblem(undefined);
    // A space that was deleted meanwhile has nothing to be placed.
    const there = new Set(spaces.map(({ id }) => id));
    const shapes = bodyOf(new Map([...edits.now].filter(([id]) => there.has(id))));
    const { draft: before, version } = began;
    save.mutate(
      { shapes, version, key: intention.keyFor({ shapes, version }) },
      {
        onSuccess: (answer) => {
          intention.settle();
          startFrom(baseOf(answer));
          notify({ message: m.floors_saved(), undo: () => takeBack(before, answer.shapesVersion) });
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
    conflict: changedElsewhere && unsaved && !adopt && !save.isPending,
    takeTheirs: () => startFrom(saved),
    /** Mine stays to be looked at on top of theirs, and is saved when it is saved. */
    putOnTheirs: () => {
      change({ kind: 'rebase', from: began.draft, onto: saved.draft });
      setBegan(saved);
      setProblem(undefined);
    },
    submit,
    saving: save.isPending,
    problem,
  };
}
