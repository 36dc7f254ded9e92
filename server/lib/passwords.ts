import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** The first choice of OWASP's password storage cheat sheet: argon2id, 19 MiB, two passes. Some 10 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The PHC string to store for a password; salted, so never the same twice. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** A hash of a password nobody has: made once a process. */
const nobodys = hashPassword(randomBytes(32).toString('hex'));

/**
 * Whether the password belongs to the hash. Without a hash (unknown account, or one that has no password
 * yet) it works as long and answers false, so that the time says nothing.
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobodys), password);
  return matches && Boolean(stored);
}
