import type { Category, CategoryItem, CategoryTree } from '#contract/cost-centers.ts';
import { testServer, type TestUser } from './app.ts';

/** A server with an organisation and short words for its cost centers. */
export async function costCenters() {
  const server = await testServer();
  const admin = await server.register();
  const { rows } = await server.owner.query<{ organisation: number }>(
    'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
    [admin.id],
  );
  const organisation = rows[0]!.organisation;
  let serial = 0;
  const name = () => `Center ${(serial += 1)}`;

  async function expectOk<T>(answer: ReturnType<TestUser['call']>): Promise<T> {
    const { statusCode, body } = await answer;
    if (statusCode >= 300) throw new Error(`${statusCode}: ${body}`);
    return JSON.parse(body) as T;
  }
  const category = (body: object = {}) =>
    expectOk<Category>(admin.call('POST', '/categories', { name: name(), ...body }));
  const item = (of: { id: number }, body: object = {}) =>
    expectOk<CategoryItem>(
      admin.call('POST', '/categories/items', { name: name(), category: { id: of.id }, ...body }),
    );
  const edit = (id: number, body: object) =>
    expectOk<CategoryItem>(admin.call('PUT', `/categories/items/${id}`, body));
  const get = <T>(path: string, as = admin) => expectOk<T>(as.call('GET', path));
  const tree = (of: { id: number }) => get<CategoryTree>(`/categories/${of.id}/tree`);

  /** A space of this organisation, as rooms cannot be made without places. */
  async function room(roomName = name()): Promise<number> {
    const made = await server.owner.query<{ id: number }>(
      `WITH b AS (INSERT INTO building (organisation_id, name, code) VALUES ($1, 'Tower', 'T') RETURNING id),
       f AS (INSERT INTO floor (organisation_id, building_id, name) SELECT $1, id, '3' FROM b RETURNING id)
       INSERT INTO room (organisation_id, floor_id, room_type_id, name)
       SELECT $1, f.id, (SELECT min(id) FROM room_type WHERE organisation_id = $1), $2 FROM f RETURNING id`,
      [organisation, roomName],
    );
    return made.rows[0]!.id;
  }
  return { server, admin, organisation, name, category, item, edit, get, tree, room };
}

export const errorOf = (answer: { json(): unknown }) =>
  (answer.json() as { error: { code: string; message: string; field?: string } }).error;
