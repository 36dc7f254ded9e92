import type { WriteTx } from '#server/lib/database.ts';
import { assetTypes, models, typeOfKind } from './asset-kinds.ts';
import type { MadeAsset } from './assets.ts';
import { entriesOf, insert, type Row } from './insert.ts';
import type { PlaceIds } from './insert-places.ts';

const moment = (ms: number) => new Date(ms).toISOString();

/** The register with its catalogue and its history; answers the ids of the assets. */
export async function insertAssets(
  tx: WriteTx,
  assets: readonly MadeAsset[],
  { spaces }: PlaceIds,
  userIds: readonly number[],
  since: Date,
): Promise<number[]> {
  const dates = { date_created: since, date_updated: since };
  await insert(
    tx,
    'asset_type',
    assetTypes.map((one) => ({
      ...one,
      active: true,
      metering_enabled: false,
      unit_price_enabled: false,
      ...dates,
    })),
  );
  const types = await entriesOf(tx, 'asset_type', 'code');
  const modelIds = await insert(
    tx,
    'asset_model',
    models.map(({ kind, maker, name, number }) => ({
      asset_type_id: types.id(typeOfKind(kind)),
      name,
      manufacturer: maker,
      model_number: number,
      description: '',
      ...dates,
    })),
  );
  const roomOf = ({ space }: MadeAsset) => (space === undefined ? undefined : spaces[space]);
  const ownerOf = ({ owner }: MadeAsset) => (owner === undefined ? undefined : userIds[owner]);
  const ids = await insert(
    tx,
    'asset',
    assets.map((one) => ({
      asset_model_id: modelIds[one.model],
      given_name: one.name,
      room_id: roomOf(one),
      owner_id: ownerOf(one),
      managed: true,
      active: true,
      local_uid: one.tag,
      serial_number: one.serial,
      attributes: {},
      condition: one.condition,
      lendable: one.lendable,
      seen_at: one.seen && moment(one.seen.at),
      seen_by: one.seen && userIds[one.seen.by],
      seen_room_id: one.seen && roomOf(one),
      date_created: moment(one.added.at),
      date_updated: moment(one.toldAt ?? one.seen?.at ?? one.added.at),
    })),
  );
  // The checks of keys were planned when the register was empty.
  await tx.query('DISCARD PLANS');
  await insert(
    tx,
    'asset_event',
    assets.flatMap((one, nth) => {
      const line = (kind: string, at: number, by: number, more: Row = {}) => ({
        asset_id: ids[nth],
        kind,
        at: moment(at),
        entered_by: userIds[by],
        to_room_id: undefined,
        to_owner_id: undefined,
        note: undefined,
        fields: [],
        ...more,
      });
      const { added, seen, toldAt, condition, note } = one;
      const to_room_id = roomOf(one);
      return [
        line('added', added.at, added.by, { to_room_id, to_owner_id: ownerOf(one) }),
        ...(seen ? [line('seen', seen.at, seen.by, { to_room_id })] : []),
        ...(toldAt === undefined ? [] : [line(condition, toldAt, one.owner ?? added.by, { note })]),
      ];
    }),
  );
  return ids;
}
