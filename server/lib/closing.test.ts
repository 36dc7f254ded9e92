import { once } from 'node:events';
import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { closeUnused } from './closing.ts';

test('a connection that never asked for anything does not hold up the close; a request in hand is answered', async () => {
  const app = Fastify();
  closeUnused(app);
  let release = () => {};
  app.get('/slow', () => new Promise((resolve) => (release = () => resolve('done'))));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const ahead = connect(Number(new URL(address).port), '127.0.0.1');
  ahead.resume();
  await once(ahead, 'connect');
  const asked = once(app.server, 'request');
  const slow = fetch(`${address}/slow`);
  await asked;

  const closed = app.close();
  await once(ahead, 'close');
  release();
  expect(await (await slow).text()).toBe('done');
  await closed;
});
