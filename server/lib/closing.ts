import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets the server close while browsers hold connections that they opened ahead of need: Node ends idle
 * connections, but one that has never carried a request is not idle to it, and close() would wait for it
 * for ever. Requests in hand are finished as before.
 */
export function closeUnused(app: FastifyInstance) {
  const unused = new Set<Socket>();
  app.server.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  app.server.on('request', ({ socket }) => unused.delete(socket));
  app.addHook('preClose', async () => {
    for (const socket of unused) socket.destroy();
  });
}
