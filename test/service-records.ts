import type { Site } from './records.ts';
import type { Tools } from './move-records.ts';

type Row = { id: number };

export const serviceKinds = [
  'serviceCenter',
  'operator',
  'priority',
  'freePriority',
  'serviceCategory',
  'serviceProduct',
  'serviceType',
  'holdReason',
  'serviceRequest',
  'servicePlan',
] as const;

/** How what belongs to service requests comes to be. */
export function serviceMakers({ send, post, first, make }: Tools) {
  return {
    serviceCenter: async ({ server, organisation }: Site) => {
      const sql = `SELECT id FROM center WHERE organisation_id = $1 AND module = 'maintenance'`;
      return Number((await server.owner.query<Row>(sql, [organisation])).rows[0]!.id);
    },
    /** Who works in the maintenance center. */
    operator: async (site: Site) => {
      const person = await make(site, 'user');
      const center = { id: await make(site, 'serviceCenter') };
      await send(site, 'PUT', `/users/${person}/permissions`, [{ role: 'OPERATOR', center }]);
      return person;
    },
    priority: (site: Site) => first(site, '/maintenance/priorities'),
    /** One that no type begins with, so that it can be taken out of use. */
    freePriority: (site: Site) => post(site, '/maintenance/priorities', { sortOrder: 9 }),
    serviceCategory: async (site: Site) =>
      post(site, '/maintenance/categories', { center: { id: await make(site, 'serviceCenter') } }),
    serviceProduct: async (site: Site) =>
      post(site, '/maintenance/products', { category: { id: await make(site, 'serviceCategory') } }),
    serviceType: async (site: Site) =>
      post(site, '/maintenance/types', { product: { id: await make(site, 'serviceProduct') } }),
    holdReason: async (site: Site) =>
      post(site, '/service/hold-reasons', { center: { id: await make(site, 'serviceCenter') } }),
    serviceRequest: async (site: Site) => {
      const [type, room] = [{ id: await make(site, 'serviceType') }, { id: await make(site, 'room') }];
      return post(site, '/maintenance/requests', {
        dateRequired: Date.now() + 86_400_000,
        requester: { id: await make(site, 'user') },
        priority: { id: await make(site, 'priority') },
        type,
        room,
        description: site.word,
      });
    },
    servicePlan: async (site: Site) => {
      const [type, room] = [{ id: await make(site, 'serviceType') }, { id: await make(site, 'room') }];
      const start = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T09:00`;
      return post(site, '/service/plans', { type, room, rule: 'FREQ=DAILY', start });
    },
  };
}
