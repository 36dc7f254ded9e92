import { beforeAll, expect } from 'vitest';
import type { MoveItemChange, MovePreview } from '#contract/move-effect.ts';
import type { MoveRequest } from '#contract/moves.ts';
import { takeDueMoves } from '#server/modules/move-effect/service.ts';
import { testServer, type TestServer, type TestUser } from './app.ts';
import { placesOf, type Places } from './places.ts';

type Row = { id: number };
export type TypeCode = 'new' | 'move' | 'terminate' | 'equipment';
/** `to` is a space, `who` a person. */
export type Wish = {
  type?: TypeCode;
  who?: number | Record<string, unknown>;
  to?: number;
  asset?: number;
  name?: string;
};

/** An organisation with a floor, for tests of what moves change. */
export type House = {
  server: TestServer;
  places: Places;
  admin: TestUser;
  send: Places['send'];
  /** A space for so many people, with a mail stop of its own unless `stop` is null. */
  desk(capacity?: number, fields?: object): Promise<number>;
  stop(): Promise<number>;
  /** Somebody who sits there. */
  sitter(room: number | null, fields?: object): Promise<TestUser>;
  asset(fields: object, type?: string): Promise<number>;
  /** A request that is approved and due unless said otherwise. */
  ask(wishes: Wish[], fields?: object): Promise<MoveRequest>;
  /** What the clock does. */
  run(): Promise<void>;
  show(id: number): Promise<MoveRequest>;
  preview(id: number): Promise<MovePreview>;
  outcome(id: number): Promise<MoveItemChange[]>;
  /** Where these people sit. */
  seats(...people: TestUser[]): Promise<(number | undefined)[]>;
};

let serial = 0;
const fresh = (what: string) => `${what} ${(serial += 1)}`;

async function open(): Promise<House> {
  const server = await testServer();
  const places = await placesOf(server);
  const { admin, send } = places;
  const { id: floor } = await places.floor();
  const types = await send<(Row & { typeCode: string; equipment: boolean })[]>('GET', '/move/requestTypes');
  const typeOf = (code: TypeCode) =>
    types.find((one) => (one.equipment ? 'equipment' : one.typeCode) === code)!.id;
  const statuses = await send<(Row & { code: string })[]>('GET', '/move/statuses');
  const assetTypes = await send<(Row & { code: string })[]>('GET', '/assets/types');
  const models = new Map<string, number>();
  const preview = (id: number) => send<MovePreview>('GET', `/move/requests/${id}/preview`);
  const self: House = {
    server,
    places,
    admin,
    send,
    preview,
    stop: async () => (await send<Row>('POST', '/mail/mailstops', { name: fresh('Stop') })).id,
    desk: async (capacity = 1, fields = {}) =>
      (await places.room({ name: fresh('Desk'), floor: { id: floor }, capacity, ...fields })).id,
    async sitter(room, fields = {}) {
      const person = await admin.person();
      await send('PUT', `/users/${person.id}`, { room: room === null ? null : { id: room }, ...fields });
      return person;
    },
    async asset(fields, type = 'computer') {
      let model = models.get(type);
      if (model === undefined) {
        const sort = assetTypes.find(({ code }) => code === type)!;
        model = (await send<Row>('POST', '/assets/models', { name: fresh(type), type: { id: sort.id } })).id;
        models.set(type, model);
      }
      return (await send<Row>('POST', '/assets', { model: { id: model }, name: fresh('Asset'), ...fields }))
        .id;
    },
    ask: (wishes, fields = {}) =>
      send<MoveRequest>('POST', '/move/requests', {
        status: { id: statuses.find(({ code }) => code === 'pen')!.id },
        description: fresh('Move'),
        date: Date.now() - 60_000,
        approved: true,
        items: wishes.map(({ type = 'move', who, to, asset, name }) => ({
          type: { id: typeOf(type) },
          ...(who !== undefined && { user: typeof who === 'number' ? { id: who } : who }),
          ...(to !== undefined && { toRoom: { id: to } }),
          ...(asset !== undefined && { asset: { id: asset } }),
          ...(name !== undefined && { name }),
        })),
        ...fields,
      }),
    run: () => takeDueMoves(server.deps.db),
    show: (id) => send('GET', `/move/requests/${id}`),
    outcome: async (id) =>
      (await send<{ items: MoveItemChange[] }>('GET', `/move/requests/${id}/outcome`)).items,
    seats: (...people) =>
      Promise.all(
        people.map(async ({ id }) => (await send<{ room: { id?: number } }>('GET', `/users/${id}`)).room.id),
      ),
  };
  return self;
}

/** Opens the house before the file's tests; read its parts inside them only. */
export function moveHouse(): House {
  const house = {} as House;
  beforeAll(async () => {
    Object.assign(house, await open());
  });
  return house;
}

/** The changes without what was not known before: the ids of accounts that were opened. */
export const foreseeable = (items: readonly MoveItemChange[]) =>
  items.map((item) => (item.account === 'opened' ? { ...item, person: { ...item.person, id: 0 } } : item));

/** A refusal's code. */
export const codeOf = async (answer: ReturnType<TestUser['call']>, status: number) => {
  const { statusCode, body } = await answer;
  expect([statusCode, body]).toEqual([status, body]);
  return (JSON.parse(body) as { error: { code: string } }).error.code;
};
