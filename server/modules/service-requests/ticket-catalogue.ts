import type { Tx, WriteTx } from '#server/lib/database.ts';

/** Names as the database compares them. */
export type KindNames = { category: string; product: string; type: string };
export type KnownKind = KindNames & { id: number; priority: number };

/** The types of a maintenance center that can be asked for, with their names folded. */
export const knownKinds = (tx: Tx, center: number): Promise<KnownKind[]> =>
  tx.query<KnownKind>(
    `SELECT t.id, t.default_priority_id AS priority, fold(c.name) AS category, fold(p.name) AS product,
       fold(t.name) AS type
     FROM service_category c
     JOIN service_product p ON p.organisation_id = c.organisation_id AND p.service_category_id = c.id
     JOIN service_type t ON t.organisation_id = p.organisation_id AND t.service_product_id = p.id
     WHERE c.organisation_id = current_organisation() AND c.center_id = $1 AND t.deleted_at IS NULL
       AND p.deleted_at IS NULL AND c.deleted_at IS NULL
     ORDER BY t.id DESC`,
    [center],
  );

/**
 * Makes what is missing of these categories, products and types, in three statements; each at most once, names that the
 * database takes for the same being the same. Nothing is promised for the new types.
 */
export async function addKinds(tx: WriteTx, center: number, kinds: readonly KindNames[], priority: number) {
  if (kinds.length === 0) return;
  const values = [JSON.stringify(kinds), center, tx.organisation, tx.stamp];
  const given = `jsonb_to_recordset($1::jsonb) AS g (category text, product text, type text)`;
  await tx.query(
    `INSERT INTO service_category (organisation_id, center_id, name, date_created, date_updated)
     SELECT $3, $2, min(g.category), $4, $4 FROM ${given}
     WHERE NOT EXISTS (SELECT FROM service_category c WHERE c.organisation_id = $3 AND c.center_id = $2
       AND c.deleted_at IS NULL AND fold(c.name) = fold(g.category))
     GROUP BY fold(g.category)`,
    values,
  );
  const category = `JOIN LATERAL (SELECT c.id FROM service_category c WHERE c.organisation_id = $3 AND c.center_id = $2
       AND c.deleted_at IS NULL AND fold(c.name) = fold(g.category) ORDER BY c.id LIMIT 1) c ON true`;
  await tx.query(
    `INSERT INTO service_product (organisation_id, service_category_id, name, date_created, date_updated)
     SELECT $3, c.id, min(g.product), $4, $4 FROM ${given} ${category}
     WHERE NOT EXISTS (SELECT FROM service_product p WHERE p.organisation_id = $3 AND p.service_category_id = c.id
       AND p.deleted_at IS NULL AND fold(p.name) = fold(g.product))
     GROUP BY c.id, fold(g.product)`,
    values,
  );
  await tx.query(
    `INSERT INTO service_type (organisation_id, service_product_id, name, default_priority_id, date_created, date_updated)
     SELECT $3, p.id, min(g.type), $5, $4, $4 FROM ${given} ${category}
     JOIN LATERAL (SELECT p.id FROM service_product p WHERE p.organisation_id = $3 AND p.service_category_id = c.id
       AND p.deleted_at IS NULL AND fold(p.name) = fold(g.product) ORDER BY p.id LIMIT 1) p ON true
     WHERE NOT EXISTS (SELECT FROM service_type t WHERE t.organisation_id = $3 AND t.service_product_id = p.id
       AND t.deleted_at IS NULL AND fold(t.name) = fold(g.type))
     GROUP BY p.id, fold(g.type)`,
    [...values, priority],
  );
}
