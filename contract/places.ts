import { z } from 'zod';
import {
  bool,
  epochMs,
  flagFilter,
  id,
  idsFilter,
  instantFilter,
  listQuery,
  numberFilter,
  ref,
  refOrNone,
  requiredText,
  text,
  textFilter,
} from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });
const dates = { dateCreated: epochMs, dateUpdated: epochMs };

export const country = named.extend({
  defaultSelected: z.boolean(),
  alpha2Code: z.string(),
  isoCode: z.string(),
  subdivisionCategoryName: z.string(),
});
export type Country = z.infer<typeof country>;
const none = z.strictObject({});

/** A subdivision of a country; `country` is {} for the state “Other”. */
export const state = named.extend({
  code: z.string(),
  defaultSelected: z.boolean(),
  categoryName: z.string().optional(),
  country: z.union([country, none]),
});
export type State = z.infer<typeof state>;

export const address = z.object({
  street: z.string(),
  city: z.string(),
  postalCode: z.string(),
  state: z.union([state, none]),
  country: z.union([country, none]),
});
export type Address = z.infer<typeof address>;

/** Degrees, WGS 84. */
export const location = z.object({ latitude: z.number(), longitude: z.number() });

export const building = named.extend({
  code: z.string().optional(),
  metric: z.boolean(),
  address,
  location: z.union([location, none]),
  /** IANA name; without one the organisation's zone holds. */
  timeZone: z.string().optional(),
  ...dates,
});
export type Building = z.infer<typeof building>;

export const floor = named.extend({
  building,
  area: z.number(),
  /** Storeys above the ground; orders the floors of a building. */
  level: z.int().optional(),
  drawingAvailable: z.boolean(),
  ...dates,
});
export type Floor = z.infer<typeof floor>;

/** `hexColor` bears no #; `color` is {} as in the documents. */
export const roomType = named.extend({
  sortOrder: z.int(),
  hexColor: z.string(),
  color: none,
  occupiable: z.boolean(),
  parkingSpace: z.boolean(),
  ...dates,
});
export type RoomType = z.infer<typeof roomType>;

/** A space; the published API keeps the word room. */
export const room = named.extend({
  description: z.string(),
  reservable: z.boolean(),
  capacity: z.int().optional(),
  type: roomType,
  mailStop: named.optional(),
  /** Items of any categories. */
  costCenters: z.array(named.extend({ code: z.string(), category: named.extend({ code: z.string() }) })),
  floor,
  ...dates,
});
export type Room = z.infer<typeof room>;

/** What goes with a place that is removed; of a type of room, what bears it and stays. */
export const placeContents = z.object({
  floors: z.int(),
  rooms: z.int(),
  /** People who sit in it. */
  people: z.int(),
  /** Bookings that have not ended and that nobody has checked in to. */
  bookings: z.int(),
});
export type PlaceContents = z.infer<typeof placeContents>;

const NO_LOOK_UP = { error: 'must be a reference such as {"id": 7} or {"code": "TX"}, or null' };
const lookedUp = <const Key extends string>(...keys: Key[]) =>
  z.union(
    [
      ref,
      z.null().transform(() => null),
      none.transform(() => null),
      ...keys.map((key) =>
        z
          .object({ id: z.undefined().optional(), [key]: requiredText(100) })
          .transform((given) => ({ code: String((given as Record<string, unknown>)[key]) })),
      ),
    ],
    NO_LOOK_UP,
  );

/** A country by id or ISO code, a state by id or by its code in the country; what is absent stays. */
export const addressEdit = z.object({
  street: text(500).nullish(),
  city: text(200).nullish(),
  postalCode: text(50).nullish(),
  state: lookedUp('code').optional(),
  country: lookedUp('alpha2Code', 'isoCode').optional(),
});
export type AddressEdit = z.infer<typeof addressEdit>;

const within = (least: number, most: number) => `must be a number from ${least} to ${most}`;
const numberWithin = (least: number, most: number) => {
  const error = within(least, most);
  return z.number(error).min(least, error).max(most, error);
};
const wholeWithin = (least: number, most: number) => {
  const error = within(least, most).replace('a number', 'a whole number');
  return z.int(error).min(least, error).max(most, error);
};

const locationEdit = z.object({
  latitude: numberWithin(-90, 90).optional(),
  longitude: numberWithin(-180, 180).optional(),
});

const buildingFields = {
  name: requiredText(300),
  code: text(100).nullish(),
  metric: bool.optional(),
  timeZone: text(100).nullish(),
  address: addressEdit.nullish(),
  location: locationEdit.nullish(),
};
export const buildingCreate = z.object(buildingFields);
export const buildingEdit = z.object({
  ...buildingFields,
  id: id.optional(),
  name: buildingFields.name.optional(),
});
export type BuildingEdit = z.infer<typeof buildingEdit>;

const floorFields = {
  name: requiredText(300),
  building: ref,
  area: numberWithin(0, 1e12).optional(),
  level: wholeWithin(-1000, 1000).nullish(),
};
export const floorCreate = z.object(floorFields);
export const floorEdit = z.object({
  ...floorFields,
  id: id.optional(),
  name: floorFields.name.optional(),
  building: ref.optional(),
});
export type FloorEdit = z.infer<typeof floorEdit>;

const roomFields = {
  name: requiredText(300),
  floor: ref,
  type: ref,
  description: text(4000).nullish(),
  reservable: bool.optional(),
  capacity: wholeWithin(0, 1_000_000).nullish(),
  mailStop: refOrNone.optional(),
  /** All of them; null or [] takes them away. */
  costCenters: z.array(ref).max(500).nullish(),
};
export const roomCreate = z.object(roomFields);
export const roomEdit = z.object({
  ...roomFields,
  id: id.optional(),
  name: roomFields.name.optional(),
  floor: ref.optional(),
  type: ref.optional(),
});
export type RoomEdit = z.infer<typeof roomEdit>;

const roomTypeFields = {
  name: requiredText(200),
  sortOrder: wholeWithin(0, 1_000_000).optional(),
  hexColor: z
    .string()
    .regex(/^#?[0-9a-f]{6}$/i, 'must look like 33cc99')
    .transform((color) => color.replace('#', '').toLowerCase())
    .optional(),
  occupiable: bool.optional(),
  parkingSpace: bool.optional(),
};
export const roomTypeCreate = z.object(roomTypeFields);
export const roomTypeEdit = z.object({
  ...roomTypeFields,
  id: id.optional(),
  name: roomTypeFields.name.optional(),
});
export type RoomTypeEdit = z.infer<typeof roomTypeEdit>;

const reservableFlags = { includeReservable: flagFilter, includeNonReservable: flagFilter };
const kindFlags = {
  includeOccupiable: flagFilter,
  includeNonOccupiable: flagFilter,
  includeParking: flagFilter,
};
const whereabouts = {
  /** Every word must be in the address, name or code of the building. */
  locationSearch: textFilter(200),
  /** With nearLongitude: within 50 miles of the point. One of them alone says nothing. */
  nearLatitude: numberFilter(-90, 90),
  nearLongitude: numberFilter(-180, 180),
};

export const buildingQuery = listQuery.extend({
  ...reservableFlags,
  ...whereabouts,
  country: idsFilter,
  city: textFilter(200),
});
export type BuildingQuery = z.output<typeof buildingQuery>;

export const floorQuery = listQuery.extend({ buildingId: idsFilter });
export type FloorQuery = z.output<typeof floorQuery>;

export const roomQuery = listQuery.extend({
  ...reservableFlags,
  ...kindFlags,
  ...whereabouts,
  /** With endDate: only rooms that are free all the time between them (epoch ms, half-open). */
  startDate: instantFilter,
  endDate: instantFilter,
  numberOfPeople: numberFilter(0, 1e9),
  /** Ignored beside floorId. */
  buildingId: idsFilter,
  floorId: idsFilter,
  type: idsFilter,
  mailStop: idsFilter,
});
export type RoomQuery = z.output<typeof roomQuery>;

export const roomTypeQuery = listQuery.extend({ ...reservableFlags, ...kindFlags });
export type RoomTypeQuery = z.output<typeof roomTypeQuery>;
