import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MailItem, Recipient } from '#contract/mail.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';
import { plainName, teamName } from './exceptions.ts';

const desk = mailDesk();
let serial = 0;
async function hire(firstName: string, lastName: string, more: object = {}) {
  const email = `hired${(serial += 1)}@example.org`;
  const answer = await desk.admin.call('POST', '/users', { firstName, lastName, email, ...more });
  expect(answer.statusCode).toBe(201);
  return answer.json<{ id: number }>().id;
}
const people: Record<string, number> = {};
beforeAll(async () => {
  people.zofia = await hire('Zofia', 'Żółkiewska', { department: 'Calibration Lab', knownAs: 'Zosia' });
  people.li = await hire('Li', 'Wei');
  people.twin = await hire('Jan', 'Kowalski');
  people.twin2 = await hire('Kowalski', 'Jan');
});

const labelled = (recipientName: string) => desk.scan({ recipientName, trackingNumber: freshNumber() });
const assign = (body: unknown, as = desk.clerk) => as.call('PUT', '/mail/items/assign', body);
const counts = async () =>
  (await desk.clerk.call('GET', '/mail/items/counts')).json<{ exceptions: number }>().exceptions;
const errorOf = (answer: { json(): unknown }) =>
  (answer.json() as { error: { code: string; message: string; field?: string } }).error;

test('a name is compared without commas and doubled spaces; a team without what stands around it', () => {
  expect(plainName('  Żółkiewska,\t Zofia ')).toBe('Żółkiewska Zofia');
  for (const label of ['Calibration Lab', 'Attn. Calibration  Lab', 'The Calibration Lab Team'])
    expect(teamName(label)).toBe('Calibration Lab');
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (s) => plainName(plainName(s)) === plainName(s)));
});

describe('at the check-in', () => {
  test.each(['Zofia Żółkiewska', 'ZOFIA ŻÓŁKIEWSKA', 'żółkiewska zofia', 'Żółkiewska,  Zofia'])(
    '%s is one person, whose parcel it is',
    async (label) => {
      const item = await labelled(label);
      expect(item).toMatchObject({
        toUser: { id: people.zofia },
        deliverTo: { id: people.zofia },
        recipientName: label,
      });
      expect(item).not.toHaveProperty('exception');
    },
  );

  test.each([
    ['Nobody Whatsoever', 'no-recipient'],
    ['Zofia', 'no-recipient'],
    ['%', 'no-recipient'],
    ['Jan Kowalski', 'several-matches'],
    ['kowalski, jan', 'several-matches'],
    ['Calibration Lab', 'team-name'],
    ['attn: calibration lab team', 'team-name'],
  ])('%s: %s', async (label, exception) => {
    const item = await labelled(label);
    expect(item).toMatchObject({ exception, recipientName: label });
    expect(item).not.toHaveProperty('toUser');
    expect(await desk.show(item.id)).toEqual(item);
  });

  test('a number alone names nobody; what leaves the house waits for nobody', async () => {
    expect(await desk.scan({ trackingNumber: freshNumber() })).toMatchObject({ exception: 'no-recipient' });
    const scan = { itemType: 'OUTBOUND', recipientName: 'Li Wei', toAddress: '1 Far Street\nOslo' };
    const item = await desk.scan(scan);
    expect(item).toMatchObject({ recipientName: 'Li Wei', toAddress: '1 Far Street\nOslo' });
    for (const absent of ['exception', 'toUser']) expect(item).not.toHaveProperty(absent);
  });

  test('somebody said wins over the name, and a person of another organisation is nobody', async () => {
    const other = await desk.server.register();
    await other.call('POST', '/users', { firstName: 'Far', lastName: 'Away', email: 'far.away@example.net' });
    expect(await labelled('Far Away')).toMatchObject({ exception: 'no-recipient' });
    const scan = { recipientName: 'Li Wei', toUser: { id: desk.employee.id } };
    expect(await desk.scan(scan)).toMatchObject({ toUser: { id: desk.employee.id } });
  });

  test('a person taken out of the directory is not found by name', async () => {
    const id = await hire('Once', 'Here');
    await desk.admin.call('DELETE', `/users/${id}`);
    expect(await labelled('Once Here')).toMatchObject({ exception: 'no-recipient' });
  });

  test('a batch of names is looked up together', async () => {
    const items = await desk.scanAll(
      ['Li Wei', 'Jan Kowalski', 'Wei, Li', 'Nobody', 'Li Wei'].map((recipientName) => ({ recipientName })),
    );
    expect(items.map((item) => item.toUser?.id ?? item.exception)).toEqual([
      people.li,
      'several-matches',
      people.li,
      'no-recipient',
      people.li,
    ]);
  });
});

describe('an exception', () => {
  const edit = (id: number, body: object) => desk.clerk.call('PUT', `/mail/items/${id}`, body);

  test('ends when somebody stands on the parcel, and begins again when nobody does', async () => {
    const { id } = await labelled('Jan Kowalski');
    expect((await edit(id, { toUser: { id: people.twin } })).json()).not.toHaveProperty('exception');
    const again = (await edit(id, { toUser: null })).json<MailItem>();
    expect(again).toMatchObject({ exception: 'several-matches', recipientName: 'Jan Kowalski' });
    expect(again).not.toHaveProperty('deliverTo');
  });

  test('a name corrected later is looked up like one at the scan, unless the person is said', async () => {
    const { id } = await labelled('Li Wie');
    expect((await edit(id, { recipientName: 'Calibration Lab' })).json()).toMatchObject({
      exception: 'team-name',
    });
    expect((await edit(id, { recipientName: 'Li Wei', toUser: null })).json()).toMatchObject({
      exception: 'no-recipient',
    });
    expect((await edit(id, { recipientName: 'Wei, Li' })).json()).toMatchObject({
      toUser: { id: people.li },
    });
  });

  test('stays over pending, transfer, check-out and check-in, and is gone with the delivery', async () => {
    const trackingNumber = freshNumber();
    const { id } = await desk.scan({ trackingNumber, recipientName: 'Calibration Lab' });
    for (const step of ['pending', 'transfer', 'checkout'])
      expect((await desk.step(id, step)).json()).toMatchObject({ exception: 'team-name' });
    expect(await desk.scan({ trackingNumber })).toMatchObject({
      id,
      exception: 'team-name',
      currentQueue: 'IN',
    });
    expect((await desk.step(id, 'deliver')).json()).not.toHaveProperty('exception');
    expect((await edit(id, { toUser: null, recipientName: 'X' })).json()).not.toHaveProperty('exception');
  });

  test('is found by filter and reason, and counted', async () => {
    const before = await counts();
    const [team, nobody] = [await labelled('Calibration Lab'), await labelled('Nobody at all')];
    const named = await labelled('Li Wei');
    expect(await counts()).toBe(before + 2);
    const ids = async (filter: string) =>
      (await desk.clerk.call('GET', `/mail/items/ids?${filter}`)).json<number[]>();
    const all = await ids('exception=true');
    expect(all).toEqual(expect.arrayContaining([team.id, nobody.id]));
    expect(all).not.toContain(named.id);
    expect(await ids('exception=false')).toContain(named.id);
    expect(await ids('exceptionReason=team-name')).toContain(team.id);
    expect(await ids('exceptionReason=team-name')).not.toContain(nobody.id);
    expect((await desk.clerk.call('GET', '/mail/items?exceptionReason=bored')).statusCode).toBe(400);
    const mine = (await desk.employee.call('GET', '/mail/items/counts')).json<{ exceptions: number }>();
    expect(mine.exceptions).toBe(0);
  });

  test('many are assigned together, and the stop and route of the person come with it', async () => {
    const stop = await desk.insert('mail_stop', { name: 'Lab stop' });
    const route = await desk.insert('mail_route', { name: 'Lab round' });
    await desk.insert('mail_route_stop', { mail_route_id: route, mail_stop_id: stop, position: 1 });
    const user = await hire('Stop', 'Holder', { mailStop: { id: stop } });
    const items = [await labelled('A'), await labelled('B')];
    const answer = await assign(items.map(({ id }) => ({ id, toUser: { id: user } })));
    expect(answer.statusCode).toBe(200);
    const after = answer.json<MailItem[]>();
    expect(after.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    for (const item of after) {
      expect(item).toMatchObject({ toUser: { id: user }, mailStop: { id: stop }, route: { id: route } });
      expect(item).not.toHaveProperty('exception');
    }
  });

  test('all are assigned or none, and the one at fault is named', async () => {
    const good = await labelled('Good');
    const done = await labelled('Done');
    await desk.step(done.id, 'deliver');
    const far = await labelled('Far');
    await desk.step(far.id, 'transfer', { center: { id: desk.farCenter } });
    const toUser = { id: people.li };
    const bad: [unknown, number, string | undefined][] = [
      [{ id: good.id }, 400, '[1].toUser'],
      [{ id: done.id, toUser }, 409, '[1].id'],
      [{ id: 987_654_321, toUser }, 404, '[1].id'],
      [{ id: good.id, toUser }, 400, '[1].id'],
      [{ id: (await labelled('C')).id, toUser: { id: 987_654_321 } }, 400, '[1].toUser'],
      [{ id: far.id, toUser }, 403, undefined],
    ];
    for (const [element, status, field] of bad) {
      const answer = await assign([{ id: good.id, toUser }, element]);
      expect([answer.statusCode, errorOf(answer).field]).toEqual([status, field]);
    }
    expect((await assign([])).statusCode).toBe(400);
    expect((await assign([{ id: good.id, toUser }], desk.employee)).statusCode).toBe(403);
    expect(await desk.show(good.id)).toEqual(good);
  });

  test('of two who assign at once both are heard, one after the other', async () => {
    const { id } = await labelled('Race');
    const wanted = [people.li!, people.twin!];
    const answers = await Promise.all(wanted.map((user) => assign([{ id, toUser: { id: user } }])));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    const item = await desk.show(id);
    expect(wanted).toContain(item.toUser!.id);
    expect(item.deliverTo).toEqual(item.toUser);
  });

  test.each(['Zofia Zolkiewska', 'Zofja Żółkiewska', 'Z. Żółkiewska', 'Zosia', 'attn. Żółkeiwska'])(
    'of %s the right person is suggested first',
    async (label) => {
      const { id } = await labelled(label);
      const found = (await desk.clerk.call('GET', `/mail/items/${id}/suggestions`)).json<Recipient[]>();
      expect(found[0]).toMatchObject({ id: people.zofia, department: 'Calibration Lab' });
      expect(found.length).toBeLessThanOrEqual(8);
    },
  );

  test('suggestions are for the desk, of its own parcels; no name, no suggestion', async () => {
    const { id } = await desk.scan({ trackingNumber: freshNumber() });
    const url = `/mail/items/${id}/suggestions`;
    expect((await desk.clerk.call('GET', url)).json()).toEqual([]);
    expect((await desk.employee.call('GET', url)).statusCode).toBe(403);
    const stranger = await desk.server.register();
    expect((await stranger.call('GET', url)).statusCode).toBe(404);
  });
});

describe('somebody who left the company', () => {
  test('leaves the name on open parcels, which wait in the exceptions; delivered ones keep the person', async () => {
    const id = await hire('Gone', 'Tomorrow', { mailStop: undefined });
    const open = await desk.scan({ toUser: { id } });
    const done = await desk.scan({ toUser: { id } });
    await desk.step(done.id, 'deliver');
    const forColleague = await desk.scan({ toUser: { id }, deliverTo: { id: people.li } });
    const instead = await desk.scan({ toUser: { id: people.li }, deliverTo: { id } });
    const only = await desk.scan({ deliverTo: { id } });
    expect((await desk.admin.call('DELETE', `/users/${id}`)).statusCode).toBe(200);

    const after = await desk.show(open.id);
    expect(after).toMatchObject({
      exception: 'no-recipient',
      recipientName: 'Gone Tomorrow',
      currentQueue: 'IN',
    });
    expect(after).not.toHaveProperty('toUser');
    expect(after.dateUpdated).toBeGreaterThan(open.dateUpdated);
    expect(await desk.show(done.id)).toMatchObject({ toUser: { id } });
    const colleague = await desk.show(forColleague.id);
    expect(colleague).toMatchObject({ deliverTo: { id: people.li }, recipientName: 'Gone Tomorrow' });
    expect(colleague).not.toHaveProperty('exception');
    expect(await desk.show(instead.id)).toMatchObject({
      toUser: { id: people.li },
      deliverTo: { id: people.li },
    });
    expect(await desk.show(only.id)).toMatchObject({
      exception: 'no-recipient',
      recipientName: 'Gone Tomorrow',
    });
  });
});

test('no way of changing a parcel leaves one that nobody stands on outside of the exceptions', async () => {
  const user = fc.constantFrom(null, people.li!, people.zofia!);
  const change = fc.oneof(
    fc.record({ toUser: user }),
    fc.record({ deliverTo: user }),
    fc.record({ itemType: fc.constantFrom('INBOUND', 'OUTBOUND', 'INTEROFFICE') }),
    fc.record({ recipientName: fc.constantFrom('Li Wei', 'Calibration Lab', 'Jan Kowalski', '', 'x') }),
    fc.constantFrom('pending', 'transfer', 'checkout', 'checkin', 'deliver'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
      const trackingNumber = freshNumber();
      const { id } = await desk.scan({ trackingNumber });
      for (const one of changes) {
        if (one === 'checkin') {
          if ((await desk.show(id)).currentQueue !== 'OUT') await desk.scan({ trackingNumber });
        } else if (typeof one === 'string') await desk.step(id, one);
        else {
          const body = Object.entries(one).map(([name, value]) => [
            name,
            typeof value === 'number' ? { id: value } : value,
          ]);
          const answer = await desk.clerk.call('PUT', `/mail/items/${id}`, Object.fromEntries(body));
          expect(answer.statusCode).toBe(200);
        }
        const item = await desk.show(id);
        const waits =
          item.currentQueue !== 'OUT' && item.itemType !== 'OUTBOUND' && !item.toUser && !item.deliverTo;
        expect(item.exception !== undefined).toBe(waits);
      }
    }),
    { numRuns: 25 },
  );
});
