import { invalid } from './app-error.ts';

/** The most that one record's unknown attributes may take as JSON, so that a page of 500 can be answered. */
const MAX_CHARACTERS = 200_000;

/** Attributes that every record has and that no client writes. */
const reserved = new Set(['id', 'dateCreated', 'dateUpdated']);

/** What the unknown attributes of a request ask of a record: these to be set, those to be taken away. */
export type OpenAttributes = { set: Record<string, unknown>; unset: string[] };

/**
 * The attributes of a body that the product has no column for. They are kept as they came; null takes one
 * away. @param known names that have a column
 * @throws 400 naming the longest attribute when together they are too long
 */
export function openAttributes(body: Record<string, unknown>, known: readonly string[]): OpenAttributes {
  const others = Object.entries(body).filter(
    ([name, value]) => value !== undefined && !reserved.has(name) && !known.includes(name),
  );
  const sizes = others.map(([name, value]) => [name, name.length + JSON.stringify(value).length] as const);
  if (sizes.reduce((sum, [, size]) => sum + size, 0) > MAX_CHARACTERS) {
    const [longest] = sizes.toSorted((a, b) => b[1] - a[1])[0]!;
    throw invalid(longest, `is too long: such attributes may have ${MAX_CHARACTERS} characters in all`);
  }
  return {
    set: Object.fromEntries(others.filter(([, value]) => value !== null)),
    unset: others.filter(([, value]) => value === null).map(([name]) => name),
  };
}

/** SQL: `column` with the attributes of parameter `set` (jsonb) put in and those of `unset` (text[]) taken out. */
export const mergedAttributes = (column: string, set: string, unset: string) =>
  `(${column} || ${set}::jsonb) - ${unset}::text[]`;
