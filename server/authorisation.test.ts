import { expect, test } from 'vitest';
import { API, testServer, type TestUser } from '../test/app.ts';
import { drawing, make, type Kind as RecordKind } from '../test/records.ts';
import { image } from '../test/tiny-image.ts';
import { pathIds } from '../test/route-ids.ts';

// Who may call what, written down apart from the routes themselves: a route that is not here, a line whose
// route is gone, and a caller who gets further or less far than it says fail the test.

const kinds = [
  'anonymous', // no credentials
  'plain', // signed in, without any role
  'self', // the person that :id of a user stands for
  'customer',
  'operator',
  'technician',
  'manager',
  'administrator', // these five in the mail center
  'elsewhere', // ADMINISTRATOR of every center but the mail center
  'stranger', // OPERATOR of another organisation's mail center
  'strangeAdmin', // site administrator of another organisation
  'siteAdmin',
] as const;
type Kind = (typeof kinds)[number];

/** Who passes; anonymous callers get 401 and the others 403. */
const passing = {
  everybody: kinds,
  signedIn: kinds.slice(1),
  mailWorkers: ['operator', 'manager', 'administrator', 'stranger', 'strangeAdmin', 'siteAdmin'],
  mailManagers: ['manager', 'administrator', 'strangeAdmin', 'siteAdmin'],
  oneself: ['self', 'strangeAdmin', 'siteAdmin'],
  siteAdmins: ['strangeAdmin', 'siteAdmin'],
  serviceCrew: ['elsewhere', 'strangeAdmin', 'siteAdmin'],
  // Who sees a request because they work there did not ask for it; of a stranger's there is none to see.
  requesters: kinds.slice(1).filter((kind) => kind !== 'elsewhere' && kind !== 'siteAdmin'),
  lookedAtThere: ['elsewhere', 'stranger', 'strangeAdmin', 'siteAdmin'],
  // Who works in the asset center, of which kind `elsewhere` is.
  assetKeepers: ['elsewhere', 'strangeAdmin', 'siteAdmin'],
  moveManagers: ['elsewhere', 'strangeAdmin', 'siteAdmin'],
  bookingManagers: ['elsewhere', 'strangeAdmin', 'siteAdmin'],
  // Whose a booking is is looked at when it has been found, which a stranger’s is not.
  bookersAndManagers: ['elsewhere', 'stranger', 'strangeAdmin', 'siteAdmin'],
  // Whose links these are is looked at when the person has been found, which a stranger’s is not.
  oneselfAndSiteAdmins: ['self', 'stranger', 'strangeAdmin', 'siteAdmin'],
  oneselfAlone: ['self', 'stranger', 'strangeAdmin'],
} satisfies Record<string, readonly Kind[]>;
type Group = keyof typeof passing;

const table: Record<string, Group | [Group, unknown]> = {
  'GET /docs': 'everybody',
  'GET /docs/json': 'everybody',
  'GET /docs/yaml': 'everybody',
  'GET /docs/static/*': 'everybody',
  'GET /docs/static/index.html': 'everybody',
  'GET /docs/static/swagger-initializer.js': 'everybody',

  'POST /data/login': ['everybody', {}],
  'POST /data/logout': 'everybody',
  'POST /data/register': ['everybody', {}],
  'POST /data/resetPassword': ['everybody', {}],
  'POST /data/resetPassword/confirm': ['everybody', {}],
  'GET /data/demo': 'everybody',
  'GET /data/companies/my': 'signedIn',
  'GET /data/users/me': 'signedIn',
  'GET /data/users/:id': 'signedIn',
  ...Object.fromEntries(
    [
      'tickets',
      'tickets/outgoing',
      'tickets/incoming',
      'tickets/:ticket',
      'reservations',
      'lendings',
      'keeper-lendings',
      'kept-resources',
      'kept-resources/history',
      'leaves',
      'leaves-for-approval',
      'leave-days-limits',
    ].map((path) => [`GET /data/users/:id/${path}`, 'oneselfAndSiteAdmins']),
  ),
  'GET /data/users/:id/approvers': 'signedIn',
  'GET /data/users/:id/filters': 'oneselfAlone',
  'GET /data/users/:id/reminders': 'oneselfAlone',

  [`GET ${API}/events`]: 'signedIn',
  [`GET ${API}/files/:id`]: 'signedIn',
  [`GET ${API}/centers`]: 'signedIn',
  [`GET ${API}/centers/count`]: 'signedIn',
  [`GET ${API}/users`]: 'signedIn',
  [`GET ${API}/users/count`]: 'signedIn',
  [`GET ${API}/users/me`]: 'signedIn',
  [`GET ${API}/users/username/:username`]: 'signedIn',
  [`GET ${API}/users/:id`]: 'signedIn',
  [`GET ${API}/users/:id/permissions`]: 'signedIn',
  [`GET ${API}/users/:id/permissions/count`]: 'signedIn',
  [`POST ${API}/users`]: ['siteAdmins', { firstName: 'A', lastName: 'B', email: 'ab@example.com' }],
  [`PUT ${API}/users/:id`]: ['oneself', { phone: '1' }],
  [`POST ${API}/users/:id/attachAvatar`]: ['oneself', { image, fileName: 'a.png' }],
  [`PUT ${API}/users/:id/resetPassword`]: 'oneself',
  [`PUT ${API}/users/:id/permissions`]: ['siteAdmins', []],
  [`DELETE ${API}/users/:id`]: 'siteAdmins',

  [`GET ${API}/users.csv`]: 'signedIn',
  [`GET ${API}/users/chart`]: 'signedIn',
  [`GET ${API}/users/types`]: 'signedIn',
  [`GET ${API}/users/:id/reports`]: 'signedIn',
  [`GET ${API}/users/:id/managers`]: 'signedIn',
  [`GET ${API}/users/:id/invite`]: 'siteAdmins',
  [`POST ${API}/users/:id/invite`]: 'siteAdmins',
  [`GET ${API}/centers/roles`]: 'signedIn',

  [`GET ${API}/users/deactivated`]: 'siteAdmins',
  [`GET ${API}/users/deactivated/count`]: 'siteAdmins',
  [`PUT ${API}/users/:id/restore`]: 'siteAdmins',

  [`GET ${API}/find`]: 'signedIn',
  [`GET ${API}/users/me/filters`]: 'signedIn',
  [`PUT ${API}/users/me/filters`]: ['signedIn', { view: 'A', name: 'A', filters: {} }],
  [`DELETE ${API}/users/me/filters/:id`]: 'signedIn',

  [`GET ${API}/users/me/reportAuth`]: 'signedIn',
  [`GET ${API}/users/me/supportAuth`]: 'signedIn',
  ...Object.fromEntries(
    [
      ['categories', { name: 'A' }],
      ['categories/depths', { name: 'A', category: { id: 999_999 } }],
      ['categories/depth', { name: 'A', category: { id: 999_999 } }],
      ['categories/items', { name: 'A', category: { id: 999_999 } }],
      ['contacts', { name: 'A' }],
      ['agreements', { type: 'A' }],
    ].flatMap(([path, body]) => [
      [`GET ${API}/${path as string}`, 'signedIn'],
      [`GET ${API}/${path as string}/count`, 'signedIn'],
      [`GET ${API}/${path as string}/:id`, 'signedIn'],
      [`POST ${API}/${path as string}`, ['siteAdmins', body]],
      [`PUT ${API}/${path as string}/:id`, ['siteAdmins', { name: 'B' }]],
      [`DELETE ${API}/${path as string}/:id`, 'siteAdmins'],
    ]),
  ),
  [`GET ${API}/categories/:id/tree`]: 'signedIn',
  ...Object.fromEntries(
    ['users', 'rooms', ':id/children', ':id/users', ':id/rooms'].flatMap((path) => [
      [`GET ${API}/categories/items/${path}`, 'signedIn'],
      [`GET ${API}/categories/items/${path}/count`, 'signedIn'],
    ]),
  ),

  [`GET ${API}/mail/items`]: 'signedIn',
  [`GET ${API}/mail/items/count`]: 'signedIn',
  [`GET ${API}/mail/items/counts`]: 'signedIn',
  [`GET ${API}/mail/items/delivered`]: 'signedIn',
  [`GET ${API}/mail/items/delivered/count`]: 'signedIn',
  [`GET ${API}/mail/items/ids`]: 'signedIn',
  [`GET ${API}/mail/items/ids/count`]: 'signedIn',
  [`GET ${API}/mail/items/:id`]: 'signedIn',
  [`GET ${API}/mail/desk`]: 'signedIn',
  [`GET ${API}/mail/recipients`]: 'mailWorkers',
  ...Object.fromEntries(
    ['packageTypes', 'mailstops', 'types', 'routes', 'locations', 'alerts'].flatMap((path) => [
      [`GET ${API}/mail/${path}`, 'signedIn'],
      [`GET ${API}/mail/${path}/count`, 'signedIn'],
    ]),
  ),
  [`GET ${API}/mail/items.csv`]: 'signedIn',
  [`POST ${API}/mail/alerts`]: ['mailWorkers', { notes: 'A' }],
  [`PUT ${API}/mail/alerts/:id`]: ['mailWorkers', { notes: 'A' }],
  [`DELETE ${API}/mail/alerts/:id`]: 'mailWorkers',
  [`GET ${API}/notices`]: 'signedIn',
  [`GET ${API}/notices/count`]: 'signedIn',
  [`GET ${API}/notices/preferences`]: 'signedIn',
  [`PUT ${API}/notices/preferences`]: ['signedIn', { digestHour: 8 }],
  [`POST ${API}/notices/:id/read`]: 'signedIn',
  [`POST ${API}/notices/:id/unread`]: 'signedIn',
  [`POST ${API}/notices/read-all`]: ['signedIn', { upTo: 1 }],
  [`POST ${API}/notices/unread-all`]: ['signedIn', { readAt: 1 }],
  [`DELETE ${API}/notices/:id`]: 'signedIn',

  [`GET ${API}/mail/preferences`]: 'signedIn',
  [`PUT ${API}/mail/preferences`]: ['signedIn', { arrival: true }],
  [`GET ${API}/mail/notices`]: 'mailWorkers',
  [`GET ${API}/mail/notices/count`]: 'mailWorkers',
  [`POST ${API}/mail/notices/:id/retry`]: 'mailWorkers',
  [`GET ${API}/jobs`]: 'siteAdmins',
  [`GET ${API}/stats/mail`]: 'mailWorkers',
  [`GET ${API}/stats/mail.csv`]: 'mailWorkers',
  [`GET ${API}/stats/leaderboards/deliveries`]: 'signedIn',
  [`GET ${API}/stats/leaderboards/deliveries/count`]: 'signedIn',
  [`GET ${API}/stats/leaderboards/check-ins`]: 'signedIn',
  [`GET ${API}/stats/leaderboards/check-ins/count`]: 'signedIn',
  [`POST ${API}/mail/items/checkin`]: ['mailWorkers', [{ trackingNumber: 'A1' }]],
  [`PUT ${API}/mail/items/deliver`]: ['mailWorkers', [{ id: 999_999 }]],
  [`PUT ${API}/mail/items/:id`]: ['mailWorkers', { sender: 'A' }],
  [`PUT ${API}/mail/items/:id/deliver`]: 'mailWorkers',
  [`PUT ${API}/mail/items/:id/checkout`]: 'mailWorkers',
  [`PUT ${API}/mail/items/:id/pending`]: 'mailWorkers',
  [`PUT ${API}/mail/items/:id/transfer`]: 'mailWorkers',
  [`PUT ${API}/mail/items/:id/addComment`]: ['mailWorkers', { comment: 'A' }],
  [`POST ${API}/mail/items/:id/addComment`]: ['mailWorkers', { comment: 'A' }],
  [`DELETE ${API}/mail/items/:id`]: 'mailManagers',
  [`PUT ${API}/mail/items/assign`]: ['mailWorkers', [{ id: 999_999, toUser: { id: 999_999 } }]],
  [`PUT ${API}/mail/items/labels`]: ['mailWorkers', [{ id: 999_999 }]],
  [`GET ${API}/mail/items/:id/suggestions`]: 'mailWorkers',
  [`PUT ${API}/mail/items/:id/hold`]: 'signedIn',
  [`PUT ${API}/mail/items/:id/forward`]: ['signedIn', { forwardTo: 'A' }],
  [`PUT ${API}/mail/items/:id/release`]: 'signedIn',
  [`GET ${API}/mail/bags`]: 'mailWorkers',
  [`GET ${API}/mail/bags/count`]: 'mailWorkers',
  [`POST ${API}/mail/bags`]: ['mailWorkers', { to: { id: 999_999 } }],
  [`GET ${API}/mail/bags/:id`]: 'mailWorkers',
  [`PUT ${API}/mail/bags/:id/items`]: ['mailWorkers', [{ id: 999_999 }]],
  [`DELETE ${API}/mail/bags/:id/items`]: ['mailWorkers', [{ id: 999_999 }]],
  [`PUT ${API}/mail/bags/:id/send`]: 'mailWorkers',
  [`PUT ${API}/mail/bags/:id/receive`]: 'mailWorkers',
  [`GET ${API}/mail/run-sheets`]: 'mailWorkers',
  [`GET ${API}/mail/routes/:id/run-sheet`]: 'mailWorkers',
  [`GET ${API}/mail/resolve`]: 'mailWorkers',
  [`GET ${API}/guide`]: 'siteAdmins',
  [`PUT ${API}/guide`]: ['siteAdmins', { closed: false }],
  [`PUT ${API}/guide/steps/:step`]: ['siteAdmins', { skipped: false }],
  [`GET ${API}/scan`]: 'signedIn',

  [`GET ${API}/home`]: 'signedIn',

  [`GET ${API}/mail/collect-code`]: 'signedIn',
  [`POST ${API}/mail/collect-code`]: 'signedIn',
  [`GET ${API}/mail/routes/:id`]: 'signedIn',
  ...Object.fromEntries(
    ['routes', 'mailstops', 'locations'].flatMap((path) => [
      [`POST ${API}/mail/${path}`, ['mailManagers', { name: 'A' }]],
      [`PUT ${API}/mail/${path}/:id`, ['mailManagers', { name: 'B' }]],
      [`DELETE ${API}/mail/${path}/:id`, 'mailManagers'],
    ]),
  ),

  ...Object.fromEntries(
    ['buildings', 'floors', 'rooms', 'rooms/types', 'countries'].flatMap((path) => [
      [`GET ${API}/${path}`, 'signedIn'],
      [`GET ${API}/${path}/count`, 'signedIn'],
      [`GET ${API}/${path}/:id`, 'signedIn'],
      [
        `POST ${API}/${path}`,
        ['siteAdmins', { name: 'A', building: { id: 1 }, floor: { id: 1 }, type: { id: 1 } }],
      ],
      [`PUT ${API}/${path}/:id`, ['siteAdmins', { name: 'B' }]],
      [`DELETE ${API}/${path}/:id`, 'siteAdmins'],
    ]),
  ),
  [`GET ${API}/countries/:id/states`]: 'signedIn',
  [`GET ${API}/countries/:id/states/count`]: 'signedIn',
  [`GET ${API}/organisation`]: 'signedIn',
  [`PUT ${API}/organisation`]: ['siteAdmins', { country: 'PL' }],
  [`PUT ${API}/categories/items/:id/users`]: ['siteAdmins', { add: [] }],
  [`PUT ${API}/categories/items/:id/rooms`]: ['siteAdmins', { add: [] }],
  ...Object.fromEntries(
    ['routes', 'mailstops', 'locations'].map((path) => [
      `PUT ${API}/mail/${path}/:id/restore`,
      'mailManagers',
    ]),
  ),

  [`GET ${API}/floors/:id/plan`]: 'signedIn',
  [`PUT ${API}/floors/:id/plan`]: ['siteAdmins', { svg: drawing }],
  [`DELETE ${API}/floors/:id/plan`]: 'siteAdmins',
  [`PUT ${API}/floors/:id/shapes`]: ['siteAdmins', []],
  [`DELETE ${API}/floors/:id/shapes`]: 'siteAdmins',
  [`PUT ${API}/rooms/:id/shape`]: ['siteAdmins', { elementId: 'a' }],
  [`DELETE ${API}/rooms/:id/shape`]: 'siteAdmins',

  [`GET ${API}/audit`]: 'siteAdmins',

  ...Object.fromEntries(
    ['people', 'buildings', 'spaces'].flatMap((kind) => [
      [`POST ${API}/imports/${kind}/preview`, ['siteAdmins', { csv: 'a' }]],
      [`POST ${API}/imports/${kind}`, ['siteAdmins', { csv: 'a' }]],
    ]),
  ),
  [`POST ${API}/imports/bookings/preview`]: ['bookingManagers', { csv: 'a' }],
  [`POST ${API}/imports/bookings`]: ['bookingManagers', { csv: 'a' }],
  // Tickets and figures of service requests
  [`POST ${API}/imports/service-requests/preview`]: ['serviceCrew', { csv: 'a' }],
  [`POST ${API}/imports/service-requests`]: ['serviceCrew', { csv: 'a' }],
  [`GET ${API}/stats/maintenance`]: 'serviceCrew',
  [`GET ${API}/stats/maintenance.csv`]: 'serviceCrew',
  [`GET ${API}/mail/couriers`]: 'signedIn',
  [`GET ${API}/mail/couriers/count`]: 'signedIn',
  [`PUT ${API}/mail/packageTypes/order`]: ['mailManagers', []],
  [`PUT ${API}/mail/locations/order`]: ['mailManagers', []],
  ...Object.fromEntries(
    ['packageTypes', 'couriers'].flatMap((path) => [
      [`POST ${API}/mail/${path}`, ['mailManagers', { name: 'A' }]],
      [`PUT ${API}/mail/${path}/:id`, ['mailManagers', { name: 'B' }]],
      [`DELETE ${API}/mail/${path}/:id`, 'mailManagers'],
      [`PUT ${API}/mail/${path}/:id/restore`, 'mailManagers'],
    ]),
  ),
  [`GET ${API}/centers/:id/hours`]: 'signedIn',
  [`PUT ${API}/centers/:id/hours`]: ['mailManagers', { holidays: [] }],

  [`GET ${API}/buildings/:id/contents`]: 'signedIn',
  [`GET ${API}/floors/:id/contents`]: 'signedIn',
  [`GET ${API}/rooms/:id/contents`]: 'signedIn',
  [`GET ${API}/rooms/types/:id/contents`]: 'signedIn',

  ...Object.fromEntries(
    ['', '/count', '/:id', '/rules', '/rules/count', '/rules/:id', '/day', '/availability'].map((path) => [
      `GET ${API}/reservations${path}`,
      'signedIn',
    ]),
  ),
  // Everybody books for themselves; a booking that is there belongs to the site administrator.
  [`POST ${API}/reservations`]: ['signedIn', {}],
  [`POST ${API}/reservations/series`]: ['signedIn', {}],
  [`POST ${API}/reservations/series/preview`]: ['signedIn', {}],
  [`PUT ${API}/reservations/cancel`]: ['signedIn', { startDate: 1, endDate: 2 }],
  [`PUT ${API}/reservations/:id`]: ['bookersAndManagers', { name: 'A' }],
  [`DELETE ${API}/reservations/:id`]: 'bookersAndManagers',
  ...Object.fromEntries(
    ['cancel', 'checkIn', 'checkOut'].map((step) => [
      `PUT ${API}/reservations/:id/${step}`,
      'bookersAndManagers',
    ]),
  ),
  [`PUT ${API}/reservations/:id/approve`]: 'bookersAndManagers',
  [`PUT ${API}/reservations/:id/decline`]: 'bookersAndManagers',
  [`POST ${API}/reservations/rules`]: ['bookingManagers', {}],
  [`PUT ${API}/reservations/rules/:id`]: ['bookingManagers', { approval: true }],
  [`DELETE ${API}/reservations/rules/:id`]: 'bookingManagers',

  // Each keeps their own: what is somebody else's is not found.
  [`GET ${API}/calendars/:token.ics`]: 'everybody',
  [`GET ${API}/reservations/feeds`]: 'signedIn',
  [`POST ${API}/reservations/feeds`]: ['signedIn', {}],
  [`PUT ${API}/reservations/feeds/:id/renew`]: 'signedIn',
  [`DELETE ${API}/reservations/feeds/:id`]: 'signedIn',
  [`GET ${API}/reservations/:id/invitations`]: 'signedIn',
  [`PUT ${API}/reservations/:id/invitations/retry`]: 'bookersAndManagers',
  [`GET ${API}/reservations/waiting`]: 'signedIn',
  [`POST ${API}/reservations/waiting`]: ['signedIn', {}],
  [`DELETE ${API}/reservations/waiting/:id`]: 'signedIn',

  [`GET ${API}/reservations/in`]: 'signedIn',
  [`GET ${API}/stats/reservations`]: 'bookingManagers',
  [`GET ${API}/stats/reservations.csv`]: 'bookingManagers',
  [`GET ${API}/rooms/codes`]: 'signedIn',
  [`GET ${API}/rooms/:id/now`]: 'signedIn',
  [`POST ${API}/rooms/:id/walkIn`]: ['signedIn', { endDate: 1 }],
  [`POST ${API}/rooms/:id/swap`]: ['signedIn', { reservation: { id: 999_999_999 } }],
  [`GET ${API}/displays/:token`]: 'everybody',
  [`GET ${API}/reservations/displays`]: 'bookingManagers',
  [`POST ${API}/reservations/displays`]: ['bookingManagers', {}],
  [`PUT ${API}/reservations/displays/:id/renew`]: 'bookingManagers',
  [`DELETE ${API}/reservations/displays/:id`]: 'bookingManagers',
  // Whose a request is is looked at when it has been found: others are told that there is none.
  ...Object.fromEntries(
    ['', '/count', '/stats', '/:id', '/:id/comments', '/:id/events', '/:id/clock'].map((path) => [
      `GET ${API}/maintenance/requests${path}`,
      'signedIn',
    ]),
  ),
  [`POST ${API}/maintenance/requests`]: ['signedIn', {}],
  [`PUT ${API}/maintenance/requests/:id`]: ['signedIn', { description: 'A' }],
  [`DELETE ${API}/maintenance/requests/:id`]: 'signedIn',
  [`POST ${API}/maintenance/requests/:id/addComment`]: ['signedIn', { comment: 'A' }],
  [`PUT ${API}/maintenance/requests/:id/addComment`]: ['signedIn', { comment: 'A' }],
  [`POST ${API}/maintenance/requests/:id/attachImage`]: ['signedIn', { image }],
  [`PUT ${API}/maintenance/requests/:id/rate`]: ['requesters', { stars: 5 }],
  ...Object.fromEntries(
    ['accept', 'reject', 'start', 'hold', 'resume', 'complete'].map((step) => [
      `PUT ${API}/maintenance/requests/:id/${step}`,
      'serviceCrew',
    ]),
  ),
  // Whether somebody stands in for a manager on leave is looked at when the request has been found.
  [`PUT ${API}/maintenance/requests/:id/approve`]: 'lookedAtThere',
  [`PUT ${API}/maintenance/requests/:id/decline`]: 'lookedAtThere',
  [`PUT ${API}/maintenance/requests/:id/operators`]: ['serviceCrew', { add: [] }],
  [`PUT ${API}/maintenance/requests/assign`]: ['serviceCrew', {}],
  [`POST ${API}/maintenance/requests/:id/looking`]: 'serviceCrew',
  [`DELETE ${API}/maintenance/requests/:id/looking`]: 'serviceCrew',
  [`GET ${API}/maintenance/requests/:id/time`]: 'serviceCrew',
  [`POST ${API}/maintenance/requests/:id/time`]: ['serviceCrew', { minutes: 1 }],
  [`POST ${API}/maintenance/requests/:id/supplies`]: ['serviceCrew', { name: 'A', quantity: 1 }],
  [`GET ${API}/service/operators`]: 'serviceCrew',
  [`GET ${API}/service/catalogue`]: 'signedIn',
  [`GET ${API}/maintenance/priorities/:id/earliestRequiredDate`]: 'signedIn',
  ...Object.fromEntries(
    ['types', 'categories', 'products', 'priorities'].flatMap((path) => [
      [`GET ${API}/maintenance/${path}`, 'signedIn'],
      [`GET ${API}/maintenance/${path}/count`, 'signedIn'],
      [`GET ${API}/maintenance/${path}/:id`, 'signedIn'],
      [`POST ${API}/maintenance/${path}`, ['serviceCrew', { name: 'A' }]],
      [`PUT ${API}/service/${path}/:id`, ['serviceCrew', { name: 'B' }]],
      [`DELETE ${API}/service/${path}/:id`, 'serviceCrew'],
    ]),
  ),
  [`GET ${API}/service/plans`]: 'serviceCrew',
  [`GET ${API}/service/plans/count`]: 'serviceCrew',
  [`GET ${API}/service/plans/:id`]: 'serviceCrew',
  [`POST ${API}/service/plans`]: ['serviceCrew', {}],
  [`POST ${API}/service/plans/preview`]: ['serviceCrew', {}],
  [`PUT ${API}/service/plans/:id`]: ['serviceCrew', { name: 'B' }],
  [`DELETE ${API}/service/plans/:id`]: 'serviceCrew',

  // Moves: what of a request somebody may do hangs on who moves by it, and on whom they report to (rights.test.ts).
  [`GET ${API}/move/requests`]: 'signedIn',
  [`GET ${API}/move/requests/count`]: 'signedIn',
  [`GET ${API}/move/requests.csv`]: 'signedIn',
  [`GET ${API}/move/requests/:id`]: 'signedIn',
  [`GET ${API}/move/requests/:id/events`]: 'signedIn',
  [`POST ${API}/move/requests`]: ['signedIn', {}],
  [`PUT ${API}/move/requests/:id`]: ['signedIn', {}],
  [`DELETE ${API}/move/requests/:id`]: 'signedIn',
  ...Object.fromEntries(
    ['archive', 'unarchive', 'approve', 'reopen', 'start'].map((step) => [
      `POST ${API}/move/requests/:id/${step}`,
      'signedIn' as const,
    ]),
  ),
  [`POST ${API}/move/requests/:id/reject`]: ['signedIn', { note: 'A' }],
  [`POST ${API}/move/requests/:id/addComment`]: ['signedIn', { comment: 'A' }],
  [`POST ${API}/move/requests/:id/messages`]: ['signedIn', { text: 'A', to: 'everybody' }],
  ...Object.fromEntries(
    ['statuses', 'requestTypes', 'tasks', 'checklist'].flatMap((path) => [
      [`GET ${API}/move/${path}`, 'signedIn' as const],
      [`GET ${API}/move/${path}/count`, 'signedIn' as const],
    ]),
  ),
  [`GET ${API}/move/board`]: 'signedIn',
  [`GET ${API}/move/spaces`]: 'signedIn',
  [`POST ${API}/move/groups`]: ['signedIn', {}],
  [`POST ${API}/move/groups/preview`]: ['signedIn', {}],
  [`PUT ${API}/move/items/:id/tasks/:taskId`]: ['signedIn', {}],
  [`POST ${API}/move/items/:id/tasks/:taskId/serviceRequest`]: ['signedIn', {}],
  [`PUT ${API}/move/settings/types/:id`]: ['moveManagers', {}],
  [`POST ${API}/move/settings/tasks`]: ['moveManagers', {}],
  [`PUT ${API}/move/settings/tasks/:id`]: ['moveManagers', {}],
  [`DELETE ${API}/move/settings/tasks/:id`]: 'moveManagers',
  [`GET ${API}/service/hold-reasons`]: 'signedIn',
  [`GET ${API}/service/hold-reasons/count`]: 'signedIn',
  [`GET ${API}/service/hold-reasons/:id`]: 'signedIn',
  [`POST ${API}/service/hold-reasons`]: ['serviceCrew', { name: 'A' }],
  [`PUT ${API}/service/hold-reasons/:id`]: ['serviceCrew', { name: 'B' }],
  [`DELETE ${API}/service/hold-reasons/:id`]: 'serviceCrew',

  // Audits of assets: who is named in one needs no role, and nobody here is.
  ...Object.fromEntries(
    [
      '',
      '/count',
      '/:id',
      '/:id/scans',
      '/:id/progress',
      '/:id/assets',
      '/:id/assets/count',
      '/:id/differences',
      '/:id/differences/count',
      '/:id/report',
      '/:id/report.csv',
    ].map((path) => [`GET ${API}/assets/audits${path}`, 'assetKeepers']),
  ),
  [`POST ${API}/assets/audits`]: ['assetKeepers', { name: 'A' }],
  [`POST ${API}/assets/audits/preview`]: ['assetKeepers', {}],
  [`PUT ${API}/assets/audits/:id`]: ['assetKeepers', { name: 'B' }],
  ...Object.fromEntries(
    ['open', 'reconcile', 'reopen', 'close', 'cancel'].map((step) => [
      `PUT ${API}/assets/audits/:id/${step}`,
      'assetKeepers',
    ]),
  ),
  [`POST ${API}/assets/audits/:id/scans`]: ['assetKeepers', { code: 'A', roomId: 999_999 }],
  [`PUT ${API}/assets/audits/:id/spaces`]: ['assetKeepers', { roomId: 999_999, done: true }],
  [`PUT ${API}/assets/audits/:id/decide`]: ['assetKeepers', { decision: 'accepted', kind: 'missing' }],
  [`POST ${API}/assets/scans`]: ['assetKeepers', { code: 'A', roomId: 999_999 }],
  ...Object.fromEntries(
    ['place', 'leave', 'undo'].map((choice) => [`POST ${API}/assets/scans/:id/${choice}`, 'assetKeepers']),
  ),
  ...Object.fromEntries(
    ['', '/count', '/:id'].map((path) => [`GET ${API}/assets/unknown-tags${path}`, 'assetKeepers']),
  ),
  [`PUT ${API}/assets/unknown-tags/:id`]: ['assetKeepers', { note: 'A' }],
  [`POST ${API}/assets/unknown-tags/:id/attachImage`]: ['assetKeepers', { image }],
  [`PUT ${API}/assets/unknown-tags/:id/resolve`]: ['assetKeepers', { asset: { id: 999_999 } }],
  [`PUT ${API}/assets/unknown-tags/:id/dismiss`]: ['assetKeepers', { reason: 'A' }],

  ...Object.fromEntries(
    ['assets', 'asset-models'].flatMap((kind) => [
      [`POST ${API}/imports/${kind}/preview`, ['assetKeepers', { csv: 'a' }]],
      [`POST ${API}/imports/${kind}`, ['assetKeepers', { csv: 'a' }]],
    ]),
  ),
  [`GET ${API}/assets`]: 'signedIn',
  [`GET ${API}/assets/count`]: 'signedIn',
  [`GET ${API}/assets.csv`]: 'signedIn',
  [`GET ${API}/assets/codes/:code`]: 'signedIn',
  [`GET ${API}/assets/:id`]: 'signedIn',
  [`GET ${API}/assets/:id/history`]: 'signedIn',
  [`POST ${API}/assets`]: ['assetKeepers', { model: { id: 1 } }],
  [`PUT ${API}/assets`]: ['assetKeepers', { assets: [{ id: 1 }], set: { active: true } }],
  [`PUT ${API}/assets/undo`]: ['assetKeepers', { dateUpdated: 1, assets: [{ id: 1 }] }],
  [`PUT ${API}/assets/remove`]: ['assetKeepers', { assets: [{ id: 1 }] }],
  [`PUT ${API}/assets/restore`]: ['assetKeepers', { assets: [{ id: 1 }] }],
  [`PUT ${API}/assets/:id`]: ['assetKeepers', { name: 'B' }],
  [`PUT ${API}/assets/:id/verify`]: 'assetKeepers',
  [`POST ${API}/assets/:id/attachImage`]: ['assetKeepers', { image }],
  [`DELETE ${API}/assets/images/:id`]: 'assetKeepers',
  [`DELETE ${API}/assets/:id`]: 'assetKeepers',
  ...Object.fromEntries(
    ['types', 'models'].flatMap((path): [string, Group | [Group, unknown]][] => [
      [`GET ${API}/assets/${path}`, 'signedIn'],
      [`GET ${API}/assets/${path}/count`, 'signedIn'],
      [`GET ${API}/assets/${path}/:id`, 'signedIn'],
      [`POST ${API}/assets/${path}`, ['assetKeepers', { name: 'A', type: { id: 1 } }]],
      [`PUT ${API}/assets/${path}/:id`, ['assetKeepers', { name: 'B' }]],
      [`DELETE ${API}/assets/${path}/:id`, 'assetKeepers'],
    ]),
  ),

  // Who of them sees and may change a request is looked at when it has been found.
  [`POST ${API}/move/conflicts`]: ['signedIn', { items: [] }],
  [`GET ${API}/move/requests/:id/conflicts`]: 'signedIn',
  [`GET ${API}/move/requests/:id/preview`]: 'signedIn',
  [`GET ${API}/move/requests/:id/outcome`]: 'signedIn',
  [`POST ${API}/move/requests/:id/effect`]: 'signedIn',
  [`PUT ${API}/move/items/:id/assets`]: ['signedIn', { assets: null }],
  [`PUT ${API}/move/items/:id/heir`]: ['signedIn', { heir: null }],
  // Lending of assets.
  [`GET ${API}/assets/loans`]: 'signedIn',
  [`GET ${API}/assets/loans/count`]: 'signedIn',
  [`GET ${API}/assets/loans/:id`]: 'signedIn',
  [`POST ${API}/assets/loans`]: ['assetKeepers', { asset: { id: 1 }, user: { id: 1 }, dueDate: 1 }],
  [`POST ${API}/assets/loans/reserve`]: ['signedIn', {}],
  [`PUT ${API}/assets/loans/:id`]: ['signedIn', { notes: 'A' }],
  [`PUT ${API}/assets/loans/:id/handOver`]: 'assetKeepers',
  [`PUT ${API}/assets/loans/:id/return`]: 'assetKeepers',
  [`PUT ${API}/assets/loans/:id/cancel`]: 'signedIn',
  [`PUT ${API}/assets/loans/:id/undo`]: 'signedIn',
  [`PUT ${API}/assets/loans/:id/remind`]: 'assetKeepers',
  [`GET ${API}/assets/lendable`]: 'signedIn',
  [`PUT ${API}/assets/lendable`]: ['assetKeepers', { assets: [{ id: 1 }], lendable: true }],
  [`GET ${API}/assets/lending/scan`]: 'assetKeepers',
  [`GET ${API}/assets/lending/rules`]: 'assetKeepers',
  [`PUT ${API}/assets/lending/rules`]: ['assetKeepers', {}],
  [`GET ${API}/assets/mine`]: 'signedIn',
  [`PUT ${API}/assets/mine/answers`]: ['signedIn', { answers: [{ id: 1, answer: 'have' }] }],
  [`GET ${API}/assets/confirmations`]: 'assetKeepers',
  [`POST ${API}/assets/confirmations`]: ['assetKeepers', {}],
  [`POST ${API}/assets/confirmations/preview`]: ['assetKeepers', {}],
  [`GET ${API}/assets/confirmations/:id`]: 'assetKeepers',
  [`PUT ${API}/assets/confirmations/:id`]: ['assetKeepers', { name: 'B' }],
  [`GET ${API}/assets/confirmations/:id/answers`]: 'assetKeepers',
  [`GET ${API}/assets/confirmations/:id/people`]: 'assetKeepers',
  [`PUT ${API}/assets/confirmations/:id/close`]: 'assetKeepers',
  [`PUT ${API}/assets/confirmations/:id/remind`]: 'assetKeepers',

  // Leave: who may decide is told by a sentence.
  [`GET ${API}/leaves`]: 'signedIn',
  [`GET ${API}/leaves/count`]: 'signedIn',
  [`GET ${API}/leaves.csv`]: 'signedIn',
  [`GET ${API}/leaves/away`]: 'signedIn',
  [`GET ${API}/leaves/limits`]: 'signedIn',
  [`GET ${API}/leaves/types`]: 'signedIn',
  [`GET ${API}/leaves/:id`]: 'signedIn',
  [`GET ${API}/leaves/:id/events`]: 'signedIn',
  [`POST ${API}/leaves`]: ['signedIn', {}],
  [`POST ${API}/leaves/preview`]: ['signedIn', {}],
  [`PUT ${API}/leaves/:id`]: ['signedIn', {}],
  [`POST ${API}/leaves/:id/approve`]: 'signedIn',
  [`POST ${API}/leaves/:id/reject`]: ['signedIn', { comment: 'A' }],
  [`POST ${API}/leaves/:id/withdraw`]: 'signedIn',
  [`POST ${API}/leaves/:id/cancel`]: 'signedIn',
  [`PUT ${API}/leaves/limits`]: ['siteAdmins', {}],
  [`POST ${API}/leaves/types`]: ['siteAdmins', { name: 'A' }],
  [`PUT ${API}/leaves/types/:id`]: ['siteAdmins', {}],
  [`DELETE ${API}/leaves/types/:id`]: 'siteAdmins',
};

/** Countries cannot be written, which the documents answer with 500: also a way to pass. */
const documented500 = new Set([`POST ${API}/countries`, `PUT ${API}/countries/:id`]);

const server = await testServer();
const siteAdmin = await server.register();
const strangeAdmin = await server.register();
const mail = (role: string) => siteAdmin.person({ mail: role });
const roleEverywhereElse = Object.fromEntries(
  ['copy', 'move', 'reservation', 'maintenance', 'asset'].map((module) => [module, 'ADMINISTRATOR']),
);
const callers: Record<Exclude<Kind, 'anonymous' | 'self'>, TestUser> = {
  plain: await siteAdmin.person(),
  customer: await mail('CUSTOMER'),
  operator: await mail('OPERATOR'),
  technician: await mail('TECHNICIAN'),
  manager: await mail('MANAGER'),
  administrator: await mail('ADMINISTRATOR'),
  elsewhere: await siteAdmin.person(roleEverywhereElse),
  stranger: await strangeAdmin.person({ mail: 'OPERATOR' }),
  strangeAdmin,
  siteAdmin,
};

const somebody = await siteAdmin.person();
const centers = (await siteAdmin.call('GET', '/centers')).json<{ id: number; module: string }[]>();
const mailCenter = centers.find(({ module }) => module === 'mail')!.id;
const { rows } = await server.owner.query<{ id: number }>(
  `INSERT INTO center (organisation_id, module, code, name)
   SELECT organisation_id, 'mail', 'far', 'Far Mail Center' FROM app_user WHERE id = $1 RETURNING id`,
  [siteAdmin.id],
);
const otherMailCenter = rows[0]!.id;

const routes = server.app.routeTable.filter(({ url }) => /^\/(external|data|docs)\b/.test(url));
const nameOf = ({ method, url }: { method: string; url: string }) => `${method} ${url}`;

test('every route is in the table, and every line of the table has its route', () => {
  expect(Object.keys(table).toSorted()).toEqual(routes.map(nameOf).toSorted());
});

const { rows: organisations } = await server.owner.query<{ organisation: number }>(
  'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
  [siteAdmin.id],
);
const site = { server, admin: siteAdmin, organisation: organisations[0]!.organisation, word: 'A' };

/** The id that :id of this address stands for, in the organisation of `siteAdmin`. */
async function recordFor(url: string, self: TestUser): Promise<number> {
  const kind = pathIds[
    url
      .replace(API, '')
      .replace(/^\/data/, '')
      .replace(/(?<=:id).*/, '')
  ] as RecordKind;
  if (kind === 'user') return self.id;
  if (kind === 'center') return mailCenter;
  if (kind !== 'mailBag') return make(site, kind);
  // Who may act on a bag works at the end where it is.
  const [here, there] = [{ id: mailCenter }, { id: otherMailCenter }];
  const bag = url.endsWith('/receive') ? { from: there, to: here } : { from: here, to: there };
  return (await siteAdmin.call('POST', '/mail/bags', bag)).json<{ id: number }>().id;
}

async function statusOf(method: string, url: string, caller: TestUser | undefined, body: unknown) {
  const answer = await server.app.inject({
    method: method as 'GET',
    url,
    payloadAsStream: true, // the stream of events never ends
    ...(body !== undefined && { payload: body as object }),
    ...(caller && {
      headers: { 'x-auth-username': caller.email, 'x-auth-password': caller.password },
    }),
  });
  answer.stream().destroy();
  return answer.statusCode;
}

test.each(routes.map((route) => [nameOf(route), route] as const))('%s', async (name, { method, url }) => {
  const [group, body] = [table[name]].flat(1) as [Group, unknown];
  const self = method === 'DELETE' ? await siteAdmin.person() : somebody;
  const address = url
    .replace(':id', url.includes(':id') ? String(await recordFor(url, self)) : '')
    .replace(':kind', 'people')
    .replace(':ticket', 'service-1')
    .replace(':step', 'roles')
    .replace(':username', 'somebody')
    .replace('*', 'index.css');
  const passes: readonly Kind[] = passing[group];
  for (const kind of kinds) {
    const caller = kind === 'anonymous' ? undefined : kind === 'self' ? self : callers[kind];
    const status = await statusOf(method, address, caller, body);
    const foreign = (kind === 'stranger' || kind === 'strangeAdmin') && url.includes(':id');
    const outcome =
      status === 401 || status === 403 || (status === 404 && foreign)
        ? status
        : status < 500 || documented500.has(name)
          ? 'passes'
          : status;
    const expected = !passes.includes(kind) ? (kind === 'anonymous' ? 401 : 403) : foreign ? 404 : 'passes';
    expect([kind, outcome]).toEqual([kind, expected]);
  }
});
