import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';
import type { Asset } from '#contract/assets.ts';
import type { ImportKind, ImportPreview, ImportRequest, ImportResult } from '#contract/imports.ts';
import { projectRoot } from '#server/lib/root.ts';
import type { TestUser } from './app.ts';

const file = (name: string) => readFileSync(resolve(projectRoot, '../shared/data', name));
export const sampleOf = (name: string, encoding = 'utf-8') =>
  new TextDecoder(encoding, { ignoreBOM: true }).decode(file(name));

/** Brings files in as this person. */
export function importer(user: TestUser, kind: ImportKind = 'assets') {
  const post = async <T>(path: string, body: ImportRequest, status = 200) => {
    const answer = await user.call('POST', `/imports/${kind}${path}`, body);
    expect([answer.statusCode, answer.body]).toEqual([status, expect.any(String)]);
    return answer.json<T>();
  };
  const order = (csv: string, defaults: Record<string, string> = {}, rest: Partial<ImportRequest> = {}) => ({
    csv,
    options: { defaults },
    ...rest,
  });
  return {
    preview: (csv: string, defaults?: Record<string, string>, rest?: Partial<ImportRequest>) =>
      post<ImportPreview>('/preview', order(csv, defaults, rest)),
    run: (csv: string, defaults?: Record<string, string>, rest?: Partial<ImportRequest>) =>
      post<ImportResult>('', order(csv, defaults, rest)),
    refused: async (csv: string, defaults?: Record<string, string>, rest?: Partial<ImportRequest>) =>
      (await post<{ error: { message: string } }>('', order(csv, defaults, rest), 400)).error.message,
    exported: async () => (await user.call('GET', '/assets.csv')).body,
    assets: async () =>
      (await user.call('GET', '/assets?limit=500&orderBy=id')).json<(Asset & Record<string, unknown>)[]>(),
  };
}
