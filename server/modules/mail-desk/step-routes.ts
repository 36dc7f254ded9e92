import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mailAction, mailCheckInBody, mailDeliveryBody, mailItem } from '#contract/mail.ts';
import { id } from '#contract/wire.ts';
import { invalid } from '#server/lib/app-error.ts';
import { callerOf, workers, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { checkIn } from './check-in.ts';
import type { Step } from './parcel.ts';
import { readPictures } from './pictures.ts';
import { takeStep } from './steps.ts';

const tags = ['Mail'];
const working = { access: { module: 'mail', roles: workers } as Access };
/** An array is answered by an array in its order, an object by an object. */
const response = { 200: z.union([z.array(mailItem), mailItem]) };

/** The parcel's way: check-in, pending, transfer, checkout, delivery. */
export const stepRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db, files }) => {
  const scan = { tags, summary: 'Check in one parcel or many', body: mailCheckInBody, response };
  app.post('/mail/items/checkin', { config: working, schema: scan }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: await checkIn(tx, callerOf(request), request.body),
    })),
  );

  const many = { tags, summary: 'Deliver one parcel or many', body: mailDeliveryBody, response };
  app.put('/mail/items/deliver', { config: working, schema: many }, async (request, reply) => {
    const { body } = request;
    const steps = body.elements.map((action, index): Step => {
      return { id: action.id, action, prefix: body.many ? `[${index}].` : '' };
    });
    const pictures = await readPictures(steps);
    return idempotently(db, request, reply, async (tx) => {
      const caller = callerOf(request);
      const json = await takeStep({ tx, caller, files }, 'out', steps, pictures);
      const texts = steps.map((step) => json.get(step.id)!);
      return { status: 200, answer: body.many ? `[${texts.join(',')}]` : texts[0]! };
    });
  });

  const single = { tags, params: z.object({ id }), body: mailAction, response: { 200: mailItem } };
  const steps = [
    ['deliver', 'out', 'Deliver a parcel'],
    ['checkout', 'checkout', 'Check a parcel out, for its round'],
    ['pending', 'pending', 'Put a parcel aside'],
    ['transfer', 'transfer', 'Send a parcel to another center'],
  ] as const;
  for (const [path, code, summary] of steps)
    app.put(
      `/mail/items/:id/${path}`,
      { config: working, schema: { ...single, summary } },
      async (request, reply) => {
        const action = request.body ?? {};
        const step: Step = { id: request.params.id, action, prefix: '' };
        if (action.id !== undefined && action.id !== step.id)
          throw invalid('id', 'is not that of the address');
        const pictures = await readPictures([step]);
        return idempotently(db, request, reply, async (tx) => {
          const json = await takeStep({ tx, caller: callerOf(request), files }, code, [step], pictures);
          return { status: 200, answer: json.get(step.id)! };
        });
      },
    );
};
