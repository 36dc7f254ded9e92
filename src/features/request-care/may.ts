import type { Me } from '#contract/users.ts';
import { managesCenters, managesService } from '#src/directory/rights.ts';

/** Whether somebody manages what belongs to a maintenance center; what belongs to none is any manager's. */
export const managesAt = (me: Me, center: number | undefined): boolean =>
  center === undefined
    ? managesService(me)
    : managesCenters(me, ({ id, module }) => module === 'maintenance' && id === center);

export const managedCenters = <T extends { id: number }>(me: Me, centers: readonly T[]): T[] =>
  centers.filter(({ id }) => managesAt(me, id));
