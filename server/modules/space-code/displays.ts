import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { DisplayLink, displayLinkMade, DoorDisplay } from '#contract/space-code.ts';
import type { Config } from '#server/config.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { withinLimits } from '#server/lib/guesses.ts';
import { addressOf, codePath } from './address.ts';
import * as repository from './display-repository.ts';

type Made = z.infer<typeof displayLinkMade>;
type Given = { db: Database; config: Config };

const hashOf = (token: string) => createHash('sha256').update(token).digest();
/** 160 bits: nobody finds one by trying. */
const newToken = () => randomBytes(20).toString('base64url');
const withAddress = (link: DisplayLink, config: Config, token: string): Made => ({
  ...link,
  url: addressOf(config, `/display/${token}`),
});

export const displaysOf = (db: Database, caller: Caller, rooms?: number[]): Promise<DisplayLink[]> =>
  db.read(caller.organisation, (tx) => repository.listDisplays(tx, { rooms }));

/** @throws 404 */
async function displayFor(tx: Tx, id: number): Promise<DisplayLink> {
  const [display] = await repository.listDisplays(tx, { id });
  if (!display) throw notFound();
  return display;
}

/** Makes the link of the display at a space's door. @throws 400, 409 when there is one */
export function makeDisplay({ db, config }: Given, caller: Caller, room: number): Promise<Made> {
  const token = newToken();
  return db.write(caller.organisation, async (tx) => {
    if (!(await repository.roomExists(tx, room)))
      throw invalid('room', 'names no space of your organisation. Choose another one.');
    const id = await repository.insertDisplay(tx, { room, by: caller.id, hash: hashOf(token) });
    if (id === undefined)
      throw new AppError(
        409,
        'space-code.display-exists',
        'This space has a link already. Renew it to see a new one.',
      );
    return withAddress(await displayFor(tx, id), config, token);
  });
}

/** A new link in place of the old one, which is void from now on. @throws 404 */
export function renewDisplay({ db, config }: Given, caller: Caller, id: number): Promise<Made> {
  const token = newToken();
  return db.write(caller.organisation, async (tx) => {
    await displayFor(tx, id);
    await repository.renewDisplay(tx, id, hashOf(token));
    return withAddress(await displayFor(tx, id), config, token);
  });
}

/** @throws 404 */
export const removeDisplay = (db: Database, caller: Caller, id: number): Promise<void> =>
  db.write(caller.organisation, async (tx) => {
    await displayFor(tx, id);
    await repository.deleteDisplay(tx, id);
  });

/** What the door behind a link shows; undefined for a link that is none. @throws 429 after many wrong links */
export async function showDoor(
  { db, config }: Given,
  { token, address }: { token: string; address: string },
): Promise<DoorDisplay | undefined> {
  const display = await withinLimits(db, { address }, () => repository.findDisplay(db, hashOf(token)));
  if (!display) return undefined;
  const door = await db.read(display.organisation, (tx) => repository.doorOf(tx, display.room));
  return door && { ...door, code: addressOf(config, codePath(display.room)) };
}
