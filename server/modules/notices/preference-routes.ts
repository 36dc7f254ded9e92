import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { noticePreferences, noticePreferencesEdit } from '#contract/notices.ts';
import { callerOf, type Access } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { loadPreferences } from './preference-repository.ts';
import { editPreferences } from './preferences.ts';

const tags = ['Notices'];
const config = { access: 'signed-in' as Access };

/** What the caller is told of, in the app and by e-mail. */
export const noticePreferenceRoutes: FastifyPluginAsyncZod<Deps> = async (app, { db }) => {
  const show = {
    tags,
    summary: 'What the caller is told of, and how',
    response: { 200: noticePreferences },
  };
  app.get('/notices/preferences', { config, schema: show }, (request) => {
    const { organisation, id: person } = callerOf(request);
    return db.read(organisation, (tx) => loadPreferences(tx, person));
  });
  const edit = {
    tags,
    summary: 'Choose what to be told of, and how',
    description:
      'What is not given stays as it is. When letters about parcels go is kept by /mail/preferences.',
    body: noticePreferencesEdit,
    response: { 200: noticePreferences },
  };
  app.put('/notices/preferences', { config, schema: edit }, async (request, reply) =>
    idempotently(db, request, reply, async (tx) => ({
      status: 200,
      answer: JSON.stringify(await editPreferences(tx, callerOf(request), request.body)),
    })),
  );
};
