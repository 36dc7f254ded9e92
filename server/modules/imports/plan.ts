import type { z } from 'zod';
import type { ImportError, ImportProblem } from '#contract/imports.ts';
import type { Tx } from '#server/lib/database.ts';
import type { SheetRow } from './sheet.ts';

/** Columns of a table and their values. */
export type Columns = Record<string, unknown>;
/** What an import of any kind will write, and what keeps it from that. */
export type Planned = {
  inserts: readonly unknown[];
  updates: readonly unknown[];
  skip: number;
  errors: ImportError[];
  /** What goes in otherwise than the file says it. */
  notices?: ImportError[];
};
/** The same of rows of one table. */
export type Plan = Omit<Planned, 'inserts' | 'updates'> & {
  table: 'app_user' | 'building' | 'room';
  inserts: Columns[];
  updates: (Columns & { id: number })[];
};
export type Existing = 'update' | 'skip';

/** Collects errors under the row and field they belong to. */
export const problems = () => {
  const errors: ImportError[] = [];
  const add = (
    row: number,
    field: string | undefined,
    message: string,
    more: { problem?: ImportProblem; rows?: number[]; booking?: number } = {},
  ) => {
    errors.push({ row, ...(field !== undefined && { field }), message, problem: 'cell', ...more });
    return undefined;
  };
  return { errors, add };
};
export type Problems = ReturnType<typeof problems>;

/** The row's values as the schema has them; undefined when it has a problem, which is then written down. */
export function parseRow<S extends z.ZodType>(
  schema: S,
  { row, values }: SheetRow,
  found: Problems,
): z.output<S> | undefined {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0] ?? '');
    found.add(row, field, Object.hasOwn(values, field) ? message : 'must not be empty');
  }
  return undefined;
}

/** The texts as the database compares them, in one call. */
export async function foldAll(
  tx: Tx,
  texts: readonly (string | undefined)[],
): Promise<(string | undefined)[]> {
  const [row] = await tx.query<{ folded: (string | null)[] }>(
    `SELECT ARRAY(SELECT fold(t) FROM unnest($1::text[]) WITH ORDINALITY AS given(t, nth) ORDER BY nth) AS folded`,
    [texts.map((text) => text ?? null)],
  );
  return row!.folded.map((text) => text ?? undefined);
}

/** By key; several records under one key are all kept, so that the doubt can be told. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string | number | null | undefined) {
  const groups = new Map<string | number, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null || key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Adds a row to what will be written: new, changed in these columns, or as it was. */
export function settle(
  plan: Plan,
  known: (Columns & { id: number }) | undefined,
  columns: Columns,
  existing: Existing,
) {
  if (!known) return void plan.inserts.push(columns);
  const same = Object.entries(columns).every(([name, value]) => known[name] === value);
  if (same || existing === 'skip') plan.skip += 1;
  // Every column that any row writes, so that all rows fit one statement.
  else plan.updates.push({ ...known, ...columns });
}
