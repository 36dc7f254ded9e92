import type { Role } from '#contract/users.ts';
import { centersOf, workers, type Access, type Caller } from '#server/lib/caller.ts';

/** Who works on requests of a maintenance center: the documents' "valid operators". */
export const crew: readonly Role[] = [...workers, 'TECHNICIAN'];

export const crewOnly = { access: { module: 'maintenance', roles: crew } as Access };
export const managersOnly = {
  access: { module: 'maintenance', roles: ['ADMINISTRATOR', 'MANAGER'] } as Access,
};
export const everybody = { access: 'signed-in' as Access };

/** Who looks: `centers` are those whose requests they see beside their own; undefined: all. */
export type Viewer = { id: number; centers: number[] | undefined };
export const viewerOf = (caller: Caller): Viewer => ({
  id: caller.id,
  centers: centersOf(caller, 'maintenance', crew),
});

/** Whether the request of this center is theirs to work on, and not only to have asked for. */
export const worksAt = ({ centers }: Viewer, center: number) =>
  centers === undefined || centers.includes(center);
