import type { Home } from '#contract/home.ts';
import type { Feature, Organisation } from '#contract/organisation.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { glance } from '#server/lib/glance.ts';
import { today } from '#server/lib/period.ts';
import { showOrganisation } from '#server/modules/account/service.ts';
import type { At } from './at.ts';
import { assetDesk, bookingDesk, mailDesk, serviceDesk } from './desk.ts';
import { assetParts, bookingParts, leaveParts, mailParts, moveParts, serviceParts } from './own.ts';

const own: [Feature, (at: At) => Promise<Partial<Home>>][] = [
  ['booking', bookingParts],
  ['mail', mailParts],
  ['service', serviceParts],
  ['moves', moveParts],
  ['assets', assetParts],
  ['leave', leaveParts],
];

/** Everything that concerns the caller, as their own lists would tell it, all of the same moment. */
export const homeOf = (db: Database, caller: Caller): Promise<Home> =>
  glance(db, caller.organisation, async (tx) => {
    // What the lists open for themselves is this transaction: one connection, and figures that agree with each other.
    const here: Database = { ...db, read: (_organisation, work) => work(tx) };
    const at: At = { db: here, caller, today: await today(tx) };
    const { features, timeZone } = JSON.parse(await showOrganisation(tx)) as Organisation;
    const uses = (feature: Feature) => features.includes(feature);
    const parts: Partial<Home> = {};
    for (const [feature, read] of own) if (uses(feature)) Object.assign(parts, await read(at));
    const desk = {
      mail: uses('mail') ? await mailDesk(at) : undefined,
      service: uses('service') ? await serviceDesk(at) : undefined,
      assets: uses('assets') ? await assetDesk(at) : undefined,
      // Last: it tells the planner to hash, for the rest of the transaction.
      bookings: uses('booking') ? await bookingDesk(at) : undefined,
    };
    return { ...parts, at: Date.now(), timeZone, desk };
  });
