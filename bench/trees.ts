import type { Dataset } from './dataset.ts';
import { timed, timeFigure, type Figure } from './measure.ts';

/** Items on each level: ten under each, as far as 10,000 go. */
const LEVELS = [10, 100, 1000, 8890];

/** A category of 10,000 items, everybody and every space in one of them. Answers its id. */
async function plant({ owner, organisation }: Dataset): Promise<number> {
  const made = await owner.query<{ id: string }>(
    `INSERT INTO category (organisation_id, name) VALUES ($1, 'Departments') RETURNING id`,
    [organisation],
  );
  const category = Number(made.rows[0]!.id);
  for (const [level, count] of LEVELS.entries())
    await owner.query(
      `WITH above AS (
         SELECT array_agg(id ORDER BY id) AS ids FROM category_item
         WHERE organisation_id = $1 AND category_id = $2 AND level = $3 - 1)
       INSERT INTO category_item (organisation_id, category_id, parent_id, parent_level, name, code, sort_key)
       SELECT $1, $2, ids[1 + n % cardinality(ids)], CASE WHEN $3 > 0 THEN $3 - 1 END, 'Department ' || $3 || '.' || n,
         'D' || n, n
       FROM above, generate_series(1, $4::integer) n`,
      [organisation, category, level, count],
    );
  for (const [holder, table] of [
    ['user', 'app_user'],
    ['room', 'room'],
  ])
    await owner.query(
      `WITH found AS (SELECT array_agg(id) AS ids FROM category_item WHERE organisation_id = $1 AND category_id = $2)
       INSERT INTO ${holder}_cost_center (organisation_id, ${holder}_id, item_id)
       SELECT $1, h.id, ids[1 + h.id % cardinality(ids)] FROM found, ${table} h WHERE h.organisation_id = $1`,
      [organisation, category],
    );
  await owner.query('ANALYZE category_item, user_cost_center, room_cost_center');
  return category;
}

/** A tree of 10,000 cost centers: read whole, and moved about. */
export async function trees(dataset: Dataset): Promise<Figure[]> {
  const { client, owner, organisation } = dataset;
  const category = await plant(dataset);
  const read = () => client.call('GET', `/categories/${category}/tree`);
  const many = async (times: number, work: (turn: number) => Promise<unknown>) => {
    const samples: number[] = [];
    for (let turn = 0; turn < times; turn += 1) samples.push(await timed(() => work(turn)));
    return samples;
  };
  await many(5, read);
  const whole = await many(40, read);
  const { text } = await read();
  const size = (JSON.parse(text) as unknown[]).length;
  const samples = async (level: number) =>
    (
      await owner.query<{ id: string }>(
        'SELECT id FROM category_item WHERE organisation_id = $1 AND category_id = $2 AND level = $3 ORDER BY id LIMIT 40',
        [organisation, category, level],
      )
    ).rows.map(({ id }) => Number(id));
  const [roots, leaves] = [await samples(0), await samples(3)];
  const put = (id: number, body: object) => client.call('PUT', `/categories/items/${id}`, body);
  const reordered = await many(40, (turn) => put(leaves[turn % leaves.length]!, { position: 0 }));
  const people = await many(40, (turn) =>
    client.call('GET', `/categories/items/${leaves[turn % leaves.length]}/users`),
  );
  const branch = await many(4, (turn) =>
    put(roots[0]!, { costCenterParent: turn % 2 ? null : { id: roots[1] } }),
  );
  return [
    timeFigure(`tree of ${size.toLocaleString('en')} items with counts of 100,000 people`, whole, {
      atMost: 300,
    }),
    { what: 'tree: its size', value: Math.round(text.length / 1024), unit: 'KB' },
    timeFigure('tree: put a leaf first among its siblings', reordered),
    timeFigure('tree: the people of an item', people),
    timeFigure('tree: hang a branch of 1,000 items elsewhere', branch),
  ];
}
