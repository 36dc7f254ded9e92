import { expect, test } from 'vitest';
import type { Guide, GuideStep } from '#contract/guide.ts';
import { testServer } from '../../../test/app.ts';

const server = await testServer();
const admin = await server.register();
const other = await server.register();
const guide = async (by = admin) => (await by.call('GET', '/guide')).json<Guide>();
const done = async (by = admin) => (await guide(by)).steps.filter((one) => one.done).map(({ step }) => step);
const make = async <T = { id: number }>(path: string, body: unknown) => {
  const answer = await admin.call('POST', path, body);
  expect([answer.statusCode < 300, answer.body]).toEqual([true, answer.body]);
  return answer.json<T>();
};

test('a new organisation is led from its first building to its first delivered parcel', async () => {
  expect(await guide()).toMatchObject({ closed: false });
  expect(await done()).toEqual([]);
  const building = await make('/buildings', { name: 'One' });
  expect(await done()).toEqual(['building']);
  const floor = await make('/floors', { name: 'Ground', building: { id: building.id } });
  const types = (await admin.call('GET', '/rooms/types')).json<{ id: number }[]>();
  const room = { name: 'R1', floor: { id: floor.id }, type: { id: types[0]!.id } };
  const { id } = await make('/rooms', room);
  expect(await done()).toEqual(['building', 'spaces']);
  await admin.call('PUT', `/rooms/${id}`, { reservable: true });
  const clerk = await admin.person();
  expect(await done()).toEqual(['building', 'spaces', 'people', 'bookable']);
  const { permissions } = (await admin.call('GET', '/users/me')).json<{
    permissions: { center: { id: number; module: string } }[];
  }>();
  const mail = permissions.find(({ center }) => center.module === 'mail')!.center.id;
  await admin.call('PUT', `/users/${clerk.id}/permissions`, [{ role: 'OPERATOR', center: { id: mail } }]);
  const [item] = await make<{ id: number }[]>('/mail/items/checkin', [{ trackingNumber: '1Z' }]);
  expect(await done()).toEqual(['building', 'spaces', 'people', 'roles', 'bookable', 'scan']);
  expect((await admin.call('PUT', `/mail/items/${item!.id}/deliver`, {})).statusCode).toBe(200);
  expect(await done()).toHaveLength((await guide()).steps.length);
  expect(await done(other)).toEqual([]);
});

test('steps are left out and taken up again, the guide put away, each as often as one likes', async () => {
  const skipped = async (step: GuideStep) =>
    (await guide(other)).steps.find((one) => one.step === step)!.skipped;
  for (const away of [true, true, false, false]) {
    expect((await other.call('PUT', '/guide/steps/people', { skipped: away })).statusCode).toBe(200);
    expect(await skipped('people')).toBe(away);
  }
  const me = async () => (await other.call('GET', '/users/me')).json<{ guide: boolean }>().guide;
  for (const closed of [true, true, false]) {
    expect((await other.call('PUT', '/guide', { closed })).json()).toMatchObject({ closed });
    expect(await me()).toBe(!closed);
  }
  for (const wrong of [{}, { closed: 'x' }, { closed: null }])
    expect((await other.call('PUT', '/guide', wrong)).json()).toMatchObject({ error: { field: 'closed' } });
  expect((await other.call('PUT', '/guide/steps/nothing', { skipped: true })).statusCode).toBe(404);
});

test('what belongs to a feature that is off is no step, and nobody but site administrators sees any', async () => {
  await other.call('PUT', '/organisation', { features: ['booking'] });
  expect((await guide(other)).steps.map(({ step }) => step)).toEqual([
    'building',
    'spaces',
    'people',
    'roles',
    'bookable',
  ]);
  const plain = await admin.person();
  expect((await plain.call('GET', '/guide')).statusCode).toBe(403);
  expect((await plain.call('GET', '/users/me')).json()).toMatchObject({ guide: false });
});
