import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { changeEvent } from '#contract/events.ts';
import { AppError } from '#server/lib/app-error.ts';
import { callerOf, may, workers, type Caller } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import type { Notice } from '#server/lib/events.ts';
import { authenticate } from '#server/modules/account/service.ts';

/** Proxies close a connection that is silent for long; the rights of its owner are looked at anew as often. */
const HEARTBEAT = 20_000;
const STREAMS_A_USER = 20;
/** A client this far behind is cut off: it comes back and reads everything anew. */
const MAX_BACKLOG = 256 * 1024;

/** Topics that not everybody hears of, and whose work it is, if anybody's. */
const among: Partial<Record<Notice['topic'], (caller: Caller) => boolean>> = {
  mail: (caller) => may(caller, 'mail', workers),
  'booking-waiting': () => false,
  filters: () => false,
  notices: () => false,
  service: (caller) => may(caller, 'maintenance', [...workers, 'TECHNICIAN']),
  moves: (caller) => may(caller, 'move', [...workers, 'TECHNICIAN']),
  'service-looking': (caller) => may(caller, 'maintenance', [...workers, 'TECHNICIAN']),
};
const concerns = ({ topic, users }: Notice, caller: Caller) =>
  (among[topic]?.(caller) ?? true) || users?.includes(caller.id) === true;

/** The live stream of changes: what to read again, never the records themselves. */
export async function eventRoutes(app: FastifyInstance, deps: Deps) {
  const open = new Map<number, Set<PassThrough>>();

  // A stream never ends by itself; without this a server told to stop would wait for its readers.
  app.addHook('preClose', async () => {
    for (const streams of open.values()) for (const stream of streams) stream.end();
  });

  function start(request: FastifyRequest): PassThrough {
    let caller = callerOf(request);
    const mine = open.get(caller.id) ?? new Set();
    if (mine.size >= STREAMS_A_USER)
      throw new AppError(429, 'events.too-many', 'Too many windows are open. Close some.', {
        retryAfter: 30,
      });
    const stream = new PassThrough();
    open.set(caller.id, mine.add(stream));

    const say = (text: string) => {
      if (stream.writable) stream.write(text);
      if (stream.writableLength + stream.readableLength > MAX_BACKLOG) stream.destroy();
    };
    const unsubscribe = deps.events.subscribe(caller.organisation, (event) => {
      if (concerns(event, caller)) say(`data: ${JSON.stringify(changeEvent.parse(event))}\n\n`);
    });
    const heartbeat = setInterval(async () => {
      try {
        const present = await authenticate(deps, request, 'signed-in');
        if (!present) return stream.end();
        caller = present;
        say(': still here\n\n');
      } catch {
        stream.end(); // signed out, or the database is away: either way the client asks again
      }
    }, HEARTBEAT);
    stream.once('close', () => {
      clearInterval(heartbeat);
      unsubscribe();
      mine.delete(stream);
      if (mine.size === 0) open.delete(caller.id);
    });
    say('retry: 3000\n: connected\n\n');
    return stream;
  }

  // A HEAD would open a stream that nobody reads.
  const options = { config: { access: 'signed-in' as const }, exposeHeadRoute: false };
  app.get('/events', options, (request, reply) =>
    reply
      .headers({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
        // Or the connection, idle after the stream's end, could hold up a server that is to stop.
        connection: 'close',
      })
      .send(start(request)),
  );
}
