import type { Tx } from '#server/lib/database.ts';

export type Person = { id: number; name: string; email: string; words: string[]; room: number | null };
export type Space = { id: number; name: string; floor: string; building: string; code: string | null };
const HERE = 'organisation_id = current_organisation()';

/** The texts as the database compares them, in one call. */
export async function foldAll(
  tx: Tx,
  texts: readonly (string | undefined)[],
): Promise<(string | undefined)[]> {
  const [all] = await tx.query<{ folded: (string | null)[] }>(
    `SELECT ARRAY(SELECT fold(t) FROM unnest($1::text[]) WITH ORDINALITY AS given(t, nth) ORDER BY nth) AS folded`,
    [texts.map((text) => text ?? null)],
  );
  return all!.folded.map((text) => text ?? undefined);
}

/** Everybody whom one of the words may mean: `words` are e-mail, employee id, user name and name, in this order. */
export const peopleOf = (tx: Tx, words: readonly string[]): Promise<Person[]> =>
  tx.query(
    `SELECT id, name, email, room_id AS room,
       ARRAY[fold(email), coalesce(fold(employee_id), ''), fold(user_name), fold(name)] AS words
     FROM app_user WHERE ${HERE} AND deleted_at IS NULL AND (fold(email) = ANY($1) OR fold(employee_id) = ANY($1)
       OR fold(user_name) = ANY($1) OR fold(name) = ANY($1)) ORDER BY id`,
    [words],
  );

/** The spaces of these names or numbers; the texts are folded. */
export const spacesOf = (tx: Tx, words: readonly string[]): Promise<Space[]> =>
  tx.query(
    `SELECT r.id, fold(r.name) AS name, fold(f.name) AS floor, fold(b.name) AS building, fold(b.code) AS code
     FROM room r JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
     JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
     WHERE r.${HERE} AND r.deleted_at IS NULL AND (fold(r.name) = ANY($1) OR r.id::text = ANY($1)) ORDER BY r.id`,
    [words],
  );

/** The contract's `movePlace` of rooms, by id. */
export async function placesOf(tx: Tx, ids: readonly number[]): Promise<Map<number, object>> {
  const rows = await tx.query<{ id: number; json: object }>(
    `SELECT r.id, json_build_object('id', r.id, 'name', r.name, 'floor', json_build_object('id', f.id, 'name', f.name,
       'building', json_build_object('id', b.id, 'name', b.name))) AS json
     FROM room r JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
     JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
     WHERE r.${HERE} AND r.id = ANY($1::bigint[])`,
    [ids],
  );
  return new Map(rows.map(({ id, json }) => [id, json]));
}

/** The texts of names of types, folded, with what they are. */
export const typesOf = (tx: Tx) =>
  tx.query<{ id: number; name: string; folded: string; code: string; equipment: boolean }>(
    `SELECT id, name, fold(name) AS folded, type_code AS code, equipment FROM move_request_type WHERE ${HERE} ORDER BY id`,
  );
