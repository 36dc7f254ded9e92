import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { id } from '#contract/wire.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { showFile } from './service.ts';

/** RFC 6266: an ASCII name for the old, the whole one in UTF-8; neither can leave its header. */
export function disposition(fileName: string): string {
  const ascii = fileName.replaceAll(/[^\w .-]/g, '_');
  const whole = encodeURIComponent(fileName).replaceAll(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `inline; filename="${ascii}"; filename*=UTF-8''${whole}`;
}

export const fileRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const file = { params: z.object({ id }), response: { 200: z.string().meta({ format: 'binary' }) } };
  app.get('/files/:id', { config: { access: 'signed-in' }, schema: file }, async (request, reply) => {
    const { bytes, mediaType, fileName } = await showFile(deps, callerOf(request), request.params.id);
    reply.headers({
      'content-type': mediaType,
      'content-disposition': disposition(fileName),
      'x-content-type-options': 'nosniff',
      // The bytes behind an id never change; on a shared computer only the browser itself keeps them.
      'cache-control': 'private, max-age=31536000, immutable',
      // Were a browser ever made to show it as a page, the page could do nothing.
      'content-security-policy': "default-src 'none'; sandbox",
    });
    // The answer's type is text in the schema, where a body of bytes is a string in format binary.
    return reply.send(bytes as unknown as string);
  });
};
