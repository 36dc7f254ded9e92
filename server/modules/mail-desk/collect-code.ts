import { randomInt } from 'node:crypto';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, WriteTx } from '#server/lib/database.ts';
import { loadCollectCode, saveCollectCode } from './scan-repository.ts';

// Without I, L, O and U, which are mistaken for others when a code is read out.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new code for the caller; the old one is worth nothing from then on. */
export async function renewCollectCode(tx: WriteTx, caller: Caller): Promise<{ code: string }> {
  const code = `P-${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('')}`;
  await saveCollectCode(tx, caller.id, code);
  return { code };
}

/** The caller's code, made at the first time of asking. */
export async function collectCode(db: Database, caller: Caller): Promise<{ code: string }> {
  const code = await db.read(caller.organisation, (tx) => loadCollectCode(tx, caller.id));
  if (code !== undefined) return { code };
  return db.write(caller.organisation, async (tx) => {
    // Another window may have asked at the same moment.
    const made = await loadCollectCode(tx, caller.id);
    return made === undefined ? renewCollectCode(tx, caller) : { code: made };
  });
}
