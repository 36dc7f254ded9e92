import { notFound } from '#server/lib/app-error.ts';
import { centersOf, may, workers, type Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import type { Deps } from '#server/lib/deps.ts';
import type { FileOwner, StoredFile } from '#server/lib/files.ts';
import { isOfAsset, isOfOwnParcel, isOfServiceRequest } from './repository.ts';

/** Who may see a module's files. A new owner must say so here before it can store any. */
const mayShow: Record<FileOwner, (tx: Tx, caller: Caller, id: number) => Promise<boolean>> = {
  people: async () => true,
  asset: (tx, caller, id) => isOfAsset(tx, id, caller.id, may(caller, 'asset', workers)),
  mail: async (tx, caller, id) => may(caller, 'mail', workers) || isOfOwnParcel(tx, id, caller.id),
  maintenance: (tx, caller, id) =>
    isOfServiceRequest(tx, id, caller.id, centersOf(caller, 'maintenance', [...workers, 'TECHNICIAN'])),
};

/** @throws 404 for a file of another organisation and for one the caller may not see, alike */
export const showFile = (deps: Deps, caller: Caller, id: number): Promise<StoredFile> =>
  deps.db.read(caller.organisation, async (tx) => {
    const file = await deps.files.read(tx, id);
    if (!file || !(await mayShow[file.owner](tx, caller, id))) throw notFound();
    return file;
  });
