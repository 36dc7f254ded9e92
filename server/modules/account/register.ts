import pg from 'pg';
import type { Registration } from '#contract/account.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';
import type { Database, WriteTx } from '#server/lib/database.ts';
import { hashPassword } from '#server/lib/passwords.ts';
import { personColor } from '#server/lib/person-color.ts';
import { isTimeZone } from '#server/lib/time-zone.ts';
import { unnoted } from '#server/lib/unnoted.ts';
import { seedCatalogue, seedCenters, seedUserTypes } from './catalogue.ts';
import { insertSiteAdministrator, offiServUserById } from './repository.ts';
import { openSession } from './sessions.ts';
import type { SignedIn } from './sign-in.ts';

const emailTaken = () =>
  new AppError(
    409,
    'account.email-taken',
    'This e-mail already has an account. Sign in, or reset its password.',
    {
      field: 'email',
    },
  );

type Founder = { id: number; passwordHash: string };

/**
 * Creates an organisation with its catalogue and its first site administrator, and whatever `more` adds, all
 * or nothing. @throws 409 for an e-mail in use, in any case of letters, by anybody on this server
 */
export async function createOrganisation<T>(
  db: Database,
  registration: Registration & { features?: readonly string[] },
  more: (tx: WriteTx, founder: Founder) => Promise<T>,
): Promise<T> {
  const timeZone = registration.timezone || 'UTC';
  if (!isTimeZone(timeZone)) throw invalid('timezone', 'must be a time zone such as Europe/Warsaw');
  const passwordHash = await hashPassword(registration.password);
  const { company, features = [] } = registration;
  const country = registration.country ?? '';
  try {
    return await db.found({ name: company, country, timeZone, features }, async (tx) => {
      const id = await insertSiteAdministrator(tx, {
        firstName: registration.firstname,
        lastName: registration.lastname,
        email: registration.email,
        passwordHash,
        userType: await unnoted(tx, () => seedUserTypes(tx)),
        color: personColor(registration.email),
      });
      // Hundreds of lines that say nothing: the log begins with the organisation and its founder.
      await unnoted(tx, async () => {
        await seedCenters(tx, id);
        await seedCatalogue(tx);
      });
      return more(tx, { id, passwordHash });
    });
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint === 'app_user_email') throw emailTaken();
    throw error;
  }
}

/** Registers an organisation and signs its founder in. */
export const register = (db: Database, registration: Registration): Promise<SignedIn> =>
  createOrganisation(db, registration, async (tx, founder) => {
    const token = await openSession(tx, founder);
    return { user: (await offiServUserById(tx, founder.id))!, token };
  });
