import { importPreview, importResult, type ImportKind, type ImportRequest } from '#contract/imports.ts';
import { http } from '#src/lib/http.ts';

/** Says what the import would do; writes nothing. */
export const previewImport = (kind: ImportKind, body: ImportRequest, signal?: AbortSignal) =>
  http('POST', `/imports/${kind}/preview`, { body, reply: importPreview, ...(signal && { signal }) });

/** Writes the whole file or nothing, or what of it has no problem. `key` is kept over retries of one import. */
export const runImport = (kind: ImportKind, body: ImportRequest, key: string) =>
  http('POST', `/imports/${kind}`, { body, reply: importResult, idempotencyKey: key });

/** Writes some rows of the file, counted from 0; each part has a key of its own that a retry repeats. */
export const runPart =
  (kind: ImportKind, body: ImportRequest, key: string) => (from: number, count: number) =>
    runImport(kind, { ...body, part: { from, count } }, `${key}-${from}`);
