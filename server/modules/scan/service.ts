import { bagCode } from '#contract/mail-codes.ts';
import type { MailItem } from '#contract/mail.ts';
import { may, workers, type Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { assetsByCode, renderAssets } from '#server/modules/assets/service.ts';
import { codesFor } from '#server/modules/mail-desk/service.ts';
import { findSpaces, showPerson } from './repository.ts';

/** The address that the code at a space leads to; what its path says, whatever host printed it. */
const SPACE = /^(?:https?:\/\/[^/]+)?\/s\/([1-9]\d{0,14})(?:[/?#].*)?$/i;

async function assetMatches(tx: Tx, code: string): Promise<string[]> {
  const ids = (await assetsByCode(tx, code)).map(({ id }) => id);
  const json = await renderAssets(tx, ids);
  return ids.flatMap((id) => (json.has(id) ? [`{"kind":"asset","asset":${json.get(id)!}}`] : []));
}

/**
 * Everything that a scanned code names, as JSON text: parcels, bags, people, stops, assets by what is written on them,
 * spaces by the code at their door or by their name. What is at the mail desk now comes first, what was delivered last.
 */
export const whatIs = (db: Database, caller: Caller, scanned: string): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    const code = scanned.trim();
    if (code === '') return '[]';
    const digits = SPACE.exec(code)?.[1];
    const space = digits === undefined ? undefined : Number(digits);
    const desk = may(caller, 'mail', workers);
    const before: string[] = [];
    const after: string[] = [];
    for (const { kind, id, name, json } of space ? [] : await codesFor(tx, caller, code)) {
      if (kind === 'item') {
        const delivered = (JSON.parse(json!) as MailItem).currentQueue === 'OUT';
        (delivered ? after : before).push(`{"kind":"item","item":${json!}}`);
      } else if (kind === 'collect' || kind === 'badge')
        before.push(...(await showPerson(tx, id, desk)).map((person) => person.json));
      else if (kind === 'bag')
        before.push(JSON.stringify({ kind, bag: { id, name: bagCode(Number(name)) } }));
      else before.push(JSON.stringify({ kind, stop: { id, name } }));
    }
    const assets = space ? [] : await assetMatches(tx, code);
    const spaces = await findSpaces(tx, space, code);
    return `[${[...before, ...assets, ...spaces.map(({ json }) => json), ...after].join(',')}]`;
  });
