import type { ImportError } from '#contract/imports.ts';
import type { MoveGroupField, MoveGroupPreview, MoveGroupRequest } from '#contract/moves-board.ts';
import type { MovePlace } from '#contract/moves.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import { centerOf } from './create.ts';
import { readGroup, type GroupSheet } from './group-sheet.ts';
import * as names from './group-repository.ts';
import type { Item } from './request.ts';
import { answer, record } from './tell.ts';
import { insertComments, insertRequest, saveItems } from './write-repository.ts';

type Line = {
  row: number;
  user: names.Person;
  type: { id: number; name: string };
  room: number | null;
  note: string;
};
type Plan = { sheet: GroupSheet; lines: Line[]; errors: ImportError[] };
type Types = Awaited<ReturnType<typeof names.typesOf>>;

/** The type of rows that name none. @throws 400 */
function usualType(types: Types, chosen: { id: number } | undefined) {
  const type = chosen
    ? types.find(({ id }) => id === chosen.id)
    : types.find(({ code, equipment }) => code === 'move' && !equipment);
  if (!type) throw invalid('type', chosen ? `names no type of move (id ${chosen.id})` : 'is required');
  if (type.equipment || type.code === 'new')
    throw invalid('type', `is “${type.name}”; a group moves people that there are`);
  return type;
}

/** What every row says, and what keeps it from being done; writes nothing. @throws 400 for what is no such file */
async function plan(tx: Tx, body: MoveGroupRequest): Promise<Plan> {
  const sheet = readGroup(body);
  const errors: ImportError[] = [];
  const fail = (
    row: number,
    field: MoveGroupField,
    message: string,
    problem: 'cell' | 'unknown' | 'repeat',
  ) => {
    const at = sheet.mapping[field];
    errors.push({ row, field, message, problem, ...(at !== undefined && { column: sheet.headers[at]! }) });
  };
  const folded = async (field: MoveGroupField) =>
    names.foldAll(
      tx,
      sheet.rows.map(({ values }) => values[field]),
    );
  const [persons, spaces, buildings, floors, kinds] = [
    await folded('person'),
    await folded('space'),
    await folded('building'),
    await folded('floor'),
    await folded('type'),
  ];
  const given = (texts: readonly (string | undefined)[]) => [...new Set(texts.flatMap((text) => text ?? []))];
  const people = new Map<string, names.Person[][]>();
  for (const person of await names.peopleOf(tx, given(persons)))
    for (const [rank, word] of person.words.entries()) {
      const ranks = people.get(word) ?? [[], [], [], []];
      if (word !== '') ranks[rank]!.push(person);
      people.set(word, ranks);
    }
  const rooms = new Map<string, names.Space[]>();
  for (const room of await names.spacesOf(tx, given(spaces)))
    rooms.set(room.name, [...(rooms.get(room.name) ?? []), room]);
  const byId = new Map([...rooms.values()].flat().map((room) => [String(room.id), room]));
  const types = await names.typesOf(tx);
  const usual = usualType(types, body.type);

  function personOf(n: number): names.Person | undefined {
    const { row, values } = sheet.rows[n]!;
    const word = persons[n];
    if (word === undefined) return void fail(row, 'person', 'must not be empty', 'cell');
    // An e-mail says more than a number, and that more than a name.
    const there = people.get(word)?.find((some) => some.length > 0) ?? [];
    if (there.length === 1) return there[0];
    const problem =
      there.length === 0 ? 'is nobody in the directory' : `may be ${there.length} people; use their e-mail`;
    return void fail(row, 'person', `“${values.person}” ${problem}`, 'unknown');
  }
  function roomOf(n: number, leaves: boolean): number | null | undefined {
    const { row, values } = sheet.rows[n]!;
    const [name, house, storey] = [spaces[n], buildings[n], floors[n]];
    if (name === undefined) {
      if (leaves) return null;
      return void fail(row, 'space', 'must not be empty: say where they move to', 'cell');
    }
    const named = rooms.get(name) ?? [];
    const there = (named.length > 0 ? named : [byId.get(name)].filter((room) => room !== undefined)).filter(
      (room) =>
        (house === undefined || room.building === house || room.code === house) &&
        (storey === undefined || room.floor === storey),
    );
    if (there.length === 1) return there[0]!.id;
    const around = house === undefined && storey === undefined ? '' : ' on this floor or in this building';
    const problem =
      there.length === 0
        ? `is no space${around}`
        : `is the name of ${there.length} spaces; give building and floor too`;
    return void fail(row, 'space', `“${values.space}” ${problem}`, 'unknown');
  }
  function typeOf(n: number) {
    const word = kinds[n];
    if (word === undefined) return usual;
    const { row, values } = sheet.rows[n]!;
    const type = types.find((one) => one.folded === word || one.code === word);
    if (type && !type.equipment && type.code !== 'new') return type;
    const problem = type ? 'does not move people that there are' : 'is no type of move';
    return void fail(row, 'type', `“${values.type}” ${problem}`, 'unknown');
  }

  const seen = new Map<number, number>();
  const lines = sheet.rows.flatMap(({ row, values }, n): Line[] => {
    const [user, type] = [personOf(n), typeOf(n)];
    const room = roomOf(n, type?.code === 'terminate');
    if (!user || !type || room === undefined) return [];
    const earlier = seen.get(user.id);
    if (earlier !== undefined) {
      fail(row, 'person', `“${values.person}” stands in row ${earlier} already`, 'repeat');
      return [];
    }
    seen.set(user.id, row);
    return [{ row, user, type, room, note: values.note ?? '' }];
  });
  return { sheet, lines, errors: errors.toSorted((a, b) => a.row - b.row) };
}

/** What a file would file, row by row; writes nothing. @throws 400 for what is no CSV */
export const previewGroup = (
  db: Database,
  caller: Caller,
  body: MoveGroupRequest,
): Promise<MoveGroupPreview> =>
  db.read(caller.organisation, async (tx) => {
    await centerOf(tx, body.center?.id);
    const { sheet, lines, errors } = await plan(tx, body);
    const rooms = lines.flatMap(({ user, room }) => [user.room, room].filter((id) => id !== null));
    const places = (await names.placesOf(tx, rooms)) as Map<number, MovePlace>;
    const at = (key: 'fromRoom' | 'toRoom', id: number | null) => {
      const place = id === null ? undefined : places.get(id);
      return place && { [key]: place };
    };
    return {
      rows: sheet.rows.length,
      columns: sheet.headers.map((name, n) => ({ name, samples: sheet.samples[n]! })),
      mapping: sheet.mapping as Record<string, number>,
      items: lines.map(({ row, user: { id, name, email, room: from }, type, room }) => ({
        row,
        user: { id, name, email },
        type: { id: type.id, name: type.name },
        ...at('fromRoom', from),
        ...at('toRoom', room),
      })),
      errors,
    };
  });

/** Files one request that moves everybody in the file, pending; all of them or nobody. JSON text. @throws 400 */
export async function createGroup(tx: WriteTx, caller: Caller, body: MoveGroupRequest): Promise<string> {
  const center = await centerOf(tx, body.center?.id);
  const { lines, errors } = await plan(tx, body);
  const [first] = errors;
  if (first)
    throw new AppError(
      400,
      'move.rows',
      `Nothing was filed: ${errors.length} rows or cells need mending. Row ${first.row}: ${first.column ?? first.field} ${first.message}.`,
      { field: 'csv' },
    );
  const id = await insertRequest(tx, caller.id, 'pen', {
    center_id: center,
    description: body.description,
    date: typeof body.date === 'number' ? new Date(body.date) : null,
  });
  const items = lines.map(({ user, type, room, note }): Item => ({
    id: null,
    type: type.id,
    user: user.id,
    asset: null,
    room,
    name: '',
    fieldValues: note === '' ? {} : { notes: note.slice(0, 4000) },
    taskValues: {},
  }));
  await saveItems(tx, id, items);
  if (body.comment?.trim()) await insertComments(tx, caller.id, id, [body.comment]);
  await record(tx, caller, id, [{ kind: 'opened' }]);
  return answer(tx, caller, id);
}
