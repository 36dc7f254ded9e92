import { expect, test } from 'vitest';
import { inParts, type Progress } from './parts.ts';

test('a file is written part by part, and goes on where it broke off', async () => {
  const asked: number[] = [];
  let broken = true;
  const write = async (from: number, count: number) => {
    asked.push(from);
    if (from === 2000 && broken) throw new Error('gone');
    const rows = Math.min(count, 2500 - from);
    return { create: rows - 1, update: 0, skip: 0, errors: [{ row: from, message: 'odd' }], errorCount: 1 };
  };
  let progress: Progress | undefined;
  const go = () => inParts(2500, 1000, write, (next) => (progress = next), progress);
  await expect(go()).rejects.toThrow('gone');
  expect(progress).toMatchObject({ rows: 2000, result: { create: 1998 } });
  broken = false;
  expect(await go()).toMatchObject({ create: 2497, errorCount: 3, errors: { length: 3 } });
  expect(asked).toEqual([0, 1000, 2000, 2000]);
  expect(progress?.rows).toBe(2500);
});
