import pg from 'pg';
import type { WriteTx } from '#server/lib/database.ts';
import type { Deps } from '#server/lib/deps.ts';
import { putGuideAway } from '#server/modules/guide/service.ts';
import { createOrganisation, demoAccountList } from '#server/modules/account/service.ts';
import { COMPANY, makeCompany, type Company } from './company.ts';
import { actingIn } from './acting.ts';
import { makeAssets } from './assets.ts';
import { entriesOf } from './insert.ts';
import { insertAssets } from './insert-assets.ts';
import { insertAudits } from './insert-audits.ts';
import { insertBookings } from './insert-bookings.ts';
import { insertHolidays } from './insert-holidays.ts';
import { insertCostCenters } from './insert-cost-centers.ts';
import { insertAlerts, insertParcels } from './insert-mail.ts';
import { insertLoans } from './insert-loans.ts';
import { insertLeaves } from './insert-leaves.ts';
import { insertMoves } from './insert-moves.ts';
import { insertNotices } from './insert-notices.ts';
import { insertPeople, insertPermissions, type Founder } from './insert-people.ts';
import { insertPlaces, type PlaceIds } from './insert-places.ts';
import { insertRequests } from './insert-requests.ts';
import { seeded } from './random.ts';

const SEED = 20_260_101;
/** For how long the company has been using Atrium. */
const DAYS_IN_USE = 1100;
// Any fixed number will do, other than that of the migrations.
const SEED_LOCK = 727_370_002;

/** What the company owns and lends, who looks after it, and who moves; before its mail, which goes where people sit then. */
async function insertOwned(
  tx: WriteTx,
  { company, now }: { company: Company; now: number },
  placeIds: PlaceIds,
  userIds: readonly number[],
  founded: Date,
) {
  const { places, people } = company;
  const assets = makeAssets(seeded(SEED, 'assets'), places, people, now);
  const ids = await insertAssets(tx, assets, placeIds, userIds, founded);
  // Nothing is known yet of what has just been written: loops within loops would take minutes.
  await tx.query(`SELECT set_config('enable_nestloop', 'off', true)`);
  const when = { userIds, now };
  const keeping = await actingIn(tx, 'asset', when);
  const buildings = await entriesOf(tx, 'building', 'name');
  await insertAudits(
    tx,
    keeping,
    company,
    buildings.keys.map((name) => buildings.id(name)),
  );
  await insertLoans(tx, keeping, { random: seeded(SEED, 'loans'), people, assets, ids });
  const world = { places, people, assets, spaceIds: placeIds.spaces, assetIds: ids };
  await insertMoves(tx, await actingIn(tx, 'move', when), world);
  await tx.query(`SELECT set_config('enable_nestloop', 'on', true)`);
}

/** Fills a new organisation. Nothing it writes is dated later than `now`. */
async function fill(tx: WriteTx, founder: Founder, now: Date) {
  // A busy machine may take longer over years of mail than a request is given; nobody did what is made up here.
  await tx.query(
    `SELECT set_config('app.figures_later', 'on', true), set_config('app.audit_off', 'on', true),
       set_config('statement_timeout', '0', true)`,
  );
  const couriers = (await entriesOf(tx, 'courier', 'code')).keys;
  const packageTypes = (await entriesOf(tx, 'package_type', 'code')).keys;
  const company = makeCompany(SEED, now, demoAccountList, { couriers, packageTypes });
  const { places, people, alerts, parcels } = company;
  const founded = new Date(now.getTime() - DAYS_IN_USE * 86_400_000);
  await tx.query('UPDATE organisation SET date_created = $2 WHERE id = $1', [tx.organisation, founded]);
  const placeIds = await insertPlaces(tx, places, founded);
  await insertHolidays(tx, now);
  await putGuideAway(tx, 'all');
  const userIds = await insertPeople(tx, people, places, placeIds, founder, founded);
  await insertCostCenters(tx, people, userIds, places, founded);
  await insertPermissions(tx, people, userIds, placeIds.centers);
  const booked = { random: seeded(SEED, 'bookings'), places, people, now: now.getTime() };
  await insertBookings(tx, booked, placeIds, userIds, founded);
  const asked = { ...booked, random: seeded(SEED, 'requests') };
  await insertRequests(tx, asked, placeIds, userIds);
  await insertOwned(tx, { company, now: now.getTime() }, placeIds, userIds, founded);
  await insertLeaves(tx, await actingIn(tx, 'reservation', { userIds, now: now.getTime() }), people);
  const manager = people.findIndex(({ post }) => post === 'manager');
  await insertAlerts(tx, alerts, userIds, userIds[manager]!, new Date(parcels[0]!.steps[0]!.at));
  await insertParcels(tx, parcels, userIds, placeIds);
  await insertNotices(tx);
  await tx.query('SELECT rebuild_mail_figures($1)', [tx.organisation]);
}

/**
 * Creates the demo organisation when the database holds none at all, in one transaction: interrupted, it
 * leaves nothing behind. Of several servers that start together one does it, the others wait for it.
 */
export async function seedDemo({ db }: Pick<Deps, 'db'>, now = new Date()): Promise<void> {
  // A connection as the owner, who alone sees whether there is any organisation; it holds the lock meanwhile.
  const owner = new pg.Client(db.options);
  await owner.connect();
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [SEED_LOCK]);
    const { rowCount } = await owner.query('SELECT FROM organisation LIMIT 1');
    if (rowCount !== 0) return;
    const { firstName, lastName, email, password } = demoAccountList.find(({ role }) => role === 'admin')!;
    await createOrganisation(
      db,
      {
        company: COMPANY.name,
        firstname: firstName,
        lastname: lastName,
        email,
        password,
        country: COMPANY.country,
        timezone: COMPANY.timeZone,
        features: ['demo'],
      },
      (tx, founder) => fill(tx, founder, now),
    );
    // Or the first minutes' queries are planned as if the tables were empty.
    await owner.query(
      'ANALYZE app_user, permission, room, mail_item, mail_status, mail_comment, reservation, service_request, asset, asset_event, move_item',
    );
  } finally {
    await owner.end();
  }
}
