import { expect, test, vi } from 'vitest';
import { testServer } from '../../test/app.ts';
import { announce, openEvents, type Notice } from './events.ts';

const server = await testServer();
const { deps, owner } = server;

async function organisation() {
  const admin = await server.register();
  const { rows } = await owner.query<{ organisation_id: number }>(
    'SELECT organisation_id FROM app_user WHERE id = $1',
    [admin.id],
  );
  return rows[0]!.organisation_id;
}

function listen(organisationId: number, events = deps.events) {
  const heard: Notice[] = [];
  events.subscribe(organisationId, (event) => heard.push(event));
  return heard;
}

test('an event reaches its organisation alone, and every process on the database', async () => {
  const [ours, theirs] = [await organisation(), await organisation()];
  const second = await openEvents(deps.db);
  const [here, there, foreign] = [listen(ours), listen(ours, second), listen(theirs)];
  await deps.db.write(ours, (tx) => announce(tx, { topic: 'mail', ids: [1, 2], by: 7, users: [9] }));
  const event = { topic: 'mail', ids: [1, 2], by: 7, users: [9] };
  await vi.waitFor(() => expect([here, there]).toEqual([[event], [event]]));
  expect(foreign).toEqual([]);
  await second.close();
});

test('what is rolled back is not announced; what is announced twice is heard once', async () => {
  const ours = await organisation();
  const heard = listen(ours);
  const failing = deps.db.write(ours, async (tx) => {
    await announce(tx, { topic: 'mail', ids: [13] });
    throw new Error('undo');
  });
  await expect(failing).rejects.toThrow('undo');
  await deps.db.write(ours, async (tx) => {
    await announce(tx, { topic: 'users', ids: [4] });
    await announce(tx, { topic: 'users', ids: [4] });
  });
  await vi.waitFor(() => expect(heard).toEqual([{ topic: 'users', ids: [4] }]));
});

test('a thousand long ids travel in several notifications, each within the limit', async () => {
  const ours = await organisation();
  const heard = listen(ours);
  const ids = Array.from({ length: 1000 }, (_, index) => 8_007_199_254_740_000 + index);
  await deps.db.write(ours, (tx) => announce(tx, { topic: 'mail', ids, users: ids.slice(0, 300) }));
  await vi.waitFor(() => expect(heard).toHaveLength(10));
  for (const user of [ids[0]!, ids[299]!])
    expect(heard.filter((event) => event.users!.includes(user)).flatMap((event) => event.ids)).toEqual(ids);
});

test('a broken connection comes back, and listeners are told that they may have missed something', async () => {
  const ours = await organisation();
  const heard = listen(ours);
  const { rowCount } = await owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  expect(rowCount).toBe(1);
  await vi.waitFor(() => expect(heard).toEqual([{ topic: 'resync', ids: [] }]), { timeout: 5000 });
  await deps.db.write(ours, (tx) => announce(tx, { topic: 'users', ids: [5] }));
  await vi.waitFor(() => expect(heard.at(-1)).toEqual({ topic: 'users', ids: [5] }));
});

test('a notification that is none of ours is passed over', async () => {
  const ours = await organisation();
  const heard = listen(ours);
  await owner.query(
    `SELECT pg_notify('atrium_change', 'nonsense'), pg_notify('atrium_change', '{"topic":1}')`,
  );
  await deps.db.write(ours, (tx) => announce(tx, { topic: 'users', ids: [6] }));
  await vi.waitFor(() => expect(heard).toEqual([{ topic: 'users', ids: [6] }]));
});
