import { beforeAll, expect } from 'vitest';
import type { AssetLoan } from '#contract/asset-loans.ts';
import type { Asset } from '#contract/assets.ts';
import type { Message } from '#server/lib/mailer.ts';
import { sendAssetLetters } from '#server/modules/asset-loans/service.ts';
import { testServer, type TestServer, type TestUser } from './app.ts';
import { placesOf, type Places } from './places.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** An organisation with a store room of assets, a manager and a keeper of its asset center, and two employees. */
export type Lending = {
  server: TestServer;
  places: Places;
  admin: TestUser;
  manager: TestUser;
  keeper: TestUser;
  ada: TestUser;
  bob: TestUser;
  store: number;
  /** A new asset in the store that everybody may reserve. */
  asset(fields?: object): Promise<number>;
  show(asset: number): Promise<Asset>;
  /** Calls and fails the test unless it is answered with this status. */
  send<T = AssetLoan>(
    by: TestUser,
    method: string,
    path: string,
    body?: unknown,
    status?: number,
  ): Promise<T>;
  lend(asset: number, user: TestUser, days?: number): Promise<AssetLoan>;
  /** From so many days ahead, for so many. */
  reserve(asset: number, by: TestUser, from: number, days?: number): Promise<AssetLoan>;
  /** What goes out now. */
  letters(): Promise<Message[]>;
  /** The loan as if it had been made and due so many days earlier. */
  age(loan: number, days: number): Promise<void>;
};
export type Refusal = { error: { code: string; message: string; field?: string } };

async function open(): Promise<Lending> {
  const server = await testServer();
  const places = await placesOf(server);
  const { admin } = places;
  const send: Lending['send'] = async <T>(
    by: TestUser,
    method: string,
    path: string,
    body?: unknown,
    status = method === 'POST' ? 201 : 200,
  ) => {
    const answer = await by.call(method, path, body);
    expect([`${method} ${path}`, answer.statusCode, answer.body]).toEqual([
      `${method} ${path}`,
      status,
      answer.body,
    ]);
    return answer.json<T>();
  };
  const person = async (roles?: Record<string, string>) => {
    const made = await admin.person(roles);
    // At any hour: what is tested must not depend on when.
    await send(made, 'PUT', '/mail/preferences', { quietWeekdays: [], from: '00:00', until: '23:59' });
    return made;
  };
  const store = (await places.room({ name: 'Store' })).id;
  const type = await send<{ id: number }>(admin, 'POST', '/assets/types', { name: 'Projectors' });
  const model = await send<{ id: number }>(admin, 'POST', '/assets/models', { name: 'Beamer 9', type });
  const keeper = await person({ asset: 'OPERATOR' });
  return {
    server,
    places,
    admin,
    manager: await person({ asset: 'MANAGER' }),
    keeper,
    ada: await person(),
    bob: await person(),
    store,
    async asset(fields = {}) {
      const { id } = await send<Asset>(admin, 'POST', '/assets', { model, room: { id: store }, ...fields });
      await send(admin, 'PUT', '/assets/lendable', { assets: [{ id }], lendable: true });
      return id;
    },
    show: (id) => send<Asset>(admin, 'GET', `/assets/${id}`),
    send,
    lend(asset, user, days = 3) {
      const body = { asset: { id: asset }, user: { id: user.id }, dueDate: Date.now() + days * DAY };
      return send(keeper, 'POST', '/assets/loans', body);
    },
    reserve(asset, by, from, days = 1) {
      const startDate = Date.now() + from * DAY;
      const body = { asset: { id: asset }, startDate, dueDate: startDate + days * DAY };
      return send(by, 'POST', '/assets/loans/reserve', body);
    },
    async letters() {
      const sent: Message[] = [];
      const mailer = { close: async () => {}, send: async (message: Message) => void sent.push(message) };
      await sendAssetLetters({ ...server.deps, mailer });
      return sent;
    },
    async age(loan, days) {
      await server.owner.query(
        `UPDATE asset_loan SET during = tstzrange(starts - $2 * interval '1 day', due - $2 * interval '1 day'),
           lent_at = lent_at - $2 * interval '1 day', remind_at = remind_at - $2 * interval '1 day' WHERE id = $1`,
        [loan, days],
      );
    },
  };
}

/** Opens it before the file's tests; read its parts inside them only. */
export function lending(): Lending {
  const it = {} as Lending;
  beforeAll(async () => {
    Object.assign(it, await open());
  });
  return it;
}
