import type { TestServer, TestUser } from './app.ts';
import { assetKinds, assetMakers } from './asset-records.ts';
import { leaveKinds, leaveMakers } from './leave-records.ts';
import { moveKinds, moveMakers } from './move-records.ts';
import { serviceKinds, serviceMakers } from './service-records.ts';
import { image } from './tiny-image.ts';

/** An organisation that records are made in; `word` stands in every text of theirs. */
export type Site = {
  server: TestServer;
  admin: TestUser;
  organisation: number;
  word: string;
  /** Looked up once. */
  category?: Promise<number>;
};

export const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
type Row = { id: number };

const kinds = [
  'user',
  'userType',
  'center',
  'file',
  'savedFilter',
  'category',
  'depth',
  'item',
  'furtherItem',
  'contact',
  'agreement',
  'country',
  'state',
  'building',
  'floor',
  'roomType',
  'room',
  'courier',
  'packageType',
  'mailStop',
  'mailRoute',
  'mailLocation',
  'mailAlert',
  'mailItem',
  'mailBag',
  'mailNotice',
  'appNotice',
  'bookingCenter',
  'reservation',
  'reservationSeries',
  'bookingRule',
  'calendarFeed',
  'waitingEntry',
  'spaceDisplay',
  ...serviceKinds,
  ...moveKinds,
  ...assetKinds,
  ...leaveKinds,
] as const;
export type Kind = (typeof kinds)[number];
let serial = 0;
const fresh = ({ word }: Site) => `${word}${(serial += 1)}`;

/** Calls as the site's administrator; throws unless that succeeds. */
export async function send<T>({ admin }: Site, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await admin.call(method, path, body);
  if (answer.statusCode >= 300)
    throw new Error(`${method} ${path} answered ${answer.statusCode}: ${answer.body}`);
  return answer.json<T>();
}
const post = async (site: Site, path: string, body: object) =>
  (await send<Row>(site, 'POST', path, { name: fresh(site), ...body })).id;
const first = async (site: Site, path: string, more = '') =>
  (await send<Row[]>(site, 'GET', `${path}?limit=1${more}`))[0]!.id;
/** The category that the registration made, of which a person has one item. */
export const defaultCategory = (site: Site) => (site.category ??= first(site, '/categories'));
const inCategory = async (site: Site, path: string) =>
  post(site, path, { category: { id: await defaultCategory(site) } });

/** How a record of each kind comes to be. A new kind of record needs its line here, and its name above. */
const makers: Record<Kind, (site: Site) => Promise<number>> = {
  user: (site) => {
    const name = fresh(site);
    return post(site, '/users', { firstName: name, lastName: name, email: `${name}@example.com` });
  },
  userType: (site) => first(site, '/users/types'),
  center: async ({ server, organisation, word }) => {
    const { rows } = await server.owner.query<Row>(
      `INSERT INTO center (organisation_id, module, code, name) VALUES ($1, 'mail', $2, $2) RETURNING id`,
      [organisation, `${word}${(serial += 1)}`],
    );
    return rows[0]!.id;
  },
  file: async (site) => {
    const body = { image, fileName: `${site.word}.png` };
    const path = `/users/${await make(site, 'user')}/attachAvatar`;
    return (await send<{ image: Row }>(site, 'POST', path, body)).image.id;
  },
  savedFilter: async (site) => {
    const body = { view: 'assets', name: fresh(site), filters: { search: site.word } };
    return (await send<Row>(site, 'PUT', '/users/me/filters', body)).id;
  },

  category: (site) => post(site, '/categories', {}),
  depth: (site) => inCategory(site, '/categories/depths'),
  item: (site) => inCategory(site, '/categories/items'),
  /** Of another category than the default. */
  furtherItem: async (site) =>
    post(site, '/categories/items', { category: { id: await make(site, 'category') } }),
  contact: (site) => post(site, '/contacts', { firstName: site.word, company: site.word }),
  agreement: (site) => post(site, '/agreements', { type: site.word }),

  country: (site) => first(site, '/countries'),
  state: async ({ server, organisation }) => {
    const sql = 'SELECT id FROM state WHERE organisation_id = $1 ORDER BY id LIMIT 1';
    return (await server.owner.query<Row>(sql, [organisation])).rows[0]!.id;
  },
  building: (site) => post(site, '/buildings', { code: site.word, address: { city: site.word } }),
  floor: async (site) => {
    const floor = await post(site, '/floors', { building: { id: await make(site, 'building') } });
    await send(site, 'PUT', `/floors/${floor}/plan`, { svg: drawing, fileName: `${site.word}.svg` });
    return floor;
  },
  roomType: (site) => post(site, '/rooms/types', {}),
  room: async (site) => {
    const [floor, type] = [await make(site, 'floor'), await make(site, 'roomType')];
    const room = await post(site, '/rooms', { floor: { id: floor }, type: { id: type }, reservable: true });
    await send(site, 'PUT', `/rooms/${room}/shape`, { elementId: site.word });
    return room;
  },

  courier: (site) => post(site, '/mail/couriers', {}),
  packageType: (site) => post(site, '/mail/packageTypes', {}),
  mailStop: (site) => post(site, '/mail/mailstops', {}),
  mailRoute: async (site) => post(site, '/mail/routes', { stops: [{ id: await make(site, 'mailStop') }] }),
  mailLocation: (site) => post(site, '/mail/locations', {}),
  mailAlert: (site) => post(site, '/mail/alerts', { notes: site.word }),
  mailItem: async (site) => {
    const toUser = { id: await make(site, 'user') };
    return post(site, '/mail/items/checkin', { trackingNumber: fresh(site), sender: site.word, toUser });
  },
  mailBag: async (site) => post(site, '/mail/bags', { to: { id: await make(site, 'center') } }),
  appNotice: async (site) => {
    const { rows } = await site.server.owner.query<Row>(
      `INSERT INTO app_notice (organisation_id, user_id, kind, what, topic, record_id, facts, once, shown, created_at)
       VALUES ($1, $2, 'audit', 'audit-soon', 'audit', 1, jsonb_build_object('audit', $3::text), $3, true, now()) RETURNING id`,
      [site.organisation, site.admin.id, fresh(site)],
    );
    return Number(rows[0]!.id);
  },
  mailNotice: async (site) => {
    const item = await make(site, 'mailItem'); // its recipient is told
    return (await send<Row[]>(site, 'GET', `/mail/notices?itemId=${item}`))[0]!.id;
  },

  bookingCenter: async ({ server, organisation }) => {
    const sql = `SELECT id FROM center WHERE organisation_id = $1 AND module = 'reservation'`;
    return (await server.owner.query<Row>(sql, [organisation])).rows[0]!.id;
  },
  reservationSeries: async (site) => {
    const start = `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T09:00`;
    const plan = { rule: 'FREQ=DAILY;COUNT=2', start, minutes: 30 };
    const [room, user] = [{ id: await make(site, 'room') }, { id: await make(site, 'user') }];
    const made = await send<{ series: Row }>(site, 'POST', '/reservations/series', { ...plan, room, user });
    return made.series.id;
  },
  reservation: async (site) => {
    const [room, user] = [{ id: await make(site, 'room') }, { id: await make(site, 'user') }];
    const [startDate, endDate] = [Date.now() + 3_600_000, Date.now() + 7_200_000];
    return post(site, '/reservations', { room, user, startDate, endDate, allDay: false, notes: site.word });
  },
  bookingRule: async (site) =>
    post(site, '/reservations/rules', { roomType: { id: await make(site, 'roomType') } }),
  calendarFeed: async (site) => post(site, '/reservations/feeds', { room: { id: await make(site, 'room') } }),
  spaceDisplay: async (site) =>
    post(site, '/reservations/displays', { room: { id: await make(site, 'room') } }),
  waitingEntry: async (site) => {
    const startDate = Date.now() + (serial += 1) * 3_600_000;
    return post(site, '/reservations/waiting', {
      startDate,
      endDate: startDate + 3_600_000,
      building: { id: await make(site, 'building') },
    });
  },

  ...serviceMakers({ send, post, first, make }),

  ...moveMakers({ send, post, first, make }),
  ...assetMakers({ send, post, make, fresh }),
  ...leaveMakers({ send, post, first, make }),
};

/** Makes a new record of a kind, or finds one where the registration made them all; answers its id. */
export function make(site: Site, kind: Kind): Promise<number> {
  return makers[kind](site);
}

/** Beside a record of every kind: what hangs on them, such as a signature, a comment, a booking, a preference. */
export async function furnish(site: Site): Promise<Record<Kind, number>> {
  const { word } = site;
  const made: Partial<Record<Kind, number>> = {};
  for (const kind of kinds) made[kind] = await make(site, kind);
  const record = made as Record<Kind, number>;
  const [user, item, room] = [{ id: record.user }, { id: record.item }, { id: record.room }];
  await send(site, 'PUT', `/users/${site.admin.id}`, {
    firstName: word,
    lastName: word,
    comments: word,
    room,
    mailStop: { id: record.mailStop },
    manager: user,
  });
  await send(site, 'PUT', `/categories/items/${item.id}/users`, { add: [user] });
  await send(site, 'PUT', `/categories/items/${item.id}/rooms`, { add: [room] });
  await send(site, 'PUT', '/mail/preferences', { delegate: user });
  await send(site, 'POST', '/mail/collect-code');
  await send(site, 'PUT', '/mail/items/labels', [{ id: record.mailItem }]);
  await send(site, 'PUT', `/mail/items/${record.mailItem}/addComment`, { comment: word });
  await send(site, 'PUT', `/mail/bags/${record.mailBag}/items`, [{ id: await make(site, 'mailItem') }]);
  const delivered = `/mail/items/${await make(site, 'mailItem')}/deliver`;
  await send(site, 'PUT', delivered, { note: word, collectedBy: user, signature: image });
  const pending = `/mail/items/${await make(site, 'mailItem')}/pending`;
  await send(site, 'PUT', pending, { reason: 'forward', forwardTo: word });
  await send(site, 'POST', '/mail/items/checkin', { trackingNumber: fresh(site), recipientName: word });
  const asked = `/maintenance/requests/${record.serviceRequest}`;
  await send(site, 'POST', `${asked}/addComment`, { comment: word });
  await send(site, 'POST', `${asked}/attachImage`, { image, fileName: `${word}.png` });
  await send(site, 'PUT', `${asked}/operators`, { add: [{ id: record.operator }] });
  await send(site, 'POST', `${asked}/time`, { minutes: 5, note: word });
  await send(site, 'POST', `${asked}/supplies`, { name: word, quantity: 1 });
  await send(site, 'PUT', `/move/items/${record.moveItem}/tasks/${record.moveTask}`, {
    done: true,
    note: word,
  });
  return record;
}
