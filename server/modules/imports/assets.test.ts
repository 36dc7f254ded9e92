import { expect, test } from 'vitest';
import { parseCsv } from '#contract/csv-read.ts';
import { csvLine } from '#contract/csv.ts';
import { onlyExported } from '#contract/imports-assets.ts';
import { suggestMapping, type ImportError } from '#contract/imports.ts';
import { testServer } from '../../../test/app.ts';
import { importer, sampleOf } from '../../../test/asset-files.ts';
import { placesOf, type Places } from '../../../test/places.ts';

const server = await testServer();
const sample = sampleOf('assets-snipeit/assets-sample.csv');
// A Macintosh or a spreadsheet wrote it: not UTF-8.
const bad = sampleOf('assets-snipeit/assets-sample-BAD.csv', 'windows-1252');
const without = { unknownPlaces: 'leave-out' };
const plain = (errors: readonly ImportError[]) =>
  errors.map(({ row, column, message }) => `${row} ${column}: ${message}`);
const keeper = async (places: Places) => importer(await places.admin.person({ asset: 'MANAGER' }));

test('columns of other registers and of our own export are known by their headers', () => {
  const fieldsOf = (csv: string) => {
    const [headers] = parseCsv(csv);
    const mapping = suggestMapping('assets', headers!);
    return Object.fromEntries(Object.entries(mapping).map(([field, at]) => [headers![at], field]));
  };
  expect(fieldsOf(sample)).toEqual({
    Name: 'name',
    'Asset Tag': 'localUID',
    Category: 'type',
    Manufacturer: 'manufacturer',
    Location: 'location',
    Model: 'model',
    'Model Number': 'modelNumber',
    'Checked Out To: Username': 'ownerUserName',
    'Checked Out To: Email': 'ownerEmail',
    'Checked Out To: Location': 'space',
  });
  expect(fieldsOf(bad)).toMatchObject({
    'item Name': 'name',
    'Model name': 'model',
    Serial: 'serialNumber',
    Email: 'ownerEmail',
    Status: 'status',
  });
});

test('a register of another system is refused row by row where it names nobody and nothing, or goes in without', async () => {
  const places = await placesOf(server);
  const { preview, run, refused, exported, assets } = await keeper(places);
  const [headers, ...rows] = parseCsv(sample);
  const at = (name: string) => headers!.indexOf(name);
  const tried = await preview(sample);
  const expected = rows.flatMap((cells, n) => {
    const mail = cells[at('Checked Out To: Email')]!;
    const column = cells[at('Checked Out To: Location')] ? 'Checked Out To: Location' : 'Location';
    const none = mail && `“${mail}” is nobody’s e-mail; add the person first, or leave the owner out`;
    const no = `“${cells[at(column)]!}” is no space; import it first, or leave the place out`;
    return [...(none ? [`${n + 2} Checked Out To: Email: ${none}`] : []), `${n + 2} ${column}: ${no}`];
  });
  expect(plain(tried.errors)).toEqual(expected);
  expect(await refused(sample)).toContain(`Nothing was imported: ${expected.length} rows or cells`);
  expect(await assets()).toEqual([]);

  expect(await preview(sample, without)).toMatchObject({
    create: 22,
    errorCount: 0,
    noticeCount: expected.length,
  });
  expect(await run(sample, { ...without, otherColumns: 'keep' })).toEqual({ create: 22, update: 0, skip: 0 });
  const stored = await assets();
  expect(stored).toHaveLength(22);
  expect(stored[0]).toMatchObject({
    name: 'Backhoe',
    localUID: 'ICC-2065556',
    model: { name: 'Macbook Pro 13"', manufacturer: 'Berge Inc', modelNumber: '1786VM80X07' },
    condition: 'good',
    'Purchase Cost': '2266.13',
    'Purchase Date': '1/23/23',
  });
  const [types] = (
    await server.owner.query<{ count: string }>(
      'SELECT count(*) FROM asset_type WHERE organisation_id = $1 AND name = ANY($2)',
      [places.organisation, rows.map((cells) => cells[at('Category')])],
    )
  ).rows;
  expect(Number(types!.count)).toBe(new Set(rows.map((cells) => cells[at('Category')])).size);
  // Once more: nothing to do, whichever way it is asked.
  const before = await exported();
  expect(await run(sample, { ...without, otherColumns: 'keep' })).toEqual({ create: 0, update: 0, skip: 22 });
  expect(await exported()).toBe(before);
  // An export knows every column of its own.
  const [heads] = parseCsv(before);
  const mapped = new Set(Object.values(suggestMapping('assets', heads!)));
  expect(heads!.filter((_, n) => !mapped.has(n))).toEqual([...onlyExported]);
});

test('people and spaces of the other system are found; with both the owner counts, and that is told', async () => {
  const places = await placesOf(server);
  const { preview, run, assets } = await keeper(places);
  const [headers, ...rows] = parseCsv(sample);
  const at = (name: string) => headers!.indexOf(name);
  const building = await places.building({ name: 'Yard', code: 'Y' });
  const locations = [
    ...new Set(rows.flatMap((cells) => [cells[at('Location')]!, cells[at('Checked Out To: Location')]!])),
  ];
  await importer(places.admin, 'spaces').run(
    csvLine(['room']) +
      locations
        .filter(Boolean)
        .map((name) => csvLine([name]))
        .join(''),
    { building: building.name, floor: '1', type: 'Workstation' },
  );
  const mails = rows.map((cells) => cells[at('Checked Out To: Email')]!).filter(Boolean);
  const csv = `First Name,Last Name,Email\n${mails.map((mail, n) => csvLine([`P${n}`, 'Q', mail])).join('')}`;
  await importer(places.admin, 'people').run(csv);
  const told = await preview(sample);
  expect([told.create, told.errorCount, told.noticeCount]).toEqual([22, 0, mails.length]);
  expect(told.notices![0]).toMatchObject({
    row: 3,
    column: 'Location',
    message: '“Lindgren-Marquardt” is left out: an asset with an owner is where the owner is',
  });
  await run(sample);
  const stored = await assets();
  expect(stored.filter(({ owner }) => owner).map(({ owner }) => owner!.email)).toEqual(mails);
  expect(stored.filter(({ room }) => room)).toHaveLength(22 - mails.length);
  expect(stored.find(({ localUID }) => localUID === 'NNH-3656031')!.room!.name).toBe('Pacocha-Kiehn');
  expect(await run(sample)).toEqual({ create: 0, update: 0, skip: 22 });
});

test('the bad sample: bare line ends, columns twice, another encoding, statuses', async () => {
  const { preview, run, assets } = await keeper(await placesOf(server));
  const [headers, ...rows] = parseCsv(bad);
  const cell = (cells: string[], name: string) => cells[headers!.indexOf(name)]!;
  const tried = await preview(bad);
  expect(plain(tried.errors)).toEqual(
    rows.flatMap((cells, n) => [
      ...(cell(cells, 'Email')
        ? [
            `${n + 2} Email: “${cell(cells, 'Email')}” is nobody’s e-mail; add the person first, or leave the owner out`,
          ]
        : []),
      `${n + 2} Location: “${cell(cells, 'Location')}” is no space; import it first, or leave the place out`,
    ]),
  );
  const keep = { ...without, otherColumns: 'keep' };
  expect(await run(bad, keep)).toEqual({ create: 200, update: 0, skip: 0 });
  const stored = await assets();
  const standing = Object.fromEntries(
    rows.map((cells, n) => [cell(cells, 'Status'), `${stored[n]!.condition} ${stored[n]!.active}`]),
  );
  expect(standing).toEqual({
    '': 'good true',
    'Ready to Deploy': 'good true',
    Undeployable: 'good false',
    Archived: 'good false',
    'Pending Diagnostics': 'damaged true',
    Lost: 'lost true',
  });
  expect(stored[0]).toMatchObject({
    Company: 'Alpha',
    'Company 2': 'Alpha',
    Category: 'quam',
    Warranty: '14',
  });
  expect(await run(bad, keep)).toEqual({ create: 0, update: 0, skip: 200 });
});

test('the same with cells left blank: what cannot be is told by row, the rest goes in once', async () => {
  const { preview, refused, run, assets } = await keeper(await placesOf(server));
  const [headers, ...rows] = parseCsv(bad);
  const at = (name: string) => headers!.indexOf(name);
  const blank = rows.map((cells, n) =>
    cells.map((one, column) => {
      const gone = [
        ['Model name', 10],
        ['Category', 15],
        ['Asset Tag', 3],
        ['Serial', 2],
        ['item Name', 4],
      ] as const;
      return gone.some(([name, every]) => column === at(name) && n % every === 0) ? '' : one;
    }),
  );
  const csvOf = (some: string[][]) => [headers!, ...some].map((cells) => csvLine(cells)).join('');
  const tried = await preview(csvOf(blank), without);
  expect(plain(tried.errors).slice(0, 3)).toEqual(
    [
      '2 Model name: must not be empty',
      '12 Model name: must not be empty',
      '17 Category: must not be empty, for “vestibulum ante ipsum”, “Linkbridge”, “3.74E+14” is no model yet and needs a type',
    ].map((line, n) =>
      n === 2 ? expect.stringMatching(/^17 Category: must not be empty, for .* is no model yet/) : line,
    ),
  );
  const broken = new Set([...rows.keys()].filter((n) => n % 10 === 0 || n % 15 === 0));
  expect(tried.errorCount).toBe(broken.size);
  expect(await refused(csvOf(blank), without)).toContain('Row 2: Model name must not be empty.');
  expect(await assets()).toEqual([]);
  const good = csvOf(blank.filter((_, n) => !broken.has(n)));
  const count = 200 - broken.size;
  expect(await run(good, without)).toEqual({ create: count, update: 0, skip: 0 });
  expect(await run(good, without)).toEqual({ create: 0, update: 0, skip: count });
});

test('models: thousands with a type for all, twice without change, or only of known types', async () => {
  const places = await placesOf(server);
  const { preview, run } = importer(await places.admin.person({ asset: 'MANAGER' }), 'asset-models');
  const csv = sampleOf('asset-models/models.csv');
  const none = await preview(csv);
  expect([none.errorCount, none.errors[0]]).toEqual([
    2984,
    { row: 2, field: 'type', message: 'must not be empty', problem: 'cell' },
  ]);
  expect((await preview(csv, { type: 'Networks', newModelTypes: 'refuse' })).errors[0]).toMatchObject({
    row: 2,
    message: '“Networks” is no type of asset; add it first, or let types be made',
  });
  expect(await run(csv, { type: 'Networks' })).toEqual({ create: 2984, update: 0, skip: 0 });
  expect(await run(csv, { type: 'Networks' })).toEqual({ create: 0, update: 0, skip: 2984 });
  expect(await run(sampleOf('assets-snipeit/models-sample.csv'))).toEqual({ create: 20, update: 0, skip: 0 });
  const changed = 'manufacturer,model,part number,notes,type\n3com,4200g 12 PORT,3CR17660-91,Loud,Networks';
  expect(await run(changed, {})).toEqual({ create: 0, update: 1, skip: 0 });
  const found = await places.admin.call('GET', '/assets/models?search=4200G%2012');
  expect(found.json()).toMatchObject([
    { manufacturer: '3Com', description: 'Loud', type: { name: 'Networks' } },
  ]);
  expect((await preview('model,type\nA,T\na,t')).errors).toMatchObject([
    { row: 3, message: 'is in row 2 already' },
  ]);
});
