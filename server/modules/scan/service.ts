import { bagCode } from '#contract/mail-codes.ts';
import type { MailItem } from '#contract/mail.ts';
import { may, workers, type Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { assetsByCode, renderAssets } from '#server/modules/assets/service.ts';
import { codesFor } from '#server/modules/mail-desk/service.ts';
import { findSpaces, showPerson } from './repository.ts';

/** The address that a code of ours leads to; what its path says, whatever host printed it. */
const ADDRESS = /^(?:https?:\/\/[^/]+)?\/(s|assets)\/([1-9]\d{0,14})(?:[/?#].*)?$/i;

async function assetMatches(tx: Tx, number: number | undefined, code: string): Promise<string[]> {
  const ids = number === undefined ? (await assetsByCode(tx, code)).map(({ id }) => id) : [number];
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
    const [, place, digits] = ADDRESS.exec(code) ?? [];
    const number = digits === undefined ? undefined : Number(digits);
    const isAsset = place?.toLowerCase() === 'assets';
    const desk = may(caller, 'mail', workers);
    const before: string[] = [];
    const after: string[] = [];
    for (const { kind, id, name, json } of place ? [] : await codesFor(tx, caller, code)) {
      if (kind === 'item') {
        const delivered = (JSON.parse(json!) as MailItem).currentQueue === 'OUT';
        (delivered ? after : before).push(`{"kind":"item","item":${json!}}`);
      } else if (kind === 'collect' || kind === 'badge')
        before.push(...(await showPerson(tx, id, desk)).map((person) => person.json));
      else if (kind === 'bag')
        before.push(JSON.stringify({ kind, bag: { id, name: bagCode(Number(name)) } }));
      else before.push(JSON.stringify({ kind, stop: { id, name } }));
    }
    const assets = place && !isAsset ? [] : await assetMatches(tx, isAsset ? number : undefined, code);
    const spaces = isAsset ? [] : await findSpaces(tx, number, code);
    return `[${[...before, ...assets, ...spaces.map(({ json }) => json), ...after].join(',')}]`;
  });
