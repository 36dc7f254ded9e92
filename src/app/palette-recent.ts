import { z } from 'zod';
import { readStored, writeStored } from '#src/lib/storage.ts';
import { type Entry } from './palette-entries.ts';

const MOST = 8;
const value = z.union([z.string(), z.number()]);
const stored = z.object({
  key: z.string(),
  title: z.string(),
  parts: z.array(z.string()),
  target: z.object({
    to: z.string().startsWith('/'),
    params: z.record(z.string(), value).optional(),
    search: z.record(z.string(), value).optional(),
  }),
});
type Stored = z.infer<typeof stored>;
const isList = (list: unknown): list is Stored[] => z.array(stored).safeParse(list).success;
const keyOf = (userId: number) => `palette.${userId}`;

/** What a person chose last on this device, the latest first. */
export const recentOf = (userId: number): readonly Stored[] => readStored(keyOf(userId), isList, []);

export function remember(userId: number, { key, title, parts, target }: Entry): void {
  const others = recentOf(userId).filter((one) => one.key !== key);
  writeStored(keyOf(userId), [{ key, title, parts, target }, ...others].slice(0, MOST));
}
