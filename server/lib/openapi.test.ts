import { expect, test } from 'vitest';
import { testServer } from '../../test/app.ts';

const { app } = await testServer();
type Operation = { parameters?: { name: string; in: string }[]; responses: Record<string, unknown> };
type Document = { info: { title: string }; paths: Record<string, Record<string, Operation>> };

test('the document describes every route of both APIs', async () => {
  const answer = await app.inject('/docs/json');
  expect(answer.statusCode).toBe(200);
  const { info, paths } = answer.json<Document>();
  expect(info.title).toBe('Atrium');
  const described = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routes = app.routeTable
    .filter(({ url }) => /^\/(external|data)\//.test(url))
    .map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/g, '{$1}')}`);
  expect(described.toSorted()).toEqual(expect.arrayContaining(routes.toSorted()));
  const users = paths['/external/api/rest/v2/users']!.get!;
  expect(users.parameters!.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['search', 'limit', 'role']),
  );
  expect(users.responses['200']).toHaveProperty([
    'content',
    'application/json',
    'schema',
    'items',
    'properties',
  ]);
});

test('the page works under its own content policy, without inline scripts', async () => {
  const page = await app.inject('/docs/');
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toMatch(/script-src 'self';/);
  const scripts = [...page.body.matchAll(/<script([^>]*)>([^<]*)/g)];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [, attributes, content] of scripts) {
    expect(content!.trim()).toBe('');
    const file = await app.inject(`/docs/${/src="\.?\/?(?:docs\/)?([^"]+)"/.exec(attributes!)![1]}`);
    expect(file.statusCode).toBe(200);
    expect(file.headers['content-type']).toMatch(/javascript/);
  }
  expect((await app.inject('/docs')).statusCode).toBe(200);
});
