import type { MailItem } from '#contract/mail.ts';
import type { Center, Me } from '#contract/users.ts';
import { worksIn } from './me.ts';

type Place = Pick<MailItem, 'center'>;

/** Whether somebody does the desk's work in the item's center. */
export const worksAt = (me: Me, { center: { id } }: Place) =>
  me.siteAdmin || me.permissions.some(({ role, center }) => center.id === id && role !== 'CUSTOMER');

/** Whether somebody may delete items of the item's center. */
export const managesAt = (me: Me, { center: { id } }: Place) =>
  managesCenters(me, (center) => center.id === id);

/** Whether somebody runs a center, of those that `which` names. */
export const managesCenters = (me: Me, which: (center: Center) => boolean = () => true): boolean =>
  me.siteAdmin ||
  me.permissions.some(
    ({ role, center }) => (role === 'ADMINISTRATOR' || role === 'MANAGER') && which(center),
  );

/** Whether somebody manages the bookings of others: books for them, moves, cancels, approves, sets rules. */
export const managesBookings = (me: Me): boolean =>
  managesCenters(me, ({ module }) => module === 'reservation');

/** Whether somebody manages service requests: their types and settings, and brings in those of other systems. */
export const managesService = (me: Me): boolean =>
  managesCenters(me, ({ module }) => module === 'maintenance');

/** Whether somebody keeps the register of assets: adds, changes and removes them. */
export const keepsAssets = (me: Me): boolean => worksIn(me, 'asset');

/** Whether somebody manages assets: their types and models besides. */
export const managesAssets = (me: Me): boolean => managesCenters(me, ({ module }) => module === 'asset');

/** Whether somebody manages moves: their fields and tasks besides. */
export const managesMoves = (me: Me): boolean => managesCenters(me, ({ module }) => module === 'move');
