import { expect, test } from 'vitest';
import type { ReportAuth } from '#contract/users.ts';
import { API, testServer } from '../../../test/app.ts';

const server = await testServer({ publicUrl: 'https://atrium.example.com' });
const admin = await server.register();
const asCookie = (token: string) => ({ headers: { cookie: `atrium_session=${token}` } });
const withToken = (token: string, path = '/users/me') =>
  server.app.inject({ url: `${API}${path}`, ...asCookie(token) });

test('the data for reports and support open a session of the caller that ends within the hour', async () => {
  const person = await admin.person({ mail: 'OPERATOR' });
  const answer = await person.call('GET', '/users/me/reportAuth');
  expect(answer.headers['cache-control']).toBe('no-store');
  const report = answer.json<ReportAuth>();
  expect(report).toEqual({
    server: 'https://atrium.example.com',
    authToken: expect.stringMatching(/^[\w-]{43}$/),
    orgId: expect.stringMatching(/^\d+$/),
    username: person.email.split('@')[0],
  });
  const support = (await person.call('GET', '/users/me/supportAuth')).json<ReportAuth>();
  expect(Object.keys(support).toSorted()).toEqual(['authToken', 'server']);
  expect(support.authToken).not.toBe(report.authToken);
  for (const { authToken } of [report, support])
    expect((await withToken(authToken)).json()).toMatchObject({ id: person.id });
  const { rows } = await server.owner.query<{ longest: number }>(
    `SELECT extract(epoch FROM max(expires_at) - now())::integer AS longest FROM session WHERE user_id = $1`,
    [person.id],
  );
  expect(rows[0]!.longest).toBeGreaterThan(3500);
  expect(rows[0]!.longest).toBeLessThanOrEqual(3600);
  await admin.call('PUT', `/users/${person.id}`, { password: 'another long password' });
  expect((await withToken(report.authToken)).statusCode).toBe(401);
});

test('a token cannot renew itself', async () => {
  const { authToken } = (await admin.call('GET', '/users/me/reportAuth')).json<ReportAuth>();
  await server.owner.query(
    `UPDATE session SET expires_at = now() + interval '5 minutes' WHERE user_id = $1`,
    [admin.id],
  );
  const next = (await withToken(authToken, '/users/me/reportAuth')).json<ReportAuth>();
  expect((await withToken(next.authToken)).statusCode).toBe(200);
  const { rows } = await server.owner.query<{ longest: number }>(
    `SELECT extract(epoch FROM max(expires_at) - now())::integer AS longest FROM session WHERE user_id = $1`,
    [admin.id],
  );
  expect(rows[0]!.longest).toBeLessThanOrEqual(300);
});

test('without credentials there is none', async () => {
  for (const path of ['reportAuth', 'supportAuth'])
    expect((await server.app.inject(`${API}/users/me/${path}`)).statusCode).toBe(401);
});
