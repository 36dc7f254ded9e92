import { z } from 'zod';

/** Answers of both APIs carry times as epoch milliseconds, UTC. */
export const epochMs = z.int();

/** Ids are positive numbers; numeric strings are taken too and answered as numbers. */
export const id = z.union([
  z.int().positive(),
  z
    .string()
    .regex(/^[1-9]\d{0,15}$/)
    .transform(Number),
]);

/** A reference as clients send it. Whatever else a client repeats of the object is ignored. */
export const ref = z.object({ id });
export type Ref = z.infer<typeof ref>;

/** An optional reference: null or {} takes it away, absence leaves it as it is. */
const noReference = { error: 'must be a reference such as {"id": 7}, or null' };
export const refOrNone = z.union(
  [ref, z.null().transform(() => null), z.strictObject({}, noReference).transform(() => null)],
  noReference,
);

/** The documents print some booleans as strings; both are taken, booleans are answered. */
export const bool = z.union([
  z.boolean(),
  z
    .string()
    .regex(/^(true|false)$/i)
    .transform((text) => text.toLowerCase() === 'true'),
]);

/** A text of at most `max` characters; a number becomes its digits. */
export const text = (max: number) =>
  z.union([z.string(), z.number().transform(String)]).pipe(z.string().max(max));

/** A text that must not be missing, empty or blank. */
export const requiredText = (max: number) =>
  text(max).refine((value) => value.trim() !== '', 'must not be empty');

const noNul = (value: string) => !value.includes('\0');
const searchable = (max: number) => z.string().max(max).refine(noNul, 'must not contain a NUL character');

const wholeNumber = z
  .string()
  .trim()
  .regex(/^[+-]?\d{1,15}$/, 'must be a whole number')
  .transform(Number);
const emptyAsAbsent = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => {
    const one: unknown = Array.isArray(value) ? value.at(-1) : value;
    return one === '' ? undefined : one;
  }, schema.optional());

export const MAX_PAGE = 500;

/** Parameters of every list: search, limit (50, clamped to 1..500), startAt, order and the change feed. */
export const listQuery = z.object({
  search: emptyAsAbsent(searchable(200)),
  limit: emptyAsAbsent(wholeNumber).transform((n) => Math.min(Math.max(n ?? 50, 1), MAX_PAGE)),
  startAt: emptyAsAbsent(wholeNumber).transform((n) => Math.max(n ?? 0, 0)),
  orderBy: emptyAsAbsent(z.string()).transform((name) => name ?? 'id'),
  orderByType: emptyAsAbsent(z.string()).transform((way) => (way?.toLowerCase() === 'desc' ? 'desc' : 'asc')),
  /** Epoch time: below 1e11 seconds, otherwise milliseconds; answered as milliseconds. */
  modifiedOrCreatedAfter: emptyAsAbsent(
    z
      .string()
      .trim()
      .regex(/^-?\d{1,15}(\.\d+)?$/, 'must be an epoch time')
      .transform(Number),
  ).transform((n) => (n === undefined || n >= 1e11 ? n : n * 1000)),
});
export type ListQuery = z.output<typeof listQuery>;

/** A filter parameter by id; numeric, one or several separated by commas. */
export const idsFilter = emptyAsAbsent(
  z
    .string()
    .regex(/^\d{1,15}(,\d{1,15})*$/, 'must be an id or ids separated by commas')
    .transform((list) => list.split(',').map(Number)),
);
export const flagFilter = emptyAsAbsent(bool);
/** A number as text, kept within bounds: what lies outside is refused. */
export const numberFilter = (min: number, max: number) =>
  emptyAsAbsent(
    z
      .string()
      .trim()
      .regex(/^[+-]?\d{1,15}(\.\d{1,30})?$/, 'must be a number')
      .transform(Number)
      .pipe(z.number().min(min).max(max)),
  );
/** A moment in epoch milliseconds, of the years 1970 to 9999. */
export const instantFilter = numberFilter(0, 253_402_300_799_999);
export const textFilter = (max: number) => emptyAsAbsent(searchable(max));
export const choiceFilter = <const T extends readonly [string, ...string[]]>(values: T) =>
  emptyAsAbsent(
    z
      .string()
      .transform((list) => list.split(','))
      .pipe(z.array(z.enum(values))),
  );

export const count = z.object({ count: z.int() });
export const removed = z.object({ response: z.literal('Successfully removed') });

export type OneOrMany<T> = { many: boolean; elements: T[] };

/**
 * A body that is one object or an array of them: an array is answered by an array, an object by an object.
 * Not a union, because its errors would not say which element is at fault.
 */
export const oneOrMany = <S extends z.ZodType>(element: S, max: number) =>
  z.unknown().transform((body, context): OneOrMany<z.output<S>> => {
    const many = Array.isArray(body);
    const parsed = z
      .array(element)
      .max(max)
      .safeParse(many ? body : [body]);
    if (parsed.success) return { many, elements: parsed.data };
    for (const { code: _code, path, message } of parsed.error.issues)
      context.addIssue({ code: 'custom', path: many ? path : path.slice(1), message });
    return z.NEVER;
  });
