import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsv } from '#contract/csv-read.ts';
import { csvLine, unprotected } from '#contract/csv.ts';
import { testServer } from '../../../test/app.ts';
import { importer, sampleOf } from '../../../test/asset-files.ts';
import { placesOf, type Places } from '../../../test/places.ts';

const server = await testServer();
const naughty = (JSON.parse(sampleOf('bad-input/naughty-strings/blns.json')) as string[]).filter(
  (words) => words.trim() !== '' && !words.includes('\0') && words.isWellFormed() && words.length <= 200,
);

/** What two registers must have alike: ids, moments and who wrote it are each register's own. */
const telling = (csv: string) => {
  const [head, ...rows] = parseCsv(csv);
  const own = new Set(['id', 'space id', 'last seen', 'seen by', 'added']);
  // Blanks around a cell are not kept.
  return rows.map((cells) =>
    cells.filter((_, n) => !own.has(head![n]!)).map((cell) => unprotected(cell.trim()).trim()),
  );
};
const peopled = async (places: Places, name: string, email: string) => {
  const building = await places.building({ name });
  const floor = await places.floor({ name: '=2', building: { id: building.id } });
  const room = await places.room({ name: '@desk', floor: { id: floor.id } });
  const person = await places.send<{ id: number }>('POST', '/users', {
    firstName: '=Ann',
    lastName: '"One", of two',
    email,
  });
  return { room: { id: room.id }, owner: { id: person.id } };
};

test('an export changes nothing where it comes from, and makes the same register of an empty one', async () => {
  const [here, there] = [await placesOf(server), await placesOf(server)];
  const [from, to] = [importer(here.admin), importer(there.admin)];
  // Said when it fails; addresses are one person's on the whole server, and the test may run again.
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  const [ann, other] = [`ann${seed}@here.example`, `ann${seed}@there.example`];
  const { room, owner } = await peopled(here, "'=Tower", ann);
  await peopled(there, "'=Tower", other);
  const type = await here.send<{ id: number }>('POST', '/assets/types', { name: '-Screens' });
  const text = fc.oneof(
    fc.constantFrom(...naughty),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  );
  const words = text
    .map((one) => one.replaceAll('\0', '').trim())
    .filter((one) => one !== '' && one.isWellFormed());
  const place = fc.constantFrom({}, { room }, { owner });
  const given = fc.record({
    name: words,
    localUID: fc.option(words, { nil: undefined }),
    serialNumber: fc.option(words, { nil: undefined }),
    boxLength: text.filter((one) => one.isWellFormed() && !one.includes('\0')),
    place,
    model: words,
    condition: fc.constantFrom('good', 'damaged', 'lost'),
    active: fc.boolean(),
    attribute: words,
  });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(given, async ({ place: where, model: name, attribute, ...rest }) => {
      const model = await here.send<{ id: number }>('POST', '/assets/models', {
        name,
        type: { id: type.id },
      });
      const answer = await here.admin.call('POST', '/assets', {
        ...rest,
        ...where,
        model: { id: model.id },
        'Purchase cost': attribute,
        nested: { deep: [1, attribute, null] },
      });
      // Two with one label cannot be.
      expect([201, 409]).toContain(answer.statusCode);
      if (answer.statusCode === 201) count += 1;
    }),
    { numRuns: 120, seed },
  );
  const csv = await from.exported();
  expect(await from.run(csv), `seed ${seed}`).toEqual({ create: 0, update: 0, skip: count });
  expect(await from.exported()).toBe(csv);
  const moved = csv.replaceAll(ann, other);
  expect(await to.run(moved)).toEqual({ create: count, update: 0, skip: 0 });
  expect(telling(await to.exported())).toEqual(telling(moved));
  expect(await to.run(moved)).toEqual({ create: 0, update: 0, skip: count });
});

test('every naughty string goes through a file as it is', async () => {
  const { run, assets, preview } = importer((await placesOf(server)).admin);
  const csv =
    csvLine(['tag', 'model', 'type', 'name']) +
    naughty.map((one, n) => csvLine([`T${n}`, one, one, one])).join('');
  await run(csv);
  const stored = await assets();
  expect(stored.map(({ name }) => name.trim())).toEqual(naughty.slice(0, 500).map((one) => one.trim()));
  expect((await preview(csv)).skip).toBe(naughty.length);
});

test('what cannot be says in which row and column, and what to do; nothing of the file is written', async () => {
  const places = await placesOf(server);
  const { run, preview, refused, assets } = importer(places.admin);
  await run('tag,serial,model,type\nA1,S1,M,T\nA2,S2,M,T\n,S3,M,T\n');
  const rows = [
    'a1,,M,,,', // updates
    'A1,,M,,,', // tag twice
    'B1,S9,M,,,',
    'B2,s9,m,,,', // serial twice
    'B3,S2,M,,,', // the serial of A2
    'B4,,,,,', // no model
    'B5,,New,,,', // a new model without its type
    'B6,,M,Odd,,', // no such status
    'B7,,M,,broke,', // no such condition
    `B8,,M,,,"{""name"":1}"`,
    'B9,,M,,,{',
    `${'x'.repeat(201)},,M,,,`,
    ',S3,M,,,', // known by serial
  ];
  const csv = `tag,serial,model,status,condition,attributes\n${rows.join('\n')}\n`;
  const tried = await preview(csv, { type: '' });
  expect(tried.errors.map(({ row, column, message }) => `${row} ${column}: ${message}`)).toEqual([
    '3 tag: is in row 2 already',
    '5 serial: is that of row 4 already, with the same model',
    '6 serial: is that of asset “A2” of this model already; correct one of the two',
    '7 model: must not be empty',
    '8 undefined: must not be empty, for “New” is no model yet and needs a type',
    '9 status: “Odd” is no status that is known; write one such as Ready to Deploy, Archived, Damaged or Lost, or leave the column out',
    '10 condition: must be good, damaged or lost',
    '11 attributes: must not have “name”, which every asset has; give it a column',
    '12 attributes: must be attributes as JSON such as {"colour":"red"}',
    expect.stringMatching(/^13 tag: .*200/),
  ]);
  expect(await refused(csv)).toContain('Nothing was imported: 10 rows or cells');
  expect(await assets()).toHaveLength(3);
  expect(await refused('tag,model\n', { type: 'T' }).catch(() => 'empty')).toBe('empty');
  expect(await refused('\n1,2\n')).toContain('names of its columns');
  expect(await refused('tag,model\n"1,M\n')).toContain('never closed');
  expect(await refused('tag,model,type\nZ,New,T\n', { newModels: 'refuse' })).toContain(
    '“New”, “T” is no model',
  );
});

test('parts are whole or nothing, and count what bears no number over the whole file', async () => {
  const { run, refused, assets, exported } = importer((await placesOf(server)).admin);
  const csv = `tag,model,type,name\n${',Chair,Seats,\n'.repeat(3)},Chair,Seats,Mine\nT1,Desk,Tables,\n`;
  const part = (from: number, count: number) => run(csv, {}, { part: { from, count } });
  expect(await part(0, 2)).toEqual({ create: 2, update: 0, skip: 0 });
  expect(await part(2, 2)).toEqual({ create: 2, update: 0, skip: 0 });
  expect(await part(4, 2)).toEqual({ create: 1, update: 0, skip: 0 });
  expect(await run(csv)).toEqual({ create: 0, update: 0, skip: 5 });
  expect(await assets()).toHaveLength(5);
  const before = await exported();
  expect(await refused(`${csv}T2,,,\n`, {}, { part: { from: 4, count: 2 } })).toContain(
    'Nothing of this part',
  );
  expect(await exported()).toBe(before);
  expect(await refused(`tag,model,type\n${'a,M,T\n'.repeat(20_001)}`)).toContain('in parts of at most 20000');
});
