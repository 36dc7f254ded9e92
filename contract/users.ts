import { z } from 'zod';
import { languages } from './languages.ts';
import {
  bool,
  epochMs,
  flagFilter,
  id,
  idsFilter,
  listQuery,
  ref,
  refOrNone,
  requiredText,
  text,
  textFilter,
} from './wire.ts';

export const roles = ['ADMINISTRATOR', 'MANAGER', 'OPERATOR', 'TECHNICIAN', 'CUSTOMER'] as const;
export const role = z.enum(roles);
export type Role = z.infer<typeof role>;

export const modules = ['mail', 'copy', 'move', 'reservation', 'maintenance', 'asset'] as const;
export const center = z.object({ id: z.int(), name: z.string(), module: z.enum(modules), code: z.string() });
export type Center = z.infer<typeof center>;

export const permission = z.object({ role, center: center.partial({ module: true, code: true }) });
export type Permission = z.infer<typeof permission>;

/** PUT /users/{id}/permissions: the whole set; roles in any case of letters. */
export const permissionSet = z.array(
  z.object({
    role: z.preprocess((value) => (typeof value === 'string' ? value.toUpperCase() : value), role),
    center: z.object({ id }),
  }),
);

const named = z.object({ id: z.int(), name: z.string() });
export const userType = named.extend({
  dateCreated: epochMs.optional(),
  dateUpdated: epochMs.optional(),
  fields: z.array(z.object({ id: z.int(), code: z.string(), name: z.string() })).optional(),
});

/** A person as other records show them. */
export const userShort = z.object({
  id: z.int(),
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  userName: z.string(),
  email: z.string(),
  userType,
});
export type UserShort = z.infer<typeof userShort>;

export const attachment = z.object({
  id: z.int(),
  name: z.string(),
  fileName: z.string(),
  description: z.string(),
  /** Relative to the site; answers the image to signed-in users of the organisation only. */
  downloadURL: z.string(),
  image: z.boolean(),
  storageId: z.int(),
  storedFile: z.object({ id: z.int() }),
  dateCreated: epochMs,
});
export type Attachment = z.infer<typeof attachment>;

const optionalTexts = {
  phone: z.string().optional(),
  extension: z.string().optional(),
  mobile: z.string().optional(),
  fax: z.string().optional(),
  employeeId: z.string().optional(),
  jobTitle: z.string().optional(),
  department: z.string().optional(),
  company: z.string().optional(),
  knownAs: z.string().optional(),
  comments: z.string().optional(),
};

/** A person as the user endpoints answer. `room` and `costCenter` are {} when there is none. */
export const user = userShort.extend({
  ...optionalTexts,
  color: z.string(),
  floorWarden: z.boolean(),
  specialNeeds: z.boolean(),
  siteAdmin: z.boolean(),
  dateCreated: epochMs,
  dateUpdated: epochMs,
  mailStop: named.optional(),
  room: z.looseObject({}),
  costCenter: z.looseObject({}),
  /** Items of the categories besides the default; their names stand under `costCenter<n>` too. */
  costCenters: z.array(z.looseObject({ id: z.int(), name: z.string() })).optional(),
  defaultVisitorCenter: named.optional(),
  manager: userShort.partial().optional(),
  image: attachment.optional(),
});
export type User = z.infer<typeof user>;

/** GET /users/me: the caller, and what the dashboard needs to show the right rooms at once. */
export const me = user.extend({
  /** The language chosen for the dashboard and letters; null: the browser's. */
  language: z.enum(languages).nullable(),
  timeZone: z.string(),
  organisation: named.extend({ timeZone: z.string(), features: z.array(z.string()) }),
  permissions: z.array(z.object({ role, center })),
  /** A site administrator, who has not put the guide for a new organisation away. */
  guide: z.boolean(),
  demo: z.boolean(),
});
export type Me = z.infer<typeof me>;

export const email = requiredText(254).pipe(
  z.string().regex(/^[^\s@]+@[^\s@]+$/u, 'must be an e-mail address, such as name@example.com'),
);
/** Long enough to withstand guessing; no rules of composition, as NIST SP 800-63B advises. */
export const PASSWORD_MIN = 8;
export const password = z
  .string()
  .min(PASSWORD_MIN, `must have at least ${PASSWORD_MIN} characters`)
  .max(1000);

const profileTexts = {
  phone: text(100).nullish(),
  extension: text(100).nullish(),
  mobile: text(100).nullish(),
  fax: text(100).nullish(),
  employeeId: text(100).nullish(),
  jobTitle: text(200).nullish(),
  department: text(200).nullish(),
  company: text(200).nullish(),
  knownAs: text(200).nullish(),
  comments: text(4000).nullish(),
};
const profile = {
  ...profileTexts,
  /** Of the dashboard and of letters; null: the browser's. */
  language: z.enum(languages, `must be one of ${languages.join(', ')}`).nullish(),
  userName: requiredText(200).optional(),
  floorWarden: bool.optional(),
  specialNeeds: bool.optional(),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'must look like #rrggbb')
    .optional(),
  userType: refOrNone.optional(),
  room: refOrNone.optional(),
  mailStop: refOrNone.optional(),
  manager: refOrNone.optional(),
  defaultVisitorCenter: refOrNone.optional(),
  /** The item of the default category, and all items of the other categories. */
  costCenter: refOrNone.optional(),
  costCenters: z.array(ref).max(500).nullish(),
};
export const userCreate = z.object({
  firstName: requiredText(200),
  lastName: requiredText(200),
  email,
  ...profile,
});
export type UserCreate = z.infer<typeof userCreate>;
export const userEdit = z.object({
  id: id.optional(),
  firstName: requiredText(200).optional(),
  lastName: requiredText(200).optional(),
  email: email.optional(),
  password: password.optional(),
  ...profile,
});
export type UserEdit = z.infer<typeof userEdit>;

/** POST /users/{id}/attachAvatar: base64 or a data: URL of a PNG, JPEG, WebP or GIF. */
export const avatarUpload = z.object({
  image: z.string().min(1, 'must not be empty'),
  fileName: requiredText(300),
});

export const userQuery = listQuery.extend({
  centerId: idsFilter,
  role: textFilter(40),
  userTypeId: idsFilter,
  siteAdmin: flagFilter,
  hasRoom: flagFilter,
  /** Who sits in one of these rooms. */
  roomId: idsFilter,
  hasDefaultVisitorCenter: flagFilter,
  /** These people, in the order that is asked for. */
  userId: idsFilter,
  /** Beside the documents' `search`: every word somewhere in name, e-mail, ids, space or mail stop. */
  find: textFilter(200),
});
export type UserQuery = z.output<typeof userQuery>;

/** "true" when the name is free: a string, as the document prints it. */
export const userNameAvailability = z.object({ available: z.enum(['true', 'false']) });

/** GET /users/me/supportAuth */
export const supportAuth = z.object({ server: z.string(), authToken: z.string() });
export type SupportAuth = z.infer<typeof supportAuth>;
/** GET /users/me/reportAuth */
export const reportAuth = supportAuth.extend({ orgId: z.string(), username: z.string() });
export type ReportAuth = z.infer<typeof reportAuth>;
