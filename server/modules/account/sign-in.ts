import type { OffiServUser } from '#contract/account.ts';
import type { Database } from '#server/lib/database.ts';
import { checkCredentials } from './credentials.ts';
import { offiServUserById } from './repository.ts';
import { openSession } from './sessions.ts';

export type SignedIn = { user: OffiServUser; token: string };

/** Opens a session for the right credentials. @throws 401, 429 */
export async function signIn(
  db: Database,
  credentials: { email: string; password: string },
  address: string,
): Promise<SignedIn> {
  const login = await checkCredentials(db, credentials.email, credentials.password, address);
  return db.write(login.organisation, async (tx) => {
    const token = await openSession(tx, login);
    return { user: (await offiServUserById(tx, login.id))!, token };
  });
}
