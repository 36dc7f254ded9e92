import { trackingKey } from '#contract/tracking-number.ts';
import type { MailDesk, MailItem, Queue, Recipient } from '#contract/mail.ts';
import type { Me, UserShort } from '#contract/users.ts';

/** A small desk for tests: two racks, three package types, four people. */
const dates = { dateCreated: 1, dateUpdated: 1 };
const short = (id: number, firstName: string, lastName: string): UserShort => ({
  id,
  name: `${firstName} ${lastName}`,
  firstName,
  lastName,
  userName: `user${id}`,
  email: `user${id}@northwind.example`,
  userType: { id: 1, name: 'Employee' },
});
const center = { id: 1, name: 'Mail Center' };
export const couriers = [
  { id: 31, code: 'UPS', name: 'UPS', ...dates },
  { id: 32, code: 'OTHER', name: 'Other', ...dates },
];
export const desk: MailDesk = {
  centers: [center, { id: 2, name: 'South' }],
  packageTypes: ['Envelope', 'Box', 'Bag'].map((name, at) => ({
    id: 11 + at,
    code: name,
    name,
    sortOrder: at,
    ...dates,
  })),
  couriers,
  routes: [{ id: 41, name: 'Morning', forShipping: false, ...dates }],
  mailStops: [{ id: 51, name: 'B1 North', routeIds: [41] }],
  locations: [
    { id: 21, name: 'Shelf A', sortOrder: 1, ...dates },
    { id: 22, name: 'Shelf B', sortOrder: 2, ...dates },
  ],
};

export const anna: Recipient = {
  ...short(101, 'Anna', 'Kowalska'),
  employeeId: 'E101',
  color: '#2f6f4f',
  department: 'Legal',
  mailStop: { id: 51, name: 'B1 North' },
  room: { id: 1, name: '1.204', floor: 'Floor 1', building: 'North' },
  alerts: [],
  openItems: 2,
};
export const annika: Recipient = {
  ...short(102, 'Annika', 'Berg'),
  color: '#7a4fbf',
  alerts: [],
  openItems: 0,
};
export const layla: Recipient = {
  ...short(103, 'ليلى', 'حسن'),
  color: '#b0562c',
  alerts: ['Away until Monday: hand parcels to Anna.'],
  openItems: 0,
};
const people = [anna, annika, layla];

/** As the server finds them: every word somewhere in name, employee id or stop. */
export const findPeople = (path: string) => {
  const words = (new URLSearchParams(path.split('?')[1]).get('search') ?? '').toLowerCase().split(' ');
  const text = (one: Recipient) => `${one.name} ${one.employeeId} ${one.mailStop?.name}`.toLowerCase();
  return { body: people.filter((one) => words.every((word) => text(one).includes(word))) };
};

const marta = short(7, 'Marta', 'Kowalczyk');
export const item = (id: number, change: Partial<MailItem> = {}): MailItem => ({
  id,
  itemType: 'INBOUND',
  currentQueue: 'IN',
  deliveryType: 'Other',
  trackingNumber: `NUMBER${id}`,
  originalTrackingNumber: `NUMBER${id}`,
  toUser: short(101, 'Anna', 'Kowalska'),
  deliverTo: short(101, 'Anna', 'Kowalska'),
  courier: couriers[0]!,
  center,
  location: { id: 21, name: 'Shelf A' },
  statuses: [
    {
      id: id * 10,
      type: { id: 1, code: 'checkin', name: 'Checked In' },
      center,
      enteredBy: marta,
      dateCreated: Date.now() - 3_600_000,
    },
  ],
  comments: [],
  dateCreated: Date.now() - 3_600_000,
  dateUpdated: 1000,
  ...change,
});

/** Somebody with a role at the mail center. */
export const working = (me: Me, role: 'OPERATOR' | 'MANAGER' = 'OPERATOR'): Me => ({
  ...me,
  permissions: [{ role, center: { ...center, module: 'mail', code: 'MAIL' } }],
});

export const parametersOf = (path: string) => new URLSearchParams(path.split('?')[1]);

/** `GET /mail/items` and its counts over these items, with the filters that the tests use. */
export function queuesOf(items: () => readonly MailItem[]) {
  const matching = (path: string) => {
    const asked = parametersOf(path);
    const search = asked.get('search');
    return items().filter(
      (one) =>
        (!search || trackingKey(one.trackingNumber ?? '').includes(trackingKey(search))) &&
        (!asked.get('exception') || Boolean(one.exception)) &&
        (!asked.get('exceptionReason') || one.exception === asked.get('exceptionReason')) &&
        (!asked.get('courierId') || one.courier.id === Number(asked.get('courierId'))) &&
        (!asked.get('olderThanDays') ||
          one.dateCreated <= Date.now() - Number(asked.get('olderThanDays')) * 86_400_000) &&
        (!asked.get('toUserId') || one.toUser?.id === Number(asked.get('toUserId'))),
    );
  };
  return {
    'GET /mail/items': ({ path }: { path: string }) => {
      const queue = parametersOf(path).get('queue')?.split(',');
      return { body: matching(path).filter((one) => !queue || queue.includes(one.currentQueue)) };
    },
    'GET /mail/items/counts': ({ path }: { path: string }) => {
      const counts: Record<Queue, number> = { IN: 0, PENDING: 0, TRANSFER: 0, CHECKOUT: 0, OUT: 0 };
      for (const one of matching(path)) counts[one.currentQueue] += 1;
      const exceptions = matching(path).filter(({ exception }) => exception).length;
      return { body: { counts, exceptions } };
    },
    'GET /mail/resolve': ({ path }: { path: string }) => {
      const code = trackingKey(parametersOf(path).get('code') ?? '');
      const found = items().find(({ trackingNumber }) => trackingKey(trackingNumber ?? '') === code);
      return { body: found ? { kind: 'item', item: found } : { kind: 'unknown' } };
    },
  };
}
