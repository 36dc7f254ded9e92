import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { answerErrors } from './errors.ts';
import { demandOwnOrigin, refuseForeignOrigin, siteUrl } from './origin.ts';

async function statusOf(headers: Record<string, string>, publicUrl?: string, path = '/strict') {
  const app = Fastify();
  answerErrors(app);
  await app.register(cookie);
  app.route({
    method: ['GET', 'POST'],
    url: '/strict',
    handler: async (request) => demandOwnOrigin(request, { publicUrl }) ?? {},
  });
  app.post('/lenient', async (request) => refuseForeignOrigin(request, { publicUrl }) ?? {});
  const answer = await app.inject({
    method: 'POST',
    url: path,
    headers: { host: 'atrium.test:8080', ...headers },
  });
  return answer.statusCode;
}
const fetched = { 'x-requested-with': 'fetch' };

test.each([
  ['http://atrium.test:8080'],
  ['HTTP://Atrium.Test:8080'],
  ['https://atrium.test:8080'], // TLS that ends at a proxy
])('takes the origin %s of its own pages', async (origin) => {
  expect(await statusOf({ origin })).toBe(200);
});

test.each([
  ['null'],
  [''],
  ['http://evil.test'],
  ['http://atrium.test'],
  ['http://atrium.test:80801'],
  ['http://atrium.test:8080.evil.test'],
  ['http://atrium.test:8080@evil.test'],
  ['http://xatrium.test:8080'],
  ['http://atrium.test:8080/'],
  ['http://atrium.test:8080, http://evil.test'],
  ['ftp://atrium.test:8080'],
])('refuses the foreign origin %j, even with x-requested-with and where none is needed', async (origin) => {
  expect(await statusOf({ origin })).toBe(403);
  expect(await statusOf({ origin, ...fetched })).toBe(403);
  expect(await statusOf({ origin }, undefined, '/lenient')).toBe(403);
});

test('without an origin, x-requested-with: fetch is needed where a cookie vouches', async () => {
  expect(await statusOf({})).toBe(403);
  expect(await statusOf({ 'x-requested-with': 'XMLHttpRequest' })).toBe(403);
  expect(await statusOf(fetched)).toBe(200);
  expect(await statusOf({}, undefined, '/lenient')).toBe(200);
});

test('the public address counts beside the one the request names', async () => {
  const publicUrl = 'https://work.example/atrium';
  expect(await statusOf({ origin: 'https://work.example' }, publicUrl)).toBe(200);
  expect(await statusOf({ origin: 'http://work.example' }, publicUrl)).toBe(403);
  expect(await statusOf({ origin: 'https://work.example.evil.test' }, publicUrl)).toBe(403);
});

test('links in mails never lead where a request says', () => {
  const config = { publicUrl: undefined, host: 'localhost', port: 3000 };
  expect(siteUrl(config)).toBe('http://localhost:3000');
  expect(siteUrl({ ...config, host: '0.0.0.0' })).toBe('http://localhost:3000');
  expect(siteUrl({ ...config, host: '::1' })).toBe('http://[::1]:3000');
  expect(siteUrl({ ...config, publicUrl: 'https://work.example' })).toBe('https://work.example');
});
