import type { Tx } from '#server/lib/database.ts';

type Kind = { name: string; minutes: number; work: number; word: string; priority?: number };
const kind = (name: string, word: string, minutes: number, work: number, priority = 3): Kind => ({
  name,
  word,
  minutes,
  work,
  priority,
});

/** What a new organisation can be asked for. `priority` is the sortOrder; minutes are those of opening hours. */
const catalogue: Record<string, Record<string, Kind[]>> = {
  Building: {
    Lighting: [
      kind('Light does not work', 'lighting', 480, 30),
      kind('Light flickers', 'lighting', 1200, 30, 4),
    ],
    'Heating and air': [
      kind('Too cold', 'climate', 240, 60),
      kind('Too warm', 'climate', 240, 60),
      kind('Bad smell', 'climate', 120, 30, 2),
    ],
    'Water and drains': [
      kind('Water leak', 'water', 60, 60, 1),
      kind('Blocked drain', 'water', 240, 60, 2),
      kind('Tap drips', 'water', 1800, 30, 4),
    ],
    'Doors and locks': [
      kind('Door does not close', 'doors', 480, 45),
      kind('Key or badge does not open', 'doors', 120, 30, 2),
    ],
  },
  Equipment: {
    Copier: [
      kind('Paper jam', 'equipment', 240, 20),
      kind('Toner is empty', 'equipment', 480, 10),
      kind('Copier repair', 'equipment', 1200, 90),
    ],
    Projector: [
      kind('Projector flickers', 'equipment', 60, 30, 2),
      kind('No picture', 'equipment', 60, 30, 2),
    ],
    Furniture: [
      kind('Chair is broken', 'furniture', 2400, 30, 4),
      kind('Desk does not move', 'furniture', 1200, 45),
    ],
  },
  Cleaning: {
    Cleaning: [
      kind('Spill', 'cleaning', 60, 20, 2),
      kind('Bin is full', 'cleaning', 480, 10),
      kind('Something else', 'cleaning', 0, 30),
    ],
  },
};
const holdReasons = [
  'Waiting for a part',
  'Waiting for the requester',
  'Waiting for a contractor',
  'No access to the space',
];

/** The catalogue that an organisation starts with, in its maintenance center. */
export async function seedServiceCatalogue(tx: Tx): Promise<void> {
  const categories = Object.keys(catalogue);
  const products = Object.entries(catalogue).flatMap(([category, goods]) =>
    Object.keys(goods).map((name) => ({ category, name })),
  );
  const types = Object.values(catalogue).flatMap((goods) =>
    Object.entries(goods).flatMap(([product, kinds]) => kinds.map((one) => ({ product, ...one }))),
  );
  const center = `(SELECT min(id) FROM center WHERE organisation_id = $1 AND module = 'maintenance')`;
  await tx.query(
    `INSERT INTO service_category (organisation_id, center_id, name, sort_order)
     SELECT $1, ${center}, name, nth FROM unnest($2::text[]) WITH ORDINALITY AS given (name, nth) ORDER BY nth`,
    [tx.organisation, categories],
  );
  await tx.query(
    `INSERT INTO service_product (organisation_id, service_category_id, name, sort_order)
     SELECT $1, c.id, given.name, nth FROM ROWS FROM (jsonb_to_recordset($2) AS (category text, name text))
       WITH ORDINALITY AS given (category, name, nth)
     JOIN service_category c ON c.organisation_id = $1 AND c.name = given.category ORDER BY nth`,
    [tx.organisation, JSON.stringify(products)],
  );
  await tx.query(
    `INSERT INTO service_type (organisation_id, service_product_id, name, word, sla_minutes, estimated_minutes,
       default_priority_id)
     SELECT $1, p.id, given.name, given.word, given.minutes, given.work, urgency.id
     FROM ROWS FROM (jsonb_to_recordset($2) AS (product text, name text, word text, minutes integer, work integer,
       priority integer)) WITH ORDINALITY AS given (product, name, word, minutes, work, priority, nth)
     JOIN service_product p ON p.organisation_id = $1 AND p.name = given.product
     JOIN priority urgency ON urgency.organisation_id = $1 AND urgency.sort_order = given.priority ORDER BY nth`,
    [tx.organisation, JSON.stringify(types)],
  );
  await tx.query(
    `INSERT INTO service_hold_reason (organisation_id, center_id, name, sort_order)
     SELECT $1, ${center}, name, nth FROM unnest($2::text[]) WITH ORDINALITY AS given (name, nth) ORDER BY nth`,
    [tx.organisation, holdReasons],
  );
}
