import { expect, test } from 'vitest';
import { assetCode } from '#contract/assets.ts';
import type { ScanMatch } from '#contract/scan.ts';
import type { TestUser } from '../../../test/app.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
const ask = async (code: string, as: TestUser = desk.clerk) => {
  const answer = await as.call('GET', `/scan?code=${encodeURIComponent(code)}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<ScanMatch[]>();
};
const kinds = async (code: string, as?: TestUser) => (await ask(code, as)).map(({ kind }) => kind);
const send = async <T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) =>
  (await desk.admin.call(method, path, body)).json<T>();

async function space(name: string) {
  const building = await send<{ id: number }>('POST', '/buildings', { name: 'House' });
  const floor = await send<{ id: number }>('POST', '/floors', { name: '1', building: { id: building.id } });
  const [type] = await send<{ id: number }[]>('GET', '/rooms/types');
  const room = { name, floor: { id: floor.id }, type: { id: type!.id } };
  return (await send<{ id: number }>('POST', '/rooms', room)).id;
}
async function asset(body: object) {
  const [model] = await send<{ id: number }[]>('GET', '/assets/models');
  return send<{ id: number }>('POST', '/assets', { model: { id: model!.id }, ...body });
}

test('a tracking number is its parcel: to the desk always, to others when it is theirs', async () => {
  const trackingNumber = freshNumber();
  const { id } = await desk.scan({ trackingNumber, toUser: { id: desk.employee.id } });
  expect(await ask(` ${trackingNumber.toUpperCase()} `)).toMatchObject([{ kind: 'item', item: { id } }]);
  expect(await ask(trackingNumber, desk.employee)).toMatchObject([{ kind: 'item', item: { id } }]);
  const stranger = await desk.admin.person();
  expect(await ask(trackingNumber, stranger)).toEqual([]);
});

test('tags of assets, whoever scans them: the tag, the serial number, our own code and our address', async () => {
  const { id } = await asset({ localUID: 'ZX-77', serialNumber: 'SN 4711' });
  for (const code of ['zx-77', 'SN 4711', assetCode(id), `https://atrium.example/assets/${id}`])
    expect(await ask(code, desk.employee)).toMatchObject([
      { kind: 'asset', asset: { id, localUID: 'ZX-77' } },
    ]);
});

test('spaces by the code at the door or by their name', async () => {
  const id = await space('Kranich');
  for (const code of [`https://atrium.example/s/${id}`, `/s/${id}`, 'KRANICH'])
    expect(await ask(code, desk.employee)).toMatchObject([
      { kind: 'space', space: { id, name: 'Kranich', building: { name: 'House' } } },
    ]);
  expect(await ask('Krani', desk.employee)).toEqual([]);
});

test('a badge is its person; the code to collect with only at the desk, with what waits for them', async () => {
  const person = await desk.admin.person();
  await desk.admin.call('PUT', `/users/${person.id}`, { employeeId: 'E-0815' });
  await desk.scan({ toUser: { id: person.id } });
  const { code } = (await person.call('GET', '/mail/collect-code')).json<{ code: string }>();
  for (const scanned of ['e-0815', code])
    expect(await ask(scanned)).toMatchObject([{ kind: 'person', person: { id: person.id, parcels: 1 } }]);
  const [seen] = await ask('E-0815', desk.employee);
  expect(seen).toMatchObject({ kind: 'person', person: { id: person.id } });
  expect(seen).not.toHaveProperty('person.parcels');
  expect(await ask(code, desk.employee)).toEqual([]);
});

test('stops and bags; what one text names twice is shown twice, what was delivered last', async () => {
  await desk.insert('mail_stop', { name: 'Dock 9' });
  expect(await kinds('dock 9', desk.employee)).toEqual(['stop']);
  const bag = (await desk.clerk.call('POST', '/mail/bags', { to: { id: desk.farCenter } })).json<{
    id: number;
    code: string;
  }>();
  expect(await ask(bag.code)).toEqual([{ kind: 'bag', bag: { id: bag.id, name: bag.code } }]);
  expect(await ask(bag.code, desk.employee)).toEqual([]);

  await space('Twin');
  await asset({ localUID: 'Twin' });
  const { id } = await desk.scan({ trackingNumber: 'Twin', toUser: { id: desk.employee.id } });
  expect(await kinds('twin')).toEqual(['item', 'asset', 'space']);
  await desk.step(id, 'deliver');
  expect(await kinds('twin')).toEqual(['asset', 'space', 'item']);
});

test('nothing known, nothing scanned, and what no code is', async () => {
  for (const code of [
    '',
    '  ',
    'never seen',
    `/s/999999`,
    '/s/0',
    'https://x/assets/99999999999999',
    '%',
    '_',
  ])
    expect(await ask(code)).toEqual([]);
  expect((await desk.clerk.call('GET', '/scan')).statusCode).toBe(400);
  expect((await desk.clerk.call('GET', '/scan?code=a%00b')).statusCode).toBe(400);
  expect((await desk.clerk.call('GET', `/scan?code=${'x'.repeat(9000)}`)).statusCode).toBe(400);
});
