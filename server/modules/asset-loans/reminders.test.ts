import { expect, test } from 'vitest';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { DAY, lending } from '../../../test/asset-loans.ts';
import { flagLoansOf, loansOf, sendAssetLetters } from './service.ts';

const it = lending();
const told = async () =>
  (await it.letters()).map(({ to, subject }) => [to, subject.split(':')[0]]).toSorted();
const organisation = () => it.places.organisation;

test('borrower and keeper are written to before, on and after the due date, once each, in one letter', async () => {
  const [one, two] = [
    await it.asset({ name: 'Beamer\r\nBcc: x@example.com' }),
    await it.asset({ name: 'Tripod' }),
  ];
  const loans = [await it.lend(one, it.ada, 3), await it.lend(two, it.ada, 3)];
  const age = async (days: number) => {
    for (const { id } of loans) await it.age(id, days);
  };
  expect(await told()).toEqual([]);
  await age(2.5);
  const [soon, ...others] = await it.letters();
  expect([others, soon!.to]).toEqual([[], it.ada.email]);
  expect(soon!.text).toMatch(/^ {2}- Beamer Bcc: x@example\.com: please bring it back to .* by /m);
  expect(soon!.text).toMatch(/^ {2}- Tripod: please bring/m);
  expect(soon!.text).toMatch(/^https?:\/\/\S+\/assets\/mine$/m);
  expect(await told()).toEqual([]);
  await age(1);
  expect(await told()).toEqual(
    [
      [it.ada.email, 'Due back now'],
      [it.keeper.email, 'Due back now'],
    ].toSorted(),
  );
  await age(1);
  expect(await told()).toEqual([]);
  await age(2);
  expect(await told()).toEqual(
    [
      [it.ada.email, 'Overdue'],
      [it.keeper.email, 'Overdue'],
    ].toSorted(),
  );
  for (const { id } of loans) await it.send(it.keeper, 'PUT', `/assets/loans/${id}/return`);
  await age(30);
  expect(await told()).toEqual([]);
});

test('what comes back before the letter goes needs none, and the letter waits for quiet times', async () => {
  const asset = await it.asset();
  const { id } = await it.lend(asset, it.bob);
  await it.send(it.keeper, 'PUT', `/assets/loans/${id}/remind`);
  await it.send(it.keeper, 'PUT', `/assets/loans/${id}/return`);
  expect(await told()).toEqual([]);
  await it.send(it.keeper, 'PUT', `/assets/loans/${id}/remind`, {}, 409);
  await it.send(it.keeper, 'PUT', `/assets/loans/${id}/undo`);
  // Quiet on all weekdays but the day after tomorrow's.
  const open = ((new Date(Date.now() + 2 * DAY).getUTCDay() + 6) % 7) + 1;
  const quietWeekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== open);
  await it.send(it.bob, 'PUT', '/mail/preferences', { quietWeekdays });
  await it.send(it.keeper, 'PUT', `/assets/loans/${id}/remind`);
  await it.send(it.keeper, 'PUT', `/assets/loans/${id}/remind`);
  expect(await told()).toEqual([]);
  await it.send(it.bob, 'PUT', '/mail/preferences', { quietWeekdays: [] });
  await it.server.owner.query('UPDATE asset_letter SET due = now() WHERE due IS NOT NULL');
  expect(await told()).toEqual([[it.bob.email, 'To be brought back soon']]);
});

test('a mail server that takes nothing is tried again', async () => {
  const asset = await it.asset();
  const { id } = await it.lend(asset, it.bob);
  await it.send(it.keeper, 'PUT', `/assets/loans/${id}/remind`);
  const mailer = { close: async () => {}, send: () => Promise.reject(new Error('421 not now')) };
  await sendAssetLetters({ ...it.server.deps, mailer });
  expect(await told()).toEqual([]);
  await it.server.owner.query('UPDATE asset_letter SET due = now() WHERE due IS NOT NULL');
  expect(await told()).toEqual([[it.bob.email, 'To be brought back soon']]);
});

test('who reserved what has not come back is told so', async () => {
  const asset = await it.asset({ name: 'Camera' });
  const { id } = await it.lend(asset, it.ada, 2);
  const next = await it.reserve(asset, it.bob, 4);
  await it.age(id, 3);
  await it.server.owner.query(`UPDATE asset_loan SET remind_at = now() WHERE id = $1`, [next.id]);
  const letter = (await it.letters()).find(({ to }) => to === it.bob.email)!;
  expect(letter.subject).toBe('Your reservation has to wait: Camera');
  expect(letter.text).toMatch(/Camera, reserved for you from .*, has not come back yet from /);
  await it.send(it.keeper, 'PUT', `/assets/loans/${id}/return`);
  await it.server.owner.query(`UPDATE asset_loan SET remind_at = now() WHERE id = $1`, [next.id]);
  expect(await told()).toEqual([[it.bob.email, 'Your reservation']]);
});

test('who leaves has to bring back what they borrowed', async () => {
  const leaver = await it.admin.person();
  await it.send(leaver, 'PUT', '/mail/preferences', { quietWeekdays: [], from: '00:00', until: '23:59' });
  const [one, two] = [await it.asset({ name: 'Phone' }), await it.asset()];
  const { id } = await it.lend(one, leaver, 30);
  const reserved = await it.reserve(two, leaver, 10);
  const { db } = it.server.deps;
  const open = await db.read(organisation(), (tx) => loansOf(tx, leaver.id));
  expect(open.map((loan) => [loan.id, loan.assetName, loan.state, loan.keeper])).toEqual([
    [reserved.id, 'Beamer 9', 'reserved', null],
    [id, 'Phone', 'out', it.keeper.id],
  ]);
  const flag = () =>
    db.write(organisation(), (tx) => flagLoansOf(tx, leaver.id, { reason: 'Leaves on 1 May.' }));
  expect([await flag(), await flag()]).toEqual([[id], []]);
  const flagged = await it.send<AssetLoan[]>(it.keeper, 'GET', '/assets/loans?flagged=true');
  expect(flagged.map((loan) => [loan.id, loan.flag])).toEqual([[id, 'Leaves on 1 May.']]);
  const letters = await it.letters();
  expect(letters.map(({ to }) => to).toSorted()).toEqual([leaver.email, it.keeper.email].toSorted());
  expect(letters[0]!.text).toContain('Leaves on 1 May.');
  await it.send(it.admin, 'DELETE', `/users/${leaver.id}`);
  expect((await it.send(it.keeper, 'GET', `/assets/loans/${id}`)).flag).toMatch(/ has left\.$/);
  // What they reserved is free again.
  await it.reserve(two, it.bob, 10);
  const back = await it.send(it.keeper, 'PUT', `/assets/loans/${id}/return`);
  expect([back.state, (await it.show(one)).room?.id]).toEqual(['returned', it.store]);
});
