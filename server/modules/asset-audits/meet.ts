import type { ScanAnswer, ScanBody, ScanResult } from '#contract/asset-audits.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { assetsByCode } from '#server/modules/assets/service.ts';
import * as scans from './scan-repository.ts';

/** Everything that a scan comes to: the asset as the register has it, and its row in the audit as it was before. */
export type Met = { registered: scans.Registered; row: scans.Row | undefined };

/** What bears the code: in the register, or in this audit, though it has been removed since. */
export async function meet(
  tx: WriteTx,
  { audit, space }: { audit: number | null; space: scans.Space },
  body: ScanBody,
  at: string,
): Promise<Met | undefined> {
  const rowOf = async (asset: number) => (audit === null ? undefined : scans.readRow(tx, audit, { asset }));
  if (body.assetId !== undefined) {
    const registered = await scans.readRegistered(tx, body.assetId);
    const row = registered && (await rowOf(body.assetId));
    if (!registered || (registered.removed && !row))
      throw invalid(`${at}assetId`, `names no asset (id ${body.assetId})`);
    return { registered, row };
  }
  const code = body.code!.trim();
  const met: Met[] = [];
  for (const { id, by } of await assetsByCode(tx, code)) {
    const registered = await scans.readRegistered(tx, id);
    if (registered) met.push({ registered, row: await rowOf(id) });
    if (by !== 'serialNumber') break; // a label belongs to one asset
  }
  if (met.length > 0)
    // Of several with this serial number the one that belongs here is meant.
    return (
      met.find(({ registered, row }) => (row?.expectedRoomId ?? registered.room?.id) === space.id) ??
      met.find(({ row }) => row !== undefined) ??
      met[0]
    );
  const row = audit === null ? undefined : await scans.readRow(tx, audit, { tag: code });
  const registered = row?.removed ? await scans.readRegistered(tx, row.asset) : undefined;
  return registered && { registered, row };
}

/** What a scan is answered. @param audit null: a walk without a campaign */
export function resultOf({ registered, row }: Met, here: number, audit: number | null): ScanResult {
  if (row?.seen) return 'already-seen';
  if (audit === null) {
    if (registered.owner) return 'owned';
    return registered.room?.id === here ? 'expected-here' : 'elsewhere';
  }
  if (row?.owner || registered.owner) return 'owned';
  if (!row?.expected) return 'not-in-scope';
  return row.expectedRoomId === here || (row.moved && row.registerRoomId === here)
    ? 'expected-here'
    : 'elsewhere';
}

/** What can be done about it at once. Whoever holds something keeps it: that is for lending to change. */
export function actionsOf({ registered }: Met, here: number): ScanAnswer['actions'] {
  if (registered.removed) return [];
  if (registered.owner) return ['leave'];
  return registered.room?.id === here ? [] : ['place', 'leave'];
}
