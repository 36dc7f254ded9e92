import type { MoveItemChange } from '#contract/move-effect.ts';
import type { ParcelChange } from '#server/modules/mail-desk/service.ts';
import type { OpenBooking } from '#server/modules/space-booking/service.ts';
import type { Newcomer } from './newcomers.ts';
import type { Named } from './present-repository.ts';
import type { Item, Request } from './request-repository.ts';

/** What is to be written so that requests of one step take effect, and what their items will tell of it. */
export type Step = {
  requests: Request[];
  /** By item. */
  changes: Map<number, MoveItemChange>;
  choices: Choice[];
  seats: { id: number; room: number | null; mailStop: number | null }[];
  leavers: Leaver[];
  newcomers: (Newcomer & { room: number | null; manager: number | null; costCenter: number | null })[];
  placements: { asset: number; room: number }[];
  returns: { asset: number; owner: number }[];
  parcels: ParcelChange[];
  bookings: OpenBooking[];
  reports: { id: number; manager: number | null }[];
  roles: { user: number; center: number }[];
};
/** `manager`: who is next above them and stays; `heir`: who takes over, the manager unless somebody is named. */
export type Leaver = Named & { item: number; manager: Named | null; heir: Named | null };
/** An asset that stands where somebody sits, and may be taken along. */
export type Choice = { item: number; asset: Named; type: string; taken: boolean; usual: boolean };

export const emptyStep = (requests: Request[]): Step => ({
  requests,
  changes: new Map(
    requests.flatMap(({ items }) => items).map(({ key, kind }) => [key, emptyChange(key, kind)]),
  ),
  choices: [],
  seats: [],
  leavers: [],
  newcomers: [],
  placements: [],
  returns: [],
  parcels: [],
  bookings: [],
  reports: [],
  roles: [],
});

const emptyChange = (id: number, kind: Item['kind']): MoveItemChange => ({
  id,
  kind,
  assets: [],
  parcels: [],
  bookings: [],
  loans: [],
  reports: [],
  approvals: [],
});
