import { floorPlan, type PlanUpload } from '#contract/floor-plans.ts';
import { removed } from '#contract/wire.ts';
import type { Point } from '#src/lib/outline.ts';
import { http } from '#src/lib/http.ts';

export type ShapeBody = { room: { id: number }; points?: readonly Point[]; elementId?: string };

export const uploadPlan = (floorId: number, body: PlanUpload) =>
  http('PUT', `/floors/${floorId}/plan`, { reply: floorPlan, body });
export const removePlan = (floorId: number) => http('DELETE', `/floors/${floorId}/plan`, { reply: removed });
/** These and no others. @param version the `shapesVersion` that they were drawn on; 409 when it is another now */
export const saveShapes = (floorId: number, body: ShapeBody[], version: string, idempotencyKey: string) =>
  http('PUT', `/floors/${floorId}/shapes`, {
    reply: floorPlan,
    body,
    ifMatch: `"${version}"`,
    idempotencyKey,
  });
