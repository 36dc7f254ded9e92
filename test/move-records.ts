import type { Kind, Site } from './records.ts';

type Row = { id: number };
export type Tools = {
  send: <T>(site: Site, method: string, path: string, body?: unknown) => Promise<T>;
  post: (site: Site, path: string, body: object) => Promise<number>;
  first: (site: Site, path: string, more?: string) => Promise<number>;
  make: (site: Site, kind: Kind) => Promise<number>;
};

export const moveKinds = [
  'moveCenter',
  'moveStatus',
  'moveType',
  'moveOfPeople',
  'moveTask',
  'moveRequest',
  'moveItem',
  'moveComment',
] as const;

/** How what belongs to moves comes to be. */
export function moveMakers({ send, post, first, make }: Tools) {
  const request = async (site: Site) => {
    const [status, type] = [{ id: await make(site, 'moveStatus') }, { id: await make(site, 'moveType') }];
    const items = [{ type, name: site.word, toRoom: { id: await make(site, 'room') } }];
    const comments = [{ content: site.word }];
    return post(site, '/move/requests', { status, description: site.word, items, comments });
  };
  const partOf = async (site: Site, part: 'items' | 'comments') => {
    const made = await send<Record<typeof part, Row[]>>(site, 'GET', `/move/requests/${await request(site)}`);
    return made[part][0]!.id;
  };
  return {
    moveCenter: async ({ server, organisation }: Site) => {
      const sql = `SELECT id FROM center WHERE organisation_id = $1 AND module = 'move'`;
      return Number((await server.owner.query<Row>(sql, [organisation])).rows[0]!.id);
    },
    moveStatus: (site: Site) => first(site, '/move/statuses'),
    /** That of equipment, for which an item takes an asset. */
    moveType: (site: Site) => first(site, '/move/requestTypes', '&search=equipment'),
    moveOfPeople: (site: Site) => first(site, '/move/requestTypes', '&search=employee%20move'),
    moveTask: (site: Site) => post(site, '/move/settings/tasks', {}),
    moveRequest: request,
    moveItem: (site: Site) => partOf(site, 'items'),
    moveComment: (site: Site) => partOf(site, 'comments'),
  };
}
