import { expect, test } from 'vitest';
import { testServer } from '../../../test/app.ts';
import { errorOf } from '../../../test/cost-centers.ts';
import { openRecords } from '../../../test/open-records.ts';

const server = await testServer();
const admin = await server.register();
const contacts = openRecords(admin, '/contacts', {});

test('attributes that nobody foresaw are kept and answered exactly', () => contacts.keepsUnknownAttributes());
test('parallel edits of one contact lose no attribute', () => contacts.losesNothingInParallel());
test('bad input is refused and changes nothing', () => contacts.refusesBadInput());
test('contacts are kept by site administrators, each organisation its own', async () =>
  contacts.isKeptByAdministratorsOfItsOrganisation(await server.register()));

test('a contact is called by its name, else by first and last name', async () => {
  const fox = await contacts.post({ firstName: 'Fox', lastName: 'McCloud', phone: 5550100 });
  expect(fox).toMatchObject({ name: 'Fox McCloud', phone: '5550100' });
  expect((await contacts.put(fox.id, { lastName: 'M.' })).json()).toMatchObject({ name: 'Fox M.' });
  expect((await contacts.put(fox.id, { name: 'The Fox' })).json()).toMatchObject({
    name: 'The Fox',
    firstName: 'Fox',
  });
  expect((await contacts.put(fox.id, { name: null, lastName: null })).json()).toMatchObject({ name: 'Fox' });
  expect(await contacts.post({ company: 'Great Fox' })).not.toHaveProperty('name');
  const long = await contacts.put(fox.id, { email: 'x'.repeat(255) });
  expect([long.statusCode, errorOf(long).field]).toEqual([400, 'email']);
});

test('contacts are searched, ordered, paged and counted', async () => {
  const made = [
    await contacts.post({ name: 'Źrebak', company: 'Search & Co' }),
    await contacts.post({ name: 'Ada', email: '100%_x@search.example' }),
    await contacts.post({ firstName: 'Łucja', lastName: 'Search' }),
  ];
  const [a, b, c] = made.map(({ id }) => id);
  const found = async (query: string) => (await contacts.list(encodeURI(query))).map(({ id }) => id);
  expect(await found('?search=SEARCH')).toEqual([a, b, c]);
  expect(await found('?search=źREB')).toEqual([a]);
  expect(await found('?search=łucja sea')).toEqual([c]);
  expect(await found('?search=%25_')).toEqual([]);
  expect((await contacts.list('?search=%25_x')).map(({ id }) => id)).toEqual([b]);
  expect(await found('?search=search&orderBy=name')).toEqual([b, c, a]);
  expect(await found('?search=search&orderBy=name&orderByType=DESC&limit=1&startAt=1')).toEqual([c]);
  expect(await found('?search=search&orderBy=constructor')).toEqual([a, b, c]);
  expect((await admin.call('GET', '/contacts/count?search=search&limit=1')).json()).toEqual({ count: 3 });
});
