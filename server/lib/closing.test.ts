import { once } from 'node:events';
import { connect } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { closeConnections } from './closing.ts';

async function open(address: string) {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  const heard = { socket, text: '', closed: once(socket, 'close') };
  socket.on('data', (part) => (heard.text += String(part)));
  await once(socket, 'connect');
  return heard;
}

test('a closing server answers what is in hand and waits for nobody else', async () => {
  const app = Fastify();
  closeConnections(app);
  let finish: (answer: string) => void = () => {};
  app.get('/slow', () => new Promise((resolve) => (finish = resolve)));
  app.get('/quick', async () => 'here');
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const [ahead, idle, busy] = [await open(address), await open(address), await open(address)];
  idle.socket.write('GET /quick HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(idle.socket, 'data');
  const asked = once(app.server, 'request');
  busy.socket.write('GET /slow HTTP/1.1\r\nhost: x\r\n\r\n');
  await asked;

  const started = performance.now();
  const closed = app.close();
  await Promise.all([ahead.closed, idle.closed]);
  finish('done');
  await Promise.all([busy.closed, closed]);
  expect(busy.text).toMatch(/^HTTP\/1.1 200 [^]*done$/);
  expect(performance.now() - started).toBeLessThan(30_000);
});
