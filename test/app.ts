import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { buildApp } from '#server/app.ts';
import type { Config } from '#server/config.ts';
import { openDatabase } from '#server/lib/database.ts';
import type { Deps } from '#server/lib/deps.ts';
import { openEvents } from '#server/lib/events.ts';
import { openFileStore } from '#server/lib/files.ts';
import { openMailer } from '#server/lib/mailer.ts';

export const API = '/external/api/rest/v2';

/** A migrated database of the test file's own, copied from the run's template in tens of milliseconds. */
export async function testDatabase(): Promise<pg.PoolConfig> {
  const cluster = inject('cluster');
  const name = `t_${randomBytes(8).toString('hex')}`;
  const admin = new pg.Client({ ...cluster, database: 'postgres' });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE atrium_template`);
  await admin.end();
  return { ...cluster, database: name };
}

export type TestServer = {
  app: FastifyInstance;
  deps: Deps;
  /** The database as its owner, past every wall: for arranging and for looking behind the answers. */
  owner: pg.Pool;
  /** Registers an organisation; answers a client that calls as its site administrator. */
  register(company?: string): Promise<TestUser>;
};
export type TestUser = {
  id: number;
  email: string;
  password: string;
  /** Calls the iOffice side (path below the API's root) with header credentials. */
  call(
    method: string,
    path: string,
    payload?: unknown,
    options?: InjectOptions,
  ): Promise<LightMyRequestResponse>;
  /** Creates a person in this organisation with these roles by module: `{ mail: 'OPERATOR' }`. */
  person(roles?: Record<string, string>): Promise<TestUser>;
};

let serial = 0;

/** A server on a database of its own, closed when the test file ends. Answers are checked against their schema. */
export async function testServer(config: Partial<Config> = {}): Promise<TestServer> {
  const options = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-test-'));
  const full: Config = {
    port: 0,
    host: 'localhost',
    dataDir,
    databaseUrl: undefined,
    publicUrl: 'http://localhost:3000',
    smtpUrl: undefined,
    demo: false,
    ...config,
  };
  // Many files share one cluster: what a file is done with goes to the next.
  const db = openDatabase({ ...options, idleTimeoutMillis: 5000 });
  const owner = new pg.Pool(options);
  const deps: Deps = {
    config: full,
    db,
    files: openFileStore(full),
    mailer: openMailer(full),
    events: await openEvents(db),
    checkAnswers: true,
  };
  const app = await buildApp(deps);
  afterAll(async () => {
    await app.close();
    await deps.events.close();
    await deps.mailer.close();
    await db.close();
    await owner.end();
    await rm(dataDir, { recursive: true, force: true });
  });

  function as(id: number, email: string, password: string): TestUser {
    const credentials = { 'x-auth-username': email, 'x-auth-password': password };
    const call: TestUser['call'] = (method, path, payload, more) =>
      app.inject({
        method: method as 'GET',
        url: API + path,
        ...(payload !== undefined && { payload: payload as object }),
        ...more,
        headers: { ...credentials, ...more?.headers },
      });
    return {
      id,
      email,
      password,
      call,
      async person(roles = {}) {
        serial += 1;
        const address = `person${serial}-${randomBytes(3).toString('hex')}@example.com`;
        const created = await call('POST', '/users', {
          firstName: 'Person',
          lastName: String(serial),
          email: address,
        });
        const { id: personId } = created.json<{ id: number }>();
        await call('PUT', `/users/${personId}`, { password: 'a long password' });
        const centers = (await call('GET', '/centers')).json<{ id: number; module: string }[]>();
        const permissions = Object.entries(roles).map(([module, role]) => ({
          role,
          center: { id: centers.find((center) => center.module === module)!.id },
        }));
        await call('PUT', `/users/${personId}/permissions`, permissions);
        return as(personId, address, 'a long password');
      },
    };
  }

  return {
    app,
    deps,
    owner,
    async register(company = 'Test Company') {
      serial += 1;
      const email = `admin${serial}-${randomBytes(3).toString('hex')}@example.com`;
      const password = 'a long password';
      const answer = await app.inject({
        method: 'POST',
        url: '/data/register',
        payload: {
          company,
          firstname: 'Ada',
          lastname: 'Admin',
          email,
          password,
          country: 'Poland',
          timezone: 'Europe/Warsaw',
        },
      });
      if (answer.statusCode !== 201)
        throw new Error(`registration answered ${answer.statusCode}: ${answer.body}`);
      const me = await app.inject({
        url: `${API}/users/me`,
        headers: { 'x-auth-username': email, 'x-auth-password': password },
      });
      return as(me.json<{ id: number }>().id, email, password);
    },
  };
}
