/** JSON schema, as far as the API's document uses it. */
export type Schema = {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  minimum?: number;
  minItems?: number;
  exclusiveMinimum?: number;
};
export type Step = string | number;
export type Place = readonly Step[];

const isNumber = ({ type, anyOf }: Schema): boolean => type === 'integer' || (anyOf?.some(isNumber) ?? false);
const isIdName = (key: Step | undefined) => typeof key === 'string' && /^id$|Ids?$/.test(key);
const lastName = (place: Place) => place.findLast((step) => typeof step === 'string');

/** Where ids may stand in what the schema takes: `['stops', 0, 'id']`. */
export function idsOfSchema(schema: Schema, at: Place = []): Place[] {
  if (isIdName(lastName(at)) && isNumber(schema)) return [at];
  return [
    ...(schema.anyOf ?? []).flatMap((one) => idsOfSchema(one, at)),
    ...(schema.items ? idsOfSchema(schema.items, [...at, 0]) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) => idsOfSchema(one, [...at, key])),
  ];
}

/** Where ids stand in a body. */
export function idsOfBody(body: unknown, at: Place = []): Place[] {
  if (typeof body === 'number' && isIdName(lastName(at))) return [at];
  if (Array.isArray(body)) return body.flatMap((one, n) => idsOfBody(one, [...at, n]));
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, one]) => idsOfBody(one, [...at, key]));
}

/** What an id is called by what holds it: `stops` for `['stops', 0, 'id']`, '' for `[0, 'id']`. */
export function nameOfId(place: Place): string {
  const own = String(lastName(place));
  if (own !== 'id') return own.replace(/Ids?$/, '');
  return String(place.findLast((step) => typeof step === 'string' && step !== 'id') ?? '');
}

/** The least that the schema takes; ids in it are 0, and texts end in # where a number makes them unlike others. */
export function leastOf(schema: Schema): unknown {
  if (schema.anyOf) return leastOf(schema.anyOf[0]!);
  if (schema.enum) return schema.enum[0];
  if (schema.const !== undefined) return schema.const;
  const type = [schema.type].flat()[0];
  if (type === 'array') return schema.minItems ? [leastOf(schema.items ?? {})] : [];
  if (type === 'object') {
    const needed = (schema.required ?? []).map((key) => [key, leastOf(schema.properties![key]!)] as const);
    return Object.fromEntries(needed);
  }
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0;
  if (type === 'boolean') return false;
  return type === 'string' ? 'A#' : null;
}

/** The body with another value at the place; what holds it is made where it is missing. */
export function withValue(body: unknown, [step, ...rest]: Place, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(body) ? [...(body as unknown[])] : [];
    list[step] = withValue(list[step], rest, value);
    return list;
  }
  const holder = (body ?? {}) as Record<string, unknown>;
  return { ...holder, [step]: withValue(holder[step], rest, value) };
}
