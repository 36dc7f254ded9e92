import { expect, test } from 'vitest';
import type { AskedPerson, AssetAsk, AssetRound, HeldAsset } from '#contract/asset-confirmations.ts';
import type { AssetEvent } from '#contract/assets.ts';
import type { TestUser } from '../../../test/app.ts';
import { DAY, lending, type Refusal } from '../../../test/asset-loans.ts';
import { image } from '../../../test/tiny-image.ts';

const it = lending();
const mine = (by: TestUser) => it.send<HeldAsset[]>(by, 'GET', '/assets/mine');
const say = (by: TestUser, answers: object[], status = 200) =>
  it.send<HeldAsset[]>(by, 'PUT', '/assets/mine/answers', { answers }, status);
const start = (scope: object) =>
  it.send<AssetRound>(it.keeper, 'POST', '/assets/confirmations', {
    name: 'Autumn',
    dueDate: Date.now() + 5 * DAY,
    ...scope,
  });
const held = (owner: TestUser, name: string) => it.asset({ name, room: null, owner: { id: owner.id } });

test('holders answer for each asset, the register follows, and the keeper sees who has not', async () => {
  const [ada, bob] = [await it.admin.person(), await it.admin.person()];
  const [lamp, phone, case_, desk] = [
    await held(ada, 'Lamp'),
    await held(ada, 'Phone'),
    await held(ada, 'Case'),
    await held(bob, 'Desk'),
  ];
  const scope = { people: [{ id: ada.id }, { id: bob.id }] };
  expect(await it.send(it.keeper, 'POST', '/assets/confirmations/preview', scope, 200)).toEqual({
    people: 2,
    assets: 4,
  });
  const round = await start(scope);
  expect([round.people, round.peopleDone, round.answers.none]).toEqual([2, 0, 4]);
  const asks = new Map((await mine(ada)).map((asset) => [asset.id, asset.asks[0]!.id]));
  expect([...asks.keys()]).toEqual([case_, lamp, phone]);

  const said = await say(ada, [
    { id: asks.get(lamp), answer: 'have' },
    { id: asks.get(phone), answer: 'lost', note: 'On the train' },
    { id: asks.get(case_), answer: 'damaged', note: 'The handle', photograph: image },
  ]);
  expect(said.map(({ id, condition, asks: [asked] }) => [id, condition, asked!.answer, asked!.note])).toEqual(
    [
      [case_, 'damaged', 'damaged', 'The handle'],
      [lamp, 'good', 'have', undefined],
      [phone, 'lost', 'lost', 'On the train'],
    ],
  );
  const { photograph } = said[0]!.asks[0]!;
  const shown = async (to: TestUser) =>
    (await to.call('GET', photograph!.downloadURL.split('/v2')[1]!)).statusCode;
  expect(await Promise.all([ada, it.keeper, bob].map(shown))).toEqual([200, 200, 404]);
  expect((await it.show(lamp)).seen?.by.id).toBe(ada.id);
  const after = await it.send<AssetRound>(it.keeper, 'GET', `/assets/confirmations/${round.id}`);
  expect([after.peopleDone, after.answers]).toEqual([
    1,
    { none: 1, have: 1, lost: 1, damaged: 1, 'not-mine': 0 },
  ]);
  const people = await it.send<AskedPerson[]>(it.keeper, 'GET', `/assets/confirmations/${round.id}/people`);
  expect(
    people.map(({ user, answered, assets, deviations }) => [user.id, answered, assets, deviations]),
  ).toEqual([
    [bob.id, 0, 1, 0],
    [ada.id, 3, 3, 2],
  ]);
  const list = `/assets/confirmations/${round.id}/answers?orderBy=asset&answer=`;
  const deviating = await it.send<AssetAsk[]>(it.keeper, 'GET', `${list}lost,damaged,not-mine`);
  expect(deviating.map(({ asset, user }) => [asset.id, user.id])).toEqual([
    [case_, ada.id],
    [phone, ada.id],
  ]);
  expect((await it.send<AssetAsk[]>(it.keeper, 'GET', `${list}none`)).map(({ asset }) => asset.id)).toEqual([
    desk,
  ]);

  // Found in a bag; and the answer for the case is taken back.
  const corrected = await say(ada, [
    { id: asks.get(phone), answer: 'have' },
    { id: asks.get(case_), answer: null },
  ]);
  expect(corrected.map(({ id, condition, asks: [asked] }) => [id, condition, asked!.answer])).toEqual([
    [case_, 'good', undefined],
    [lamp, 'good', 'have'],
    [phone, 'good', 'have'],
  ]);
  const kinds = (await it.send<AssetEvent[]>(it.keeper, 'GET', `/assets/${phone}/history`)).map(
    ({ kind }) => kind,
  );
  expect(kinds).toEqual(expect.arrayContaining(['lost', 'confirmed', 'found']));

  await it.send(it.keeper, 'PUT', `/assets/confirmations/${round.id}/close`);
  await say(ada, [{ id: asks.get(lamp), answer: 'lost' }], 409);
  expect((await mine(ada)).map(({ asks: open }) => open)).toEqual([[], [], []]);
  await it.send(it.keeper, 'PUT', `/assets/confirmations/${round.id}`, { name: 'Late' }, 409);
  await it.send(it.keeper, 'PUT', `/assets/confirmations/${round.id}/remind`, {}, 409);
});

test('all or nothing, and nobody answers for another', async () => {
  const [ada, bob] = [await it.admin.person(), await it.admin.person()];
  await held(ada, 'Chair');
  await held(bob, 'Table');
  await start({ people: [{ id: ada.id }, { id: bob.id }] });
  const [own, other] = [(await mine(ada))[0]!.asks[0]!.id, (await mine(bob))[0]!.asks[0]!.id];
  const refused = await ada.call('PUT', '/assets/mine/answers', {
    answers: [
      { id: own, answer: 'not-mine' },
      { id: other, answer: 'lost' },
    ],
  });
  expect([refused.statusCode, refused.json<Refusal>().error.field]).toEqual([400, 'answers']);
  expect((await mine(ada))[0]!.asks[0]!.answer).toBeUndefined();
  const bad = await ada.call('PUT', '/assets/mine/answers', {
    answers: [{ id: own, answer: 'lost', photograph: 'AAAA' }],
  });
  expect([bad.statusCode, bad.json<Refusal>().error.field]).toEqual([400, 'photograph']);
  await ada.call('GET', '/assets/confirmations').then(({ statusCode }) => expect(statusCode).toBe(403));
});

test('a team is everybody below; those who owe an answer are reminded until they give it', async () => {
  const [boss, lead, member] = [await it.admin.person(), await it.admin.person(), await it.admin.person()];
  await it.send(it.admin, 'PUT', `/users/${lead.id}`, { manager: { id: boss.id } });
  await it.send(it.admin, 'PUT', `/users/${member.id}`, { manager: { id: lead.id } });
  for (const one of [boss, lead, member]) {
    await it.send(one, 'PUT', '/mail/preferences', { quietWeekdays: [], from: '00:00', until: '23:59' });
    await held(one, 'Headset');
  }
  await it.letters();
  const round = await start({ teamOf: { id: boss.id } });
  expect([round.scope, round.people]).toEqual(['team', 2]);
  const to = async () => (await it.letters()).map((letter) => letter.to).toSorted();
  expect(await to()).toEqual([lead.email, member.email].toSorted());
  await say(member, [{ id: (await mine(member))[0]!.asks[0]!.id, answer: 'have' }]);
  await it.send(it.keeper, 'PUT', `/assets/confirmations/${round.id}/remind`);
  expect(await to()).toEqual([lead.email]);
  await it.server.owner.query(
    `UPDATE asset_round SET due = now() + interval '1 hour', remind_at = now() WHERE id = $1`,
    [round.id],
  );
  expect([await to(), await to()]).toEqual([[lead.email], []]);
  const scopes = [
    {},
    { everybody: true, teamOf: { id: boss.id } },
    { people: [{ id: 999_999 }] },
    { dueDate: 1, everybody: true },
  ];
  for (const scope of scopes) {
    const body = { name: 'A', dueDate: Date.now() + DAY, ...scope };
    await it.send(it.keeper, 'POST', '/assets/confirmations', body, 400);
  }
  const nobody = { name: 'A', dueDate: Date.now() + DAY, people: [{ id: (await it.admin.person()).id }] };
  await it.send(it.keeper, 'POST', '/assets/confirmations', nobody, 409);
});
