import type { Tools } from './move-records.ts';
import type { Site } from './records.ts';
import { image } from './tiny-image.ts';

type Row = { id: number };

export const assetKinds = [
  'assetType',
  'assetModel',
  'asset',
  'assetImage',
  'assetAudit',
  'assetScan',
  'unknownTag',
  'assetCenter',
  'assetLoan',
  'assetRound',
  'assetAsk',
] as const;

/** How assets and what belongs to them come to be. */
export const assetMakers = ({
  send,
  post,
  make,
  fresh,
}: Omit<Tools, 'first'> & { fresh: (site: Site) => string }) => ({
  assetType: (site: Site) => post(site, '/assets/types', {}),
  assetModel: async (site: Site) =>
    post(site, '/assets/models', { type: { id: await make(site, 'assetType') } }),
  asset: async (site: Site) => {
    const model = { id: await make(site, 'assetModel') };
    return post(site, '/assets', { model, localUID: fresh(site), room: { id: await make(site, 'room') } });
  },
  /** Planned, of the one asset of a space. */
  assetAudit: async (site: Site) => {
    const room = await make(site, 'room');
    const model = { id: await make(site, 'assetModel') };
    await post(site, '/assets', { model, localUID: fresh(site), room: { id: room } });
    return post(site, '/assets/audits', { note: site.word, scope: { spaces: [{ id: room }] } });
  },
  assetScan: async (site: Site) => {
    const [assetId, roomId] = [await make(site, 'asset'), await make(site, 'room')];
    return (await send<Row>(site, 'POST', '/assets/scans', { assetId, roomId })).id;
  },
  unknownTag: async (site: Site) => {
    const body = { code: fresh(site), roomId: await make(site, 'room'), note: site.word };
    return (await send<{ unknownTag: Row }>(site, 'POST', '/assets/scans', body)).unknownTag.id;
  },
  assetImage: async (site: Site) => {
    const path = `/assets/${await make(site, 'asset')}/attachImage`;
    return (await send<Row>(site, 'POST', path, { image, fileName: `${site.word}.png` })).id;
  },

  assetCenter: async ({ server, organisation }: Site) => {
    const sql = `SELECT id FROM center WHERE organisation_id = $1 AND module = 'asset'`;
    return (await server.owner.query<Row>(sql, [organisation])).rows[0]!.id;
  },
  assetLoan: async (site: Site) => {
    const [asset, user] = [{ id: await make(site, 'asset') }, { id: await make(site, 'user') }];
    const [startDate, dueDate] = [Date.now() + 3_600_000, Date.now() + 7_200_000];
    return post(site, '/assets/loans/reserve', { asset, user, startDate, dueDate, notes: site.word });
  },
  /** Of what the administrator holds. */
  assetRound: async (site: Site) => {
    const [person, model] = [{ id: site.admin.id }, { id: await make(site, 'assetModel') }];
    await post(site, '/assets', { model, owner: person });
    return post(site, '/assets/confirmations', { dueDate: Date.now() + 86_400_000, people: [person] });
  },
  assetAsk: async (site: Site) => {
    const round = await make(site, 'assetRound');
    const asks = await send<Row[]>(site, 'GET', `/assets/confirmations/${round}/answers?limit=1`);
    return asks[0]!.id;
  },
});
