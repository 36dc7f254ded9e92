import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { FloorPlan, PlanUpload } from '#contract/floor-plans.ts';
import { floorKey, planOptions } from '#src/directory/floor-plans.ts';
import { removePlan, saveShapes, type ShapeBody, uploadPlan } from './api.ts';

/** Shows what was answered to a write. A reading that began before it would come later and bring back the old plan. */
const keep = (client: QueryClient, floorId: number) => async (plan: FloorPlan) => {
  const { queryKey } = planOptions(floorId);
  await client.cancelQueries({ queryKey });
  client.setQueryData(queryKey, plan);
};

/** Puts a drawing in the place of the one there was. */
export function useUpload(floorId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PlanUpload) => uploadPlan(floorId, body),
    onSuccess: keep(client, floorId),
  });
}

export function useRemoveDrawing(floorId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => removePlan(floorId),
    // Also after a refusal: somebody else removed it.
    onSettled: () => client.invalidateQueries({ queryKey: floorKey(floorId) }),
  });
}

/** Makes these the shapes of the floor, in the place of those of `version`; `key` is kept over retries. */
export function useSaveShapes(floorId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ shapes, version, key }: { shapes: ShapeBody[]; version: string; key: string }) =>
      saveShapes(floorId, shapes, version, key),
    onSuccess: keep(client, floorId),
    // Most of all when somebody was quicker: what they made of it is shown.
    onError: () => void client.invalidateQueries({ queryKey: planOptions(floorId).queryKey }),
  });
}
