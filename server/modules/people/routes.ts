import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { apiErrorBody } from '#contract/errors.ts';
import {
  avatarUpload,
  center,
  me,
  permission,
  permissionSet,
  reportAuth,
  supportAuth,
  user,
  userCreate,
  userEdit,
  userNameAvailability,
  userQuery,
} from '#contract/users.ts';
import { count, id, listQuery, removed } from '#contract/wire.ts';
import { REMOVED, sendJson } from '#server/lib/answers.ts';
import { callerOf } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { idempotently } from '#server/lib/idempotency.ts';
import { reportAuthOf, supportAuthOf } from './auth-data.ts';
import { centerCount, centersOf } from './centers.ts';
import { createUser } from './create-user.ts';
import { directoryRoutes } from './directory-routes.ts';
import { attachAvatar, editUser } from './edit-user.ts';
import { availability, userById, userCount, usersOf, whoAmI } from './find-users.ts';
import { permissionCount, permissionsOf, setPermissions } from './permissions.ts';
import { removeUser } from './remove-user.ts';
import { resetPassword } from './reset-password.ts';
import { restoreRoutes } from './restore-routes.ts';

const tags = ['People'];
const failed = { '4xx': apiErrorBody };
const signedIn = { access: 'signed-in' } as const;
const siteAdmin = { access: 'site-admin' } as const;
const byId = z.object({ id });

export const peopleRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  await app.register(directoryRoutes, deps);
  await app.register(restoreRoutes, deps);
  const one = { tags, params: byId, response: { 200: user, ...failed } };

  const users = { tags, querystring: userQuery, response: { 200: z.array(user), ...failed } };
  app.get('/users', { config: signedIn, schema: users }, async (request, reply) =>
    sendJson(reply, await usersOf(deps, callerOf(request), request.query)),
  );
  const userNumber = { tags, querystring: userQuery, response: { 200: count, ...failed } };
  app.get('/users/count', { config: signedIn, schema: userNumber }, (request) =>
    userCount(deps, callerOf(request), request.query),
  );
  const create = { tags, body: userCreate, response: { 201: user, ...failed } };
  app.post('/users', { config: siteAdmin, schema: create }, async (request, reply) =>
    idempotently(deps.db, request, reply, (tx) => createUser(tx, callerOf(request).id, request.body)),
  );
  const self = { tags, response: { 200: me, ...failed } };
  app.get('/users/me', { config: signedIn, schema: self }, (request) => whoAmI(deps, callerOf(request)));
  const report = {
    tags,
    summary: 'Where and with which token a reporting program reads on behalf of the caller, for an hour',
    response: { 200: reportAuth, ...failed },
  };
  app.get('/users/me/reportAuth', { config: signedIn, schema: report }, (request, reply) =>
    reportAuthOf(deps, request, reply),
  );
  const support = {
    tags,
    summary: 'Where and with which token a support program acts on behalf of the caller, for an hour',
    response: { 200: supportAuth, ...failed },
  };
  app.get('/users/me/supportAuth', { config: signedIn, schema: support }, (request, reply) =>
    supportAuthOf(deps, request, reply),
  );
  const name = {
    tags,
    params: z.object({ username: z.string() }),
    response: { 200: userNameAvailability, ...failed },
  };
  app.get('/users/username/:username', { config: signedIn, schema: name }, (request) =>
    availability(deps, request.params.username),
  );

  app.get('/users/:id', { config: signedIn, schema: one }, async (request, reply) =>
    sendJson(reply, await userById(deps, callerOf(request), request.params.id)),
  );
  app.put('/users/:id', { config: signedIn, schema: { ...one, body: userEdit } }, async (request, reply) =>
    sendJson(reply, await editUser(deps, callerOf(request), request.params.id, request.body)),
  );
  const remove = { tags, params: byId, response: { 200: removed, ...failed } };
  app.delete('/users/:id', { config: siteAdmin, schema: remove }, async (request) => {
    await removeUser(deps, callerOf(request), request.params.id);
    return REMOVED;
  });
  app.post(
    '/users/:id/attachAvatar',
    { config: signedIn, schema: { ...one, body: avatarUpload } },
    async (request, reply) =>
      sendJson(reply, await attachAvatar(deps, callerOf(request), request.params.id, request.body)),
  );
  app.put('/users/:id/resetPassword', { config: signedIn, schema: one }, async (request, reply) =>
    sendJson(reply, await resetPassword(deps, callerOf(request), request.params.id)),
  );

  const roles = {
    tags,
    params: byId,
    querystring: listQuery,
    response: { 200: z.array(permission), ...failed },
  };
  app.get('/users/:id/permissions', { config: signedIn, schema: roles }, (request) =>
    permissionsOf(deps, callerOf(request), request.params.id, request.query),
  );
  const roleNumber = { tags, params: byId, response: { 200: count, ...failed } };
  app.get('/users/:id/permissions/count', { config: signedIn, schema: roleNumber }, (request) =>
    permissionCount(deps, callerOf(request), request.params.id),
  );
  app.put(
    '/users/:id/permissions',
    { config: siteAdmin, schema: { ...one, body: permissionSet } },
    async (request, reply) =>
      sendJson(reply, await setPermissions(deps, callerOf(request), request.params.id, request.body)),
  );

  const centers = { tags, querystring: listQuery, response: { 200: z.array(center), ...failed } };
  app.get('/centers', { config: signedIn, schema: centers }, async (request, reply) =>
    sendJson(reply, await centersOf(deps, callerOf(request), request.query)),
  );
  const centerNumber = { tags, querystring: listQuery, response: { 200: count, ...failed } };
  app.get('/centers/count', { config: signedIn, schema: centerNumber }, (request) =>
    centerCount(deps, callerOf(request), request.query),
  );
};
