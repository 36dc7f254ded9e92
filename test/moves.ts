import { expect } from 'vitest';
import type { MoveRequest, MoveRequestType, MoveStatus, MoveStatusCode, MoveTask } from '#contract/moves.ts';
import type { TestServer, TestUser } from './app.ts';
import { make, type Site } from './records.ts';

/** An organisation that moves people, with somebody of every role, for the tests of a file. */
export async function moveDesk(server: TestServer) {
  const admin = await server.register();
  const { rows } = await server.owner.query<{ organisation: number }>(
    'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
    [admin.id],
  );
  const site: Site = { server, admin, organisation: rows[0]!.organisation, word: 'A' };
  const get = async <T>(path: string, by = admin) => (await by.call('GET', path)).json<T>();
  const statuses = await get<MoveStatus[]>('/move/statuses');
  const types = await get<MoveRequestType[]>('/move/requestTypes');
  const tasks = await get<MoveTask[]>('/move/tasks');
  const status = (code: MoveStatusCode) => ({ id: statuses.find((one) => one.code === code)!.id });
  const type = (name: string) => ({ id: types.find((one) => one.name === name)!.id });
  /** A requester, somebody who moves, who manages them, and two of the move center. */
  const [asker, mover, boss] = [await admin.person(), await admin.person(), await admin.person()];
  const [manager, worker] = [
    await admin.person({ move: 'MANAGER' }),
    await admin.person({ move: 'OPERATOR' }),
  ];
  await admin.call('PUT', `/users/${mover.id}`, { manager: { id: boss.id } });
  const person = (id: number, more: object = {}) => ({ type: type('Employee Move'), user: { id }, ...more });
  const file = (body: object = {}, by: TestUser = asker) =>
    by.call('POST', '/move/requests', {
      status: status('pen'),
      description: 'A move',
      items: [person(mover.id)],
      ...body,
    });
  const filed = async (body: object = {}, by: TestUser = asker) => {
    const answer = await file(body, by);
    expect([answer.statusCode, answer.body]).toEqual([201, expect.anything()]);
    return answer.json<MoveRequest>();
  };
  const step = (id: number, name: string, by: TestUser, body?: object) =>
    by.call('POST', `/move/requests/${id}/${name}`, body);
  const show = (id: number, by = admin) => get<MoveRequest>(`/move/requests/${id}`, by);
  /** A space for so many. */
  const space = async (capacity: number) => {
    const id = await make(site, 'room');
    await admin.call('PUT', `/rooms/${id}`, { capacity });
    return id;
  };
  return {
    server,
    site,
    admin,
    asker,
    mover,
    boss,
    manager,
    worker,
    statuses,
    types,
    tasks,
    status,
    type,
    person,
    get,
    file,
    filed,
    step,
    show,
    space,
  };
}
