import type { FindResult } from '#contract/find.ts';
import type { Tx } from '#server/lib/database.ts';
import { containing } from '#server/lib/paging.ts';

type Person = Extract<FindResult, { kind: 'person' }>;
type Space = Extract<FindResult, { kind: 'space' }>;
type Row<Found extends FindResult> = Omit<Found, 'kind' | 'exact'>;

const people = (hits: string) => `
  SELECT u.id, u.name AS title, u.color, array_remove(ARRAY[nullif(u.job_title, ''), nullif(u.department, ''), r.name], NULL) AS parts
  FROM ${hits} hit
  JOIN app_user u ON u.organisation_id = current_organisation() AND u.id = hit.id AND u.deleted_at IS NULL
  LEFT JOIN room r ON r.organisation_id = u.organisation_id AND r.id = u.room_id AND r.deleted_at IS NULL
  ORDER BY hit.place`;
const ofPeople = (rows: Row<Person>[]): Person[] => rows.map((row) => ({ kind: 'person', ...row }));

/** People whom every word hits somewhere, best first. */
export const findPeople = async (tx: Tx, text: string, limit: number): Promise<Person[]> =>
  ofPeople(await tx.named('find-recipients', people('find_recipients($1, $2)'), [text, limit]));
/** People whose names look like this. */
export const peopleLike = async (tx: Tx, text: string, limit: number): Promise<Person[]> =>
  ofPeople(await tx.named('find-people-like', people('find_people_like($1, $2)'), [text, limit]));
export const onePerson = async (tx: Tx, id: number): Promise<Person[]> =>
  ofPeople(await tx.named('find-person', people('(SELECT $1::bigint AS id, 1 AS place)'), [id]));

const spaces = (hits: string) => `
  SELECT r.id, r.name AS title, r.reservable, ARRAY[t.name, f.name, b.name] AS parts
  FROM ${hits} hit
  JOIN room r ON r.organisation_id = current_organisation() AND r.id = hit.id AND r.deleted_at IS NULL
  JOIN room_type t ON t.organisation_id = r.organisation_id AND t.id = r.room_type_id
  JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
  JOIN building b ON b.organisation_id = f.organisation_id AND b.id = f.building_id
  ORDER BY hit.place`;
const ofSpaces = (rows: Row<Space>[]): Space[] => rows.map((row) => ({ kind: 'space', ...row }));

/** Texts without a trigram are looked for at the start of names alone. */
const SHORT = 3;
/** Spaces with this in their name, best first. */
export async function findSpaces(tx: Tx, text: string, limit: number): Promise<Space[]> {
  const pattern = containing(text);
  const start = [...text].length < SHORT ? pattern.slice(1) : pattern;
  return ofSpaces(
    await tx.named('find-rooms-best', spaces('find_rooms_best($1, $2, $3)'), [text, start, limit]),
  );
}
/** Spaces whose names look like this. */
export const spacesLike = async (tx: Tx, text: string, limit: number): Promise<Space[]> =>
  ofSpaces(await tx.named('find-rooms-like', spaces('find_rooms_like($1, $2)'), [text, limit]));
