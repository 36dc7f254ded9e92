import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Lets a closing server finish the requests in hand and then end, whatever its clients hold open. Node's
 * close() ends the connections that are idle at that moment, and otherwise waits: for ever for one that a
 * browser opened ahead of need, and until its keep-alive runs out for one whose last answer came later.
 */
export function closeConnections(app: FastifyInstance) {
  const quiet = new Set<Socket>();
  let closing = false;
  app.server.on('connection', (socket) => {
    quiet.add(socket);
    socket.once('close', () => quiet.delete(socket));
  });
  app.server.on('request', ({ socket }, response) => {
    quiet.delete(socket);
    response.once('close', () => {
      if (closing) socket.end();
      else if (!socket.destroyed) quiet.add(socket);
    });
  });
  app.addHook('preClose', async () => {
    closing = true;
    for (const socket of quiet) socket.destroy();
  });
}
