import type { Me } from '#contract/users.ts';
import { managesCenters } from '#src/directory/rights.ts';

/** Whether somebody manages the bookings of others: books for them, moves, cancels, approves. */
export const managesBookings = (me: Me): boolean =>
  managesCenters(me, ({ module }) => module === 'reservation');
