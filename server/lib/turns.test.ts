import { setImmediate as tick } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { gate, sharedLooks } from './turns.ts';

test('so many at a time are let through, in order, also when one fails', async () => {
  const through = gate<number>(2);
  const begun: number[] = [];
  const ends: ((fail?: boolean) => void)[] = [];
  const enter = (n: number, key = 1) =>
    through(key, () => {
      begun.push(n);
      return new Promise<number>((resolve, reject) =>
        ends.push((fail) => (fail ? reject(new Error('no')) : resolve(n))),
      );
    });
  const all = Promise.allSettled([1, 2, 3, 4].map((n) => enter(n)));
  const other = enter(5, 2);
  await tick();
  expect(begun).toEqual([1, 2, 5]);
  ends[0]!(true);
  await tick();
  expect(begun).toEqual([1, 2, 5, 3]);
  ends[1]!();
  await tick();
  expect(begun).toEqual([1, 2, 5, 3, 4]);
  for (const end of ends) end();
  expect((await all).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ]);
  expect(await other).toBe(5);
  const again = enter(6);
  ends.at(-1)!();
  expect(await again).toBe(6);
});

test('no shared answer is older than the question', async () => {
  const shared = sharedLooks<number>();
  let looks = 0;
  const ends: (() => void)[] = [];
  const ask = () =>
    shared('a', () => {
      const seen = (looks += 1);
      return new Promise<number>((resolve) => ends.push(() => resolve(seen)));
    });
  const first = [ask(), ask()];
  await tick();
  const second = [ask(), ask(), ask()];
  await tick();
  expect(looks).toBe(1);
  ends[0]!();
  expect(await Promise.all(first)).toEqual([1, 1]);
  await tick();
  ends[1]!();
  expect(await Promise.all(second)).toEqual([2, 2, 2]);
  const third = ask();
  await tick();
  ends[2]!();
  expect(await third).toBe(3);
  await expect(shared('b', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  const after = shared('b', () => Promise.resolve(4));
  expect(await after).toBe(4);
});
