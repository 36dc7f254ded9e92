import { z } from 'zod';
import { assetFields, modelFields } from './imports-assets.ts';

export const importKinds = [
  'people',
  'buildings',
  'spaces',
  'bookings',
  'service-requests',
  'asset-models',
  'assets',
] as const;
export type ImportKind = (typeof importKinds)[number];
/** Kinds whose rows stand each for itself: those with a problem are left out and told, the rest is written. */
export const leavesOut: Record<ImportKind, boolean> = {
  people: false,
  buildings: false,
  spaces: false,
  bookings: true,
  'service-requests': true,
  'asset-models': false,
  assets: false,
};
/** Kinds whose long files are written part by part, and how many rows a part has. */
export const partRows: Partial<Record<ImportKind, number>> = { 'service-requests': 1000, assets: 5000 };

export type ImportField = {
  name: string;
  required?: true;
  /** Other headers it goes by, without spaces and case. */
  also: readonly string[];
  /** Says how the whole file is meant: one of these, the first unless said otherwise. It has no column. */
  choices?: readonly string[];
  /** What is typed where it has no column is a date. */
  date?: true;
};
/** Which of 03/04/2027 is the day; how weekdays are numbered. */
export const dateOrders = ['as-in-file', 'day-first', 'month-first'] as const;
export const weekdayNumbers = ['monday-1', 'monday-0', 'sunday-1'] as const;
/** Whether a type of request that is not there yet is made. */
export const newTypes = ['create', 'known-only'] as const;
/** What a column can be mapped to. A password is not among them, and never will be. */
export const importFields: Record<ImportKind, readonly ImportField[]> = {
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
    { name: 'reservable', also: ['bookable', 'maybebooked'] },
  ],
  bookings: [
    { name: 'building', required: true, also: ['buildingname', 'buildingcode', 'campus'] },
    { name: 'floor', also: ['floorname', 'storey'] },
    {
      name: 'space',
      required: true,
      also: ['room', 'spacename', 'roomname', 'roomnumber', 'desk', 'location'],
    },
    { name: 'start', required: true, also: ['starttime', 'startdate', 'starts', 'begin', 'from', 'since'] },
    { name: 'end', required: true, also: ['endtime', 'enddate', 'ends', 'until', 'to'] },
    { name: 'date', also: ['day'] },
    { name: 'weekday', also: ['dayofweek', 'weekdayname'] },
    { name: 'weeksFrom', also: ['weekbeginning', 'termstart'], date: true },
    { name: 'weeksUntil', also: ['termend'], date: true },
    { name: 'person', also: ['email', 'employeeid', 'organiser', 'organizer', 'bookedby', 'user'] },
    { name: 'title', also: ['name', 'subject', 'course', 'event', 'summary'] },
    { name: 'notes', also: ['description', 'comments', 'remarks'] },
    { name: 'numberOfPeople', also: ['people', 'attendees', 'participants'] },
    { name: 'dateOrder', also: [], choices: dateOrders },
    { name: 'weekdayNumbers', also: [], choices: weekdayNumbers },
  ],
  'service-requests': [
    {
      name: 'externalId',
      required: true,
      also: ['uniquekey', 'caseenquiryid', 'id', 'ticketid', 'ticketnumber', 'ticket', 'requestid', 'caseid'],
    },
    {
      name: 'opened',
      required: true,
      also: ['createddate', 'opendt', 'openeddate', 'dateopened', 'created', 'datecreated', 'createdat'],
    },
    { name: 'closed', also: ['closeddate', 'closeddt', 'dateclosed', 'closedat', 'resolved', 'completed'] },
    {
      name: 'updated',
      also: ['resolutionactionupdateddate', 'updateddate', 'updatedat', 'lastupdated', 'dateupdated'],
    },
    { name: 'target', also: ['targetdt', 'duedate', 'due', 'targetdate', 'slatargetdt', 'daterequired'] },
    { name: 'status', also: ['casestatus', 'requeststatus'] },
    { name: 'category', also: ['subject', 'agencyname', 'servicecategory'] },
    { name: 'product', also: ['complainttype', 'reason', 'service', 'subcategory'] },
    { name: 'type', also: ['descriptor', 'requesttype', 'issuetype', 'problem'] },
    { name: 'priority', also: ['urgency', 'severity'] },
    { name: 'description', also: ['casetitle', 'title', 'summary', 'details'] },
    {
      name: 'notes',
      also: ['statusnotes', 'resolutiondescription', 'closurereason', 'resolution', 'comments'],
    },
    { name: 'place', also: ['incidentaddress', 'address', 'location', 'site', 'locationstreetname'] },
    { name: 'agency', also: ['agencyname', 'department', 'queue', 'team', 'assignedto'] },
    { name: 'building', required: true, also: ['buildingname', 'buildingcode'] },
    { name: 'floor', also: ['floorname', 'storey'] },
    { name: 'space', required: true, also: ['room', 'roomname', 'roomnumber', 'spacename'] },
    { name: 'person', also: ['requester', 'requestedby', 'requesteremail', 'email', 'employeeid'] },
    { name: 'system', also: [] },
    { name: 'timeZone', also: ['timezone', 'tz'] },
    { name: 'newTypes', also: [], choices: newTypes },
    { name: 'dateOrder', also: [], choices: dateOrders },
  ],
  'asset-models': modelFields,
  assets: assetFields,
};

const plain = (header: string) => header.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** Which column is probably which field, by its header; each column at most once. */
export function suggestMapping(kind: ImportKind, headers: readonly string[]): Record<string, number> {
  const names = headers.map(plain);
  const mapping: Record<string, number> = {};
  const taken = new Set<number>();
  // What bears a field's own name comes before what only sounds like another.
  for (const own of [true, false])
    for (const { name, also, choices } of importFields[kind]) {
      if (choices || Object.hasOwn(mapping, name)) continue;
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
/** Of files of assets, which are written in parts. */
export const MAX_IMPORT_ASSETS = 100_000;
export const mostRows = (kind: ImportKind): number =>
  kind === 'assets' ? MAX_IMPORT_ASSETS : MAX_IMPORT_ROWS;

/** POST /imports/{kind}/preview and POST /imports/{kind}; the whole body at most 20 MB. */
export const importRequest = z.object({
  /** The file as text, its first record the headers. */
  csv: z.string().min(1, 'must not be empty'),
  /** Of service requests and assets: these rows alone, counted from 0, so that a long file is written part by part. */
  part: z
    .object({ from: z.int().min(0).max(MAX_IMPORT_ASSETS), count: z.int().min(1).max(MAX_IMPORT_ROWS) })
    .optional(),
  /** Field → column, counted from 0. Left out: as for the last file with these headers, else by the headers. */
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

/** A row of a timetable is a booking each week. */
export const MAX_IMPORT_BOOKINGS = 20_000;

/**
 * What kind of trouble: a cell that cannot be read, a name of nothing that there is, the same as an earlier row, a time
 * that another row has, a time that is booked.
 */
export const importProblems = ['cell', 'unknown', 'repeat', 'overlap', 'booked'] as const;
export type ImportProblem = (typeof importProblems)[number];

/** `row` as a spreadsheet counts, the headers being row 1; `column` is the header. */
export const importError = z.object({
  row: z.int(),
  field: z.string().optional(),
  column: z.string().optional(),
  message: z.string(),
  problem: z.enum(importProblems).optional(),
  /** The rows it collides with, 50 at most. */
  rows: z.array(z.int()).optional(),
  /** The booking that it collides with. */
  booking: z.int().optional(),
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
export const MAX_IMPORT_ERRORS = 10_000;
const told = { errors: z.array(importError), errorCount: z.int() };
/** What was written and, of kinds that leave rows out, what was not. */
export const importResult = importCounts.extend(z.object(told).partial().shape);
export type ImportResult = z.infer<typeof importResult>;
/** What an import would do. Nothing has been written; with any error nothing would be, unless the kind leaves rows out. */
export const importPreview = importCounts.extend({
  rows: z.int(),
  /** The columns of the file with their first values. */
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  mapping: z.record(z.string(), z.int()),
  /** The values that were chosen for the last file with these headers. */
  defaults: z.record(z.string(), z.string()).optional(),
  ...told,
  /** What is brought in otherwise than the file says it, such as an asset without the space that is not there. */
  notices: z.array(importError).optional(),
  noticeCount: z.int().optional(),
});
export type ImportPreview = z.infer<typeof importPreview>;
