import type { MailItem } from '#contract/mail.ts';
import type { Center, Me } from '#contract/users.ts';

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

/** Whether somebody manages the bookings of others: books for them, moves, cancels, approves, brings them in. */
export const managesBookings = (me: Me): boolean =>
  managesCenters(me, ({ module }) => module === 'reservation');

/** Whether somebody manages service requests: their types and settings, and brings in those of other systems. */
export const managesService = (me: Me): boolean =>
  managesCenters(me, ({ module }) => module === 'maintenance');
