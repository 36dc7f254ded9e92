import { expect, test } from 'vitest';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { testServer } from '../../../test/app.ts';
import { serviceDesk } from '../../../test/service-requests.ts';

const server = await testServer();
const desk = await serviceDesk(server);
const { admin, asker, ask, post } = desk;

test('a request about an asset says how it is called today, and is found by it', async () => {
  const type = await post('/assets/types', { name: 'Copiers' });
  const model = await post('/assets/models', { name: 'Copier X', type: { id: type.id } });
  const copier = await post('/assets', { model: { id: model.id } });
  const about = await ask({ asset: { id: copier.id, name: 'as it was sent' } });
  const unknown = await ask({ asset: { id: copier.id + 1000, name: 'Not in the register' } });
  expect(about.asset).toEqual({ id: copier.id, name: 'Copier X' });
  expect(unknown.asset).toEqual({ id: copier.id + 1000, name: 'Not in the register' });
  const read = async (id: number) =>
    (await asker.call('GET', `/maintenance/requests/${id}`)).json<ServiceRequest>().asset;
  await admin.call('PUT', `/assets/${copier.id}`, { name: 'Hall copier' });
  expect(await read(about.id)).toEqual({ id: copier.id, name: 'Hall copier' });
  const listed = await asker.call('GET', `/maintenance/requests?assetId=${copier.id}`);
  expect(listed.json<ServiceRequest[]>().map(({ id }) => id)).toEqual([about.id]);
  const counted = await asker.call(
    'GET',
    `/maintenance/requests/count?assetId=${copier.id},${copier.id + 1000}`,
  );
  expect(counted.json()).toEqual({ count: 2 });
  // Another organisation's asset of that number is none of ours.
  const stranger = await server.register();
  const [theirs] = (await stranger.call('GET', '/assets/models')).json<{ id: number }[]>();
  const foreign = (await stranger.call('POST', '/assets', { model: theirs })).json<{ id: number }>();
  expect((await ask({ asset: { id: foreign.id, name: 'Ours' } })).asset).toEqual({
    id: foreign.id,
    name: 'Ours',
  });
  // What has been taken out of the register is still called as it was.
  await admin.call('DELETE', `/assets/${copier.id}`);
  expect(await read(about.id)).toEqual({ id: copier.id, name: 'Hall copier' });
});
