import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { buildApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { openCluster } from './lib/cluster.ts';
import { openDatabase } from './lib/database.ts';
import type { Deps } from './lib/deps.ts';
import { openEvents } from './lib/events.ts';
import { openFileStore } from './lib/files.ts';
import { openJobs } from './lib/jobs.ts';
import { openMailer } from './lib/mailer.ts';
import { migrate } from './lib/migrate.ts';
import { demoAccountList } from './modules/account/demo-accounts.ts';
import { makeDueAudits, sendAuditLetters } from './modules/asset-audits/service.ts';
import { sendAssetLetters } from './modules/asset-loans/service.ts';
import { sendBookingLetters } from './modules/booking-calendar/service.ts';
import { seedDemo } from './modules/demo/service.ts';
import { sendLeaveLetters } from './modules/leaves/service.ts';
import { releaseHeldItems } from './modules/mail-desk/service.ts';
import { queueReminders, sendDueNotices } from './modules/mail-notices/service.ts';
import { sendMoveLetters } from './modules/move-requests/service.ts';
import {
  makePlannedRequests,
  reckonStaleCenters,
  sendServiceLetters,
} from './modules/service-requests/service.ts';
import { inviteNewcomers, takeDueMoves } from './modules/move-effect/service.ts';
import { removeOldNotices, sendDigests } from './modules/notices/service.ts';
import { releaseNoShows } from './modules/space-booking/service.ts';

/** The embedded database, unless DATABASE_URL names another; `release` leaves it as it was found. */
async function openStore(config: Config) {
  if (config.databaseUrl)
    return { options: { connectionString: config.databaseUrl }, release: async () => {} };
  const cluster = await openCluster(config.dataDir);
  const admin = new pg.Client({ ...cluster.connection, database: 'postgres' });
  await admin.connect();
  const { rowCount } = await admin.query(`SELECT FROM pg_database WHERE datname = 'atrium'`);
  if (rowCount === 0)
    await admin.query('CREATE DATABASE atrium').catch((error: { code?: string }) => {
      if (error.code !== '42P04' && error.code !== '23505') throw error; // a second process was quicker
    });
  await admin.end();
  return { options: { ...cluster.connection, database: 'atrium' }, release: () => cluster.release() };
}

async function start() {
  const config = readConfig(process.env);
  await mkdir(config.dataDir, { recursive: true });
  const store = await openStore(config);
  await migrate(store.options);
  const db = openDatabase(store.options);
  const deps: Deps = {
    config,
    db,
    files: openFileStore(config),
    mailer: openMailer(config),
    events: await openEvents(db),
  };
  if (config.demo) await seedDemo(deps);
  const app = await buildApp(deps, { logger: { level: 'warn' } });
  await app.listen({ port: config.port, host: config.host });

  const jobs = openJobs(db, (error, what) => app.log.error({ err: error }, what));
  jobs.every('mail-notices', '* * * * *', (stopping) => sendDueNotices(deps, stopping));
  jobs.every('mail-reminders', '5 * * * *', () => queueReminders(db));
  jobs.every('mail-held', '*/5 * * * *', () => releaseHeldItems(db));
  jobs.every('booking-no-shows', '* * * * *', () => releaseNoShows(db));
  jobs.every('booking-letters', '* * * * *', (stopping) => sendBookingLetters(deps, stopping));
  jobs.every('asset-letters', '* * * * *', (stopping) => sendAssetLetters(deps, stopping));
  jobs.every('service-letters', '* * * * *', (stopping) => sendServiceLetters(deps, stopping));
  jobs.every('move-letters', '* * * * *', (stopping) => sendMoveLetters(deps, stopping));
  jobs.every('leave-letters', '* * * * *', (stopping) => sendLeaveLetters(deps, stopping));
  jobs.every('notice-digests', '* * * * *', (stopping) => sendDigests(deps, stopping));
  jobs.every('notice-age', '40 3 * * *', () => removeOldNotices(db));
  jobs.every('service-clocks', '* * * * *', (stopping) => reckonStaleCenters(db, stopping));
  jobs.every('service-plans', '* * * * *', (stopping) => makePlannedRequests(db, stopping));
  jobs.every('asset-audits', '*/10 * * * *', (stopping) => makeDueAudits(db, stopping));
  jobs.every('asset-audit-letters', '* * * * *', (stopping) => sendAuditLetters(deps, stopping));
  jobs.every('moves-due', '* * * * *', (stopping) => takeDueMoves(db, stopping));
  jobs.every('move-invitations', '* * * * *', (stopping) => inviteNewcomers(deps, stopping));
  jobs.start();

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await app.close(); // finishes the requests in hand
    await jobs.close();
    await deps.events.close();
    await deps.mailer.close();
    await db.close();
    await store.release();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  // Last: whoever hears it may end us at once, and then too the database is to be stopped.
  const { port } = app.server.address() as AddressInfo;
  console.log(`Atrium is at ${config.publicUrl ?? `http://${config.host}:${port}`}`);
  if (config.demo)
    for (const { role, email, password } of demoAccountList)
      console.log(`  ${role.padEnd(20)} ${email}  ${password}`);
}

await start().catch((error: unknown) => {
  console.error(`Atrium cannot start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
