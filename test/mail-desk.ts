import { beforeAll } from 'vitest';
import type { MailItem } from '#contract/mail.ts';
import { testServer, type TestServer, type TestUser } from './app.ts';

/** An organisation with a mail desk and somebody of every role, for the tests of a file. */
export type Desk = {
  server: TestServer;
  admin: TestUser;
  manager: TestUser;
  clerk: TestUser;
  /** A plain employee; most parcels are for them. */
  employee: TestUser;
  /** The registered center, and a second one in which only the administrator works. */
  center: number;
  farCenter: number;
  /** Checks in, and fails the test unless that succeeds. */
  scan(body: object): Promise<MailItem>;
  scanAll(bodies: object[]): Promise<MailItem[]>;
  show(id: number): Promise<MailItem>;
  step(id: number, step: string, body?: object): ReturnType<TestUser['call']>;
  /** Inserts a row of the organisation past the walls; answers its id. */
  insert(table: string, row: Record<string, unknown>): Promise<number>;
};

let serial = 0;
/** A tracking number that no test has used and no courier's format fits. */
export const freshNumber = () => `parcel ${(serial += 1)}`;

async function open(): Promise<Desk> {
  const server = await testServer();
  const admin = await server.register();
  const organisation = (
    await server.owner.query<{ organisation: number }>(
      'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
      [admin.id],
    )
  ).rows[0]!.organisation;
  const manager = await admin.person({ mail: 'MANAGER' });
  const clerk = await admin.person({ mail: 'OPERATOR' });
  const employee = await admin.person();

  async function insert(table: string, row: Record<string, unknown>) {
    const columns = ['organisation_id', ...Object.keys(row)];
    const { rows } = await server.owner.query<{ id: number }>(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, n) => `$${n + 1}`).join(', ')})
       RETURNING ${table === 'mail_route_stop' ? 'position AS id' : 'id'}`,
      [organisation, ...Object.values(row)],
    );
    return rows[0]!.id;
  }
  async function scanAs<T>(body: unknown): Promise<T> {
    const answer = await clerk.call('POST', '/mail/items/checkin', body);
    if (answer.statusCode !== 200) throw new Error(`check-in answered ${answer.statusCode}: ${answer.body}`);
    return answer.json<T>();
  }
  const centers = (await admin.call('GET', '/centers')).json<{ id: number; module: string }[]>();
  return {
    server,
    admin,
    manager,
    clerk,
    employee,
    center: centers.find(({ module }) => module === 'mail')!.id,
    farCenter: await insert('center', { module: 'mail', code: 'far', name: 'Far Mail Center' }),
    scan: (body) => scanAs<MailItem>(body),
    scanAll: (bodies) => scanAs<MailItem[]>(bodies),
    show: async (id) => (await admin.call('GET', `/mail/items/${id}`)).json<MailItem>(),
    step: (id, step, body) => clerk.call('PUT', `/mail/items/${id}/${step}`, body),
    insert,
  };
}

/** Opens the desk before the file's tests; read its parts inside them only. */
export function mailDesk(): Desk {
  const desk = {} as Desk;
  beforeAll(async () => {
    Object.assign(desk, await open());
  });
  return desk;
}
