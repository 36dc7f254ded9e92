import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

test('only the password itself belongs to its hash, whatever its letters', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (mine, other) => {
      const stored = await hashPassword(mine);
      expect(await verifyPassword(stored, mine)).toBe(true);
      expect(await verifyPassword(stored, other)).toBe(mine === other);
    }),
    { numRuns: 20 },
  );
});

test('a hash is argon2id with 19 MiB and two passes, and salted', async () => {
  const [first, second] = await Promise.all([hashPassword('secret words'), hashPassword('secret words')]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
});

test('without a hash no password is right', async () => {
  expect(await verifyPassword(undefined, '')).toBe(false);
  expect(await verifyPassword(null, 'anything')).toBe(false);
});
