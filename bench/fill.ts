type Statement = { text: string; params?: unknown[] };
type Size = {
  organisation: string;
  forenames: readonly string[];
  surnames: readonly string[];
  people: number;
  items: number;
};

/** A number that looks drawn at random and is the same in every run: Knuth's multiplicative hash of n. */
const draw = (n: string, salt: number) => `((${n}::bigint + ${salt}) * 2654435761 % 4294967296)`;
const pick = (array: string, n: string, salt: number) =>
  `(${array})[1 + (${draw(n, salt)} >> 4) % cardinality(${array})]`;

/**
 * The statements that fill a newly registered organisation: places, people, parcels of the last year and
 * their steps. A parcel in thirty is still open, as at a desk that keeps up; delivered ones have three steps.
 */
export function* fillSql({ organisation, forenames, surnames, people, items }: Size): Generator<Statement> {
  const org = `${organisation}::bigint`;
  const ids = (table: string) => `ARRAY(SELECT id FROM ${table} WHERE organisation_id = ${org} ORDER BY id)`;
  const series = (count: number) => `generate_series(1, ${count}) AS n`;
  yield {
    text: `INSERT INTO building (organisation_id, name, code)
      SELECT ${org}, 'House ' || n, 'H' || n FROM ${series(5)}`,
  };
  yield {
    text: `INSERT INTO floor (organisation_id, building_id, name, level)
      SELECT ${org}, b.id, 'Floor ' || n, n FROM building b, ${series(10)} WHERE b.organisation_id = ${org}`,
  };
  yield {
    text: `INSERT INTO mail_stop (organisation_id, name)
      SELECT ${org}, 'Stop ' || chr(64 + n % 26 + 1) || n FROM ${series(250)}`,
  };
  yield {
    text: `WITH found AS (SELECT ${ids('floor')} AS floors, ${ids('room_type')} AS types, ${ids('mail_stop')} AS stops)
      INSERT INTO room (organisation_id, floor_id, room_type_id, name, capacity, mail_stop_id)
      SELECT ${org}, floors[1 + n % cardinality(floors)], types[1 + n % cardinality(types)],
        'Space ' || n / 50 || '.' || n % 50, 12, stops[1 + n % cardinality(stops)]
      FROM found, ${series(10_000)}`,
  };
  yield {
    text: `INSERT INTO mail_route (organisation_id, name) SELECT ${org}, 'Route ' || n FROM ${series(40)}`,
  };
  yield {
    text: `INSERT INTO mail_location (organisation_id, center_id, name, sort_order)
      SELECT ${org}, (SELECT min(id) FROM center WHERE organisation_id = ${org} AND module = 'mail'), 'Rack ' || n, n
      FROM ${series(60)}`,
  };
  yield {
    text: `WITH found AS (SELECT ${ids('user_type')} AS types, ${ids('room')} AS rooms)
      INSERT INTO app_user (organisation_id, first_name, last_name, user_name, email, user_type_id, employee_id,
        department, color, room_id)
      SELECT ${org}, ${pick('$1::text[]', 'n', 1)}, ${pick('$2::text[]', 'n', 77)}, 'user' || n,
        'user' || n || '@example.com', types[1 + n % cardinality(types)], 'E' || 100000 + n,
        'Department ' || n % 120, '#5a6b7c', rooms[1 + n % cardinality(rooms)]
      FROM found, ${series(people)}`,
    params: [forenames, surnames],
  };
  yield { text: 'ANALYZE app_user' };
  yield {
    text: `WITH found AS (SELECT ${ids('app_user')} AS people, ${ids('mail_route')} AS routes, ${ids('mail_stop')} AS stops,
        ${ids('mail_location')} AS racks, ${ids('courier')} AS couriers, ${ids('package_type')} AS types),
      drawn AS (
        SELECT n, '1Z' || upper(substr(md5(n::text), 1, 6)) || lpad((${draw('n', 5)})::text, 10, '0') AS number,
          CASE WHEN ${draw('n', 3)} % 30 > 0 THEN 'OUT'
            ELSE (ARRAY['IN', 'IN', 'PENDING', 'TRANSFER', 'CHECKOUT'])[1 + n % 5] END AS queue,
          date_trunc('milliseconds', now()) - interval '1 year' * (1 - n / ${items + 1}.0) AS since
        FROM ${series(items)})
      INSERT INTO mail_item (organisation_id, current_queue, pending_reason, tracking_number, original_tracking_number, tracking_key,
        to_user_id, deliver_to_id, center_id, mail_route_id, mail_stop_id, mail_location_id, courier_id,
        package_type_id, sender, date_created, date_updated, delivered_at)
      SELECT ${org}, queue, CASE queue WHEN 'PENDING' THEN 'other' END, number, number, number, ${pick('people', 'n', 11)}, ${pick('people', 'n', 11)},
        (SELECT min(id) FROM center WHERE organisation_id = ${org} AND module = 'mail'),
        ${pick('routes', 'n', 13)}, ${pick('stops', 'n', 17)}, ${pick('racks', 'n', 19)}, ${pick('couriers', 'n', 23)},
        ${pick('types', 'n', 29)}, 'Sender ' || n % 700, since, least(since + interval '1 day', now()),
        CASE WHEN queue = 'OUT' THEN least(since + interval '1 day', now()) END
      FROM found, drawn ORDER BY n`,
  };
  // Every parcel's check-in; a step in between for those on their way; three and more for the delivered.
  yield {
    text: `WITH clerks AS (SELECT (${ids('app_user')})[1:40] AS ids),
      steps AS (
        SELECT i.id AS item, i.center_id, i.to_user_id, step.code, i.date_created + step.after AS at
        FROM mail_item i CROSS JOIN LATERAL (VALUES
          ('checkin', interval '0', true),
          ('pending', interval '3 hours', i.current_queue = 'PENDING' OR i.current_queue = 'OUT' AND i.id % 8 = 0),
          ('transfer', interval '4 hours', i.current_queue = 'TRANSFER'),
          ('checkout', interval '5 hours', i.current_queue IN ('CHECKOUT', 'OUT')),
          ('out', interval '8 hours', i.current_queue = 'OUT')
        ) AS step (code, after, happened)
        WHERE i.organisation_id = ${org} AND step.happened)
      INSERT INTO mail_status (organisation_id, mail_item_id, code, center_id, entered_by, collected_by, date_created)
      SELECT ${org}, item, code, center_id, ${pick('clerks.ids', 'item', 31)},
        CASE WHEN code = 'out' THEN to_user_id END, least(at, now())
      FROM clerks, steps ORDER BY at, item`,
  };
  yield { text: 'VACUUM ANALYZE' };
}
