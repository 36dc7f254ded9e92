import type { ImportResult } from '#contract/imports.ts';

export type Progress = { rows: number; result: ImportResult };

const added = (a: ImportResult, b: ImportResult): ImportResult => ({
  create: a.create + b.create,
  update: a.update + b.update,
  skip: a.skip + b.skip,
  errors: [...(a.errors ?? []), ...(b.errors ?? [])],
  errorCount: (a.errorCount ?? 0) + (b.errorCount ?? 0),
});

/**
 * Writes a file part by part, each as a whole or not at all, and says after each how far it is. `before`: what an
 * earlier run had written when it broke off; it goes on behind it. `part`: so many rows, few enough for some seconds.
 */
export async function inParts(
  rows: number,
  part: number,
  write: (from: number, count: number) => Promise<ImportResult>,
  onProgress: (progress: Progress) => void,
  before: Progress = { rows: 0, result: { create: 0, update: 0, skip: 0 } },
): Promise<ImportResult> {
  let { rows: from, result } = before;
  while (from < rows) {
    // One after the other: an organisation's writers wait for each other anyway.
    // oxlint-disable-next-line no-await-in-loop
    result = added(result, await write(from, part));
    from = Math.min(rows, from + part);
    onProgress({ rows: from, result });
  }
  return result;
}
