import { z } from 'zod';

export const importKinds = ['people', 'buildings', 'spaces'] as const;
export type ImportKind = (typeof importKinds)[number];

type Field = {
  name: string;
  required?: true;
  /** Other headers it goes by, without spaces and case. */ also: readonly string[];
};
/** What a column can be mapped to. A password is not among them, and never will be. */
export const importFields: Record<ImportKind, readonly Field[]> = {
  people: [
    { name: 'firstName', required: true, also: ['givenname', 'forename', 'vorname'] },
    { name: 'lastName', required: true, also: ['surname', 'familyname', 'nachname'] },
    { name: 'email', required: true, also: ['emailaddress', 'mail', 'workemail'] },
    { name: 'employeeId', also: ['employeenumber', 'personnelnumber', 'badge', 'staffid'] },
    { name: 'jobTitle', also: ['title', 'position', 'role'] },
    { name: 'department', also: ['team', 'unit', 'division'] },
    { name: 'company', also: ['organisation', 'organization', 'employer'] },
    { name: 'knownAs', also: ['nickname', 'preferredname'] },
    { name: 'phone', also: ['telephone', 'phonenumber', 'workphone'] },
    { name: 'extension', also: ['ext'] },
    { name: 'mobile', also: ['cell', 'mobilephone', 'cellphone'] },
    { name: 'comments', also: ['notes', 'remarks'] },
    {
      name: 'manager',
      also: ['manageremail', 'managerid', 'manageremployeeid', 'reportsto', 'supervisor', 'linemanager'],
    },
    { name: 'building', also: ['buildingname', 'buildingcode'] },
    { name: 'floor', also: ['floorname', 'storey'] },
    { name: 'space', also: ['spacename', 'room', 'roomname', 'roomnumber', 'desk'] },
    { name: 'spaceId', also: ['roomid'] },
    { name: 'costCenter', also: ['costcentre', 'costcentercode', 'costcentrecode'] },
    { name: 'mailStop', also: ['mailstopname'] },
  ],
  buildings: [
    {
      name: 'name',
      required: true,
      also: ['building', 'buildingname', 'assetname', 'realpropertyassetname'],
    },
    { name: 'code', also: ['buildingcode', 'locationcode', 'id', 'buildingid'] },
    { name: 'street', also: ['address', 'streetaddress', 'addressline1'] },
    { name: 'city', also: ['town'] },
    { name: 'postalCode', also: ['zip', 'zipcode', 'postcode'] },
    { name: 'state', also: ['province', 'region', 'statecode'] },
    { name: 'country', also: ['countrycode', 'isocode'] },
    { name: 'latitude', also: ['lat'] },
    { name: 'longitude', also: ['long', 'lon', 'lng'] },
    { name: 'timeZone', also: ['timezone', 'tz'] },
  ],
  spaces: [
    { name: 'building', required: true, also: ['buildingname', 'buildingcode'] },
    { name: 'floor', required: true, also: ['floorname', 'level', 'storey'] },
    { name: 'name', required: true, also: ['space', 'room', 'code', 'roomname', 'spacename', 'roomnumber'] },
    { name: 'type', required: true, also: ['roomtype', 'spacetype', 'category'] },
    { name: 'capacity', also: ['seats', 'size', 'maxoccupancy'] },
    { name: 'description', also: ['notes', 'label'] },
    { name: 'reservable', also: ['bookable'] },
  ],
};

const plain = (header: string) => header.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Which column is probably which field, by its header; each column at most once. */
export function suggestMapping(kind: ImportKind, headers: readonly string[]): Record<string, number> {
  const names = headers.map(plain);
  const mapping: Record<string, number> = {};
  const taken = new Set<number>();
  // What bears a field's own name comes before what only sounds like another.
  for (const own of [true, false])
    for (const { name, also } of importFields[kind]) {
      if (Object.hasOwn(mapping, name)) continue;
      const at = names.findIndex(
        (header, n) => !taken.has(n) && (own ? header === plain(name) : also.includes(header)),
      );
      if (at === -1) continue;
      mapping[name] = at;
      taken.add(at);
    }
  return mapping;
}

/** What is written well within the time that a browser waits, while the organisation's other writers wait too. */
export const MAX_IMPORT_ROWS = 20_000;

/** POST /imports/{kind}/preview and POST /imports/{kind}; the whole body at most 20 MB. */
export const importRequest = z.object({
  /** The file as text, its first record the headers. */
  csv: z.string().min(1, 'must not be empty'),
  /** Field → column, counted from 0. By the headers when left out. */
  mapping: z.record(z.string().max(40), z.int().min(0).max(999)).optional(),
  options: z
    .object({
      /** What is there already takes over what the file says, or is left alone. */
      existing: z.enum(['update', 'skip']).default('update'),
      /** Field → what holds where it has no column, or the cell is empty. */
      defaults: z.record(z.string().max(40), z.string().max(300)).default({}),
    })
    .default({ existing: 'update', defaults: {} }),
});
export type ImportRequest = z.input<typeof importRequest>;
export type ImportOrder = z.output<typeof importRequest>;

/** `row` as a spreadsheet counts, the headers being row 1; `column` is the header. */
export const importError = z.object({
  row: z.int(),
  field: z.string().optional(),
  column: z.string().optional(),
  message: z.string(),
});
export type ImportError = z.infer<typeof importError>;

export const importCounts = z.object({
  create: z.int(),
  update: z.int(),
  /** There already and as the file says, or to be left alone. */
  skip: z.int(),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** More are counted, not listed. */
export const MAX_IMPORT_ERRORS = 1000;
/** What an import would do. Nothing has been written; with any error nothing would be. */
export const importPreview = importCounts.extend({
  rows: z.int(),
  /** The columns of the file with their first values. */
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  mapping: z.record(z.string(), z.int()),
  errors: z.array(importError),
  errorCount: z.int(),
});
export type ImportPreview = z.infer<typeof importPreview>;
