import { assetBefore, assetBodies, assetIdsAt, assetNames, assetPaths } from './asset-ids.ts';
import { leaveBefore, leaveBodies, leaveIdsAt, leavePaths } from './leave-ids.ts';
import { moveBefore, moveBodies, moveIdsAt, moveNames, movePaths } from './move-ids.ts';
import { drawing, type Kind } from './records.ts';
import { image } from './tiny-image.ts';
import { serviceBefore } from './service-ids.ts';

// What the ids of the API's routes stand for, for the test that puts another organisation's in their place.
// Where ids stand in query and body the routes’ schemas say; an id that nothing explains fails that test.

/** What a parameter of the path stands for, by the path up to it. Others are given as they are. */
export const pathIds: Record<string, Kind | { as: string }> = {
  '/users/:id': 'user',
  '/users/username/:username': { as: 'somebody' },
  '/users/:id/tickets/:ticket': { as: 'service-1' },
  '/users/me/filters/:id': 'savedFilter',
  '/files/:id': 'file',
  '/categories/:id': 'category',
  '/categories/depths/:id': 'depth',
  '/categories/depth/:id': 'depth',
  '/categories/items/:id': 'item',
  '/contacts/:id': 'contact',
  '/agreements/:id': 'agreement',
  '/countries/:id': 'country',
  '/buildings/:id': 'building',
  '/floors/:id': 'floor',
  '/rooms/:id': 'room',
  '/rooms/types/:id': 'roomType',
  '/mail/items/:id': 'mailItem',
  '/mail/routes/:id': 'mailRoute',
  '/mail/mailstops/:id': 'mailStop',
  '/mail/locations/:id': 'mailLocation',
  '/mail/alerts/:id': 'mailAlert',
  '/mail/notices/:id': 'mailNotice',
  '/notices/:id': 'appNotice',
  '/mail/bags/:id': 'mailBag',
  '/mail/couriers/:id': 'courier',
  '/mail/packageTypes/:id': 'packageType',
  '/centers/:id': 'center',
  '/reservations/:id': 'reservation',
  '/reservations/rules/:id': 'bookingRule',
  '/reservations/feeds/:id': 'calendarFeed',
  '/reservations/waiting/:id': 'waitingEntry',
  '/reservations/displays/:id': 'spaceDisplay',
  '/guide/steps/:step': { as: 'people' },
  '/displays/:token': { as: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA' },
  '/calendars/:token': { as: 'AAAAAAAAAAAAAAAAAAAAAAAAAAA' },
  '/maintenance/requests/:id': 'serviceRequest',
  '/maintenance/types/:id': 'serviceType',
  '/maintenance/categories/:id': 'serviceCategory',
  '/maintenance/products/:id': 'serviceProduct',
  '/maintenance/priorities/:id': 'priority',
  '/service/types/:id': 'serviceType',
  '/service/categories/:id': 'serviceCategory',
  '/service/products/:id': 'serviceProduct',
  '/service/priorities/:id': 'freePriority',
  '/service/hold-reasons/:id': 'holdReason',
  '/service/plans/:id': 'servicePlan',
  ...movePaths,
  ...assetPaths,
  ...leavePaths,
};

/** What an id in query or body stands for, by the name that it goes by: `toUserId`, `toUser: {id}`. */
export const namedIds: Record<string, Kind> = {
  center: 'center',
  defaultVisitorCenter: 'center',
  from: 'center',
  to: 'center',

  user: 'user',
  toUser: 'user',
  deliverTo: 'user',
  fromUser: 'user',
  collectedBy: 'user',
  manager: 'user',
  delegate: 'user',
  person: 'user',
  userType: 'userType',

  building: 'building',
  floor: 'floor',
  room: 'room',
  appliesToRoom: 'room',
  type: 'roomType',
  roomType: 'roomType',
  country: 'country',
  state: 'state',

  category: 'category',
  depth: 'depth',
  parent: 'item',
  costCenterParent: 'item',
  costCenter: 'item',
  costCenters: 'furtherItem',

  route: 'mailRoute',
  mailStop: 'mailStop',
  stops: 'mailStop',
  location: 'mailLocation',
  courier: 'courier',
  packageType: 'packageType',
  bag: 'mailBag',
  item: 'mailItem',
  before: 'mailItem',
  series: 'reservationSeries',
  reservation: 'reservation',

  requester: 'user',
  ...moveNames,
  ...assetNames,
  priority: 'priority',
  defaultPriority: 'priority',
  product: 'serviceProduct',
  reason: 'holdReason',
  requestType: 'serviceType',
  operator: 'operator',
  operators: 'operator',
  requests: 'serviceRequest',
};

/** The same for names that mean something else at one route, and for ids without a name: `[{id}]`. */
export const idsAt: Record<string, Record<string, Kind>> = {
  'PUT /categories/items/:id/users': { add: 'user', remove: 'user' },
  'PUT /categories/items/:id/rooms': { add: 'room', remove: 'room' },
  'PUT /mail/items/deliver': { '': 'mailItem' },
  'PUT /mail/items/assign': { '': 'mailItem' },
  'PUT /mail/items/labels': { '': 'mailItem' },
  'PUT /mail/bags/:id/items': { '': 'mailItem' },
  'DELETE /mail/bags/:id/items': { '': 'mailItem' },
  'PUT /mail/bags/:id/receive': { '': 'mailItem' },
  'PUT /mail/packageTypes/order': { '': 'packageType' },
  'PUT /mail/locations/order': { '': 'mailLocation' },
  'POST /reservations': { center: 'bookingCenter' },
  'POST /reservations/series': { center: 'bookingCenter' },
  'POST /reservations/series/preview': { center: 'bookingCenter' },
  'GET /audit': { record: 'user' },
  ...Object.fromEntries(
    ['POST /maintenance/requests', 'PUT /maintenance/requests/:id'].map((route) => [
      route,
      { type: 'serviceType', center: 'serviceCenter' },
    ]),
  ),
  ...Object.fromEntries(
    ['POST /service/plans', 'PUT /service/plans/:id', 'POST /service/plans/preview'].map((route) => [
      route,
      { type: 'serviceType' },
    ]),
  ),
  'GET /maintenance/requests': { center: 'serviceCenter' },
  'GET /maintenance/requests/count': { center: 'serviceCenter' },
  'PUT /maintenance/requests/:id/operators': { add: 'operator', remove: 'operator' },
  'GET /maintenance/priorities/:id/earliestRequiredDate': { type: 'serviceType', center: 'serviceCenter' },
  'GET /service/operators': { center: 'serviceCenter' },
  'GET /service/hold-reasons': { center: 'serviceCenter' },
  'GET /service/hold-reasons/count': { center: 'serviceCenter' },
  ...Object.fromEntries(
    [
      'POST /maintenance/categories',
      'PUT /service/categories/:id',
      'POST /service/hold-reasons',
      'PUT /service/hold-reasons/:id',
    ].map((route) => [route, { center: 'serviceCenter' }]),
  ),
  'POST /maintenance/products': { category: 'serviceCategory' },
  'PUT /service/products/:id': { category: 'serviceCategory' },
  ...moveIdsAt,
  ...assetIdsAt,
  ...leaveIdsAt,
};

/** Ids that may be anybody's, for what is not there is no error: what they name is taken away. */
export const forgiven: Record<string, string> = {
  'PUT /categories/items/:id/users': 'remove',
  'PUT /categories/items/:id/rooms': 'remove',
  'PUT /maintenance/requests/:id/operators': 'remove',
};

const ref = { id: 0 };
const parties = { toUser: ref, deliverTo: ref, fromUser: ref };
const placed = { center: ref, route: ref, mailStop: ref, location: ref, courier: ref, packageType: ref };
const [startDate, endDate] = [Date.now() + 86_400_000, Date.now() + 90_000_000];
const start = `${new Date(startDate).toISOString().slice(0, 10)}T09:00`;
const series = { rule: 'FREQ=DAILY;COUNT=2', start, minutes: 30, user: ref, room: ref };
const csv = 'firstName,lastName,email\nA,B,ab@example.com';
/** Bodies that are valid, where the least that the schema takes is not; 0 is an id of one's own, # counts on. */
export const bodies: Record<string, unknown> = {
  'POST /users': { firstName: 'A', lastName: 'B', email: 'a#@example.com' },
  'POST /users/:id/attachAvatar': { image, fileName: 'a.png' },
  'PUT /users/:id/permissions': [{ role: 'OPERATOR', center: ref }],
  'PUT /floors/:id/plan': { svg: drawing },
  'PUT /floors/:id/shapes': [{ room: ref, elementId: 'a' }],
  'PUT /rooms/:id/shape': { elementId: 'a' },
  'POST /mail/items/checkin': [{ trackingNumber: 'A#', ...parties, ...placed }],
  'PUT /mail/items/deliver': [{ id: 0, collectedBy: ref }],
  'PUT /mail/items/:id/forward': { forwardTo: 'A' },
  'PUT /mail/bags/:id/receive': [ref],
  'POST /reservations': { startDate, endDate, allDay: false, user: ref, room: ref },
  'PUT /reservations/cancel': { startDate, endDate, user: ref, room: ref },
  'POST /reservations/series': { ...series, alternatives: [{ start, room: ref }] },
  'POST /reservations/series/preview': { ...series, alternatives: [{ start, room: ref }] },
  'POST /reservations/rules': { roomType: ref, who: 'groups', costCenters: [ref] },
  'POST /reservations/feeds': { room: ref },
  'POST /reservations/waiting': { startDate, endDate, room: ref },
  'POST /imports/people': { csv },
  'POST /imports/people/preview': { csv },
  'POST /reservations/displays': { room: ref },
  'POST /rooms/:id/walkIn': { endDate },
  'POST /rooms/:id/swap': { reservation: ref },
  'POST /maintenance/requests': {
    dateRequired: startDate,
    requester: ref,
    type: ref,
    priority: ref,
    room: ref,
  },
  'PUT /maintenance/requests/:id/operators': { add: [ref], remove: [ref] },
  'POST /maintenance/requests/:id/attachImage': { image },
  'POST /service/plans': { name: 'A', type: ref, room: ref, rule: 'FREQ=DAILY', start },
  'POST /service/plans/preview': { type: ref, rule: 'FREQ=DAILY', start },
  'POST /maintenance/requests/:id/supplies': { name: 'A', quantity: 1 },
  'POST /maintenance/types': { name: 'A#', product: ref, promises: [{ priority: ref, minutes: 5 }] },
  ...moveBodies,
  ...assetBodies,
  ...leaveBodies,
  'PUT /service/types/:id': { product: ref, promises: [{ priority: ref, minutes: 5 }] },
};

export type Given = {
  /** What stands in the path; 0 where nothing does. */
  id: number;
  own: (kind: Kind) => Promise<number>;
  make: (kind: Kind) => Promise<number>;
  send: (method: string, path: string, body?: unknown) => Promise<unknown>;
};
/**
 * What must have happened before a call with one's own ids gets further than one with another's. Answers the
 * records that are to stand in the body.
 */
export const before: Record<string, (given: Given) => Promise<Partial<Record<Kind, number>>>> = {
  'PUT /floors/:id/shapes': async ({ id, own, send }) => {
    const room = await own('room');
    await send('PUT', `/rooms/${room}`, { floor: { id } });
    return { room };
  },
  'PUT /mail/bags/:id/receive': async ({ id, make, send }) => {
    const mailItem = await make('mailItem');
    await send('PUT', `/mail/bags/${id}/items`, [{ id: mailItem }]);
    await send('PUT', `/mail/bags/${id}/send`);
    return { mailItem };
  },
  // A space that was booked by the call before is taken.
  'POST /reservations': async ({ make }) => ({ room: await make('room') }),
  // A space has one display.
  'POST /reservations/displays': async ({ make }) => ({ room: await make('room') }),
  ...moveBefore,
  ...assetBefore,
  ...leaveBefore,
  ...serviceBefore,
};
