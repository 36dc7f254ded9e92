import { expect, test } from 'vitest';
import type { Organisation } from '#contract/organisation.ts';
import { testServer, type TestUser } from '../../../test/app.ts';

const server = await testServer();
const admin = await server.register('Northwind');
const employee = await admin.person();
const show = async (as: TestUser = admin) => (await as.call('GET', '/organisation')).json<Organisation>();

test('what is sent changes, the rest stays, and nobody else is touched', async () => {
  const other = await server.register('Contoso');
  const before = await show(employee);
  expect(before).toEqual({
    id: expect.any(Number),
    name: 'Northwind',
    country: 'Poland',
    timeZone: 'Europe/Warsaw',
    features: [
      'mail',
      'booking',
      'service',
      'moves',
      'assets',
      'cost-centers',
      'contacts',
      'agreements',
      'leave',
    ],
  });
  const renamed = await admin.call('PUT', '/organisation', { name: '  שלום GmbH ', country: 'PL' });
  expect(renamed.json()).toEqual({ ...before, name: 'שלום GmbH', country: 'PL' });
  await admin.call('PUT', '/organisation', { timeZone: 'Asia/Kolkata' });
  expect(await show()).toEqual({ ...before, name: 'שלום GmbH', country: 'PL', timeZone: 'Asia/Kolkata' });
  await admin.call('PUT', '/organisation', { country: null });
  expect(await show()).toMatchObject({ country: '', timeZone: 'Asia/Kolkata' });
  expect(await show(other)).toMatchObject({ name: 'Contoso', timeZone: 'Europe/Warsaw' });
  const { timeZone } = (await admin.call('GET', '/users/me')).json<{ timeZone: string }>();
  expect(timeZone).toBe('Asia/Kolkata');
});

test.each([
  [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ timeZone: '+01:00' }, 'timeZone'],
  [{ timeZone: null }, 'timeZone'],
  [{ name: '  ' }, 'name'],
  [{ name: 'x'.repeat(201) }, 'name'],
  [{ country: ['PL'] }, 'country'],
  [{ features: ['mail', 'demo'] }, 'features[1]'],
])('%j is refused, and nothing is done', async (body, field) => {
  const before = await show();
  const answer = await admin.call('PUT', '/organisation', { name: 'Half done', ...body });
  expect([answer.statusCode, answer.json<{ error: { field: string } }>().error.field]).toEqual([400, field]);
  expect(await show()).toEqual(before);
});

test('another time zone moves the figures of the mail desk to its days', async () => {
  const one = await server.register();
  await one.call('PUT', '/organisation', { timeZone: 'UTC' });
  await one.call('POST', '/mail/items/checkin', [{ trackingNumber: 'A1' }]);
  const days = async () => {
    const { rows } = await server.owner.query<{ day: string; number: number }>(
      `SELECT day::text, checked_in AS number FROM mail_day
       WHERE organisation_id = (SELECT organisation_id FROM app_user WHERE id = $1) AND checked_in > 0`,
      [one.id],
    );
    return rows;
  };
  const dayIn = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format();
  // Fourteen hours ahead and eleven behind are never on the same day.
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    expect((await one.call('PUT', '/organisation', { timeZone })).statusCode).toBe(200);
    expect(await days()).toEqual([{ day: dayIn(timeZone), number: 1 }]);
  }
});

test('a feature switched off is off wherever features are told, and back when it is switched on', async () => {
  const one = await server.register();
  const clerk = await one.person({ mail: 'OPERATOR' });
  const told = async () => {
    const me = (await clerk.call('GET', '/users/me')).json<{ organisation: { features: string[] } }>();
    const headers = { 'x-auth-username': clerk.email, 'x-auth-password': clerk.password };
    const company = await server.app.inject({ url: '/data/companies/my', headers });
    const { features } = await show(one);
    expect([company.json<{ features: string[] }>().features, me.organisation.features]).toEqual([
      features,
      features,
    ]);
    return features;
  };
  await one.call('PUT', '/organisation', { features: ['contacts', 'mail'] });
  expect(await told()).toEqual(['mail', 'contacts']);
  await one.call('PUT', '/organisation', { name: 'Other name' });
  expect(await told()).toEqual(['mail', 'contacts']);
  // The API goes on as it is documented.
  expect((await clerk.call('GET', '/agreements')).statusCode).toBe(200);
  await one.call('PUT', '/organisation', {
    features: [
      'mail',
      'booking',
      'service',
      'moves',
      'assets',
      'cost-centers',
      'contacts',
      'agreements',
      'leave',
    ],
  });
  expect(await told()).toHaveLength(9);
});
