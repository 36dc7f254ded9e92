import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReportAuth, SupportAuth } from '#contract/users.ts';
import { notFound } from '#server/lib/app-error.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { openPass } from '#server/modules/account/service.ts';
import { findMe } from './repository.ts';

// Reports and support are served by this server itself: the token is a session of the caller that ends within
// the hour, to be sent as the cookie atrium_session.

/** @throws 401 */
export const reportAuthOf = (
  { db, config }: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<ReportAuth> =>
  db.write(callerOf(request).organisation, async (tx) => {
    const me = await findMe(tx, callerOf(request).id);
    if (!me) throw notFound('There is no such person.');
    void reply.header('cache-control', 'no-store');
    return {
      server: config.publicUrl ?? `${request.protocol}://${request.host}`,
      authToken: await openPass(tx, request),
      orgId: String(me.organisation.id),
      username: me.userName,
    };
  });

/** @throws 401 */
export async function supportAuthOf(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SupportAuth> {
  const { server, authToken } = await reportAuthOf(deps, request, reply);
  return { server, authToken };
}
