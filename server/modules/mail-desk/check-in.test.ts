import { beforeAll, describe, expect, test } from 'vitest';
import type { MailItem } from '#contract/mail.ts';
import { testServer, type TestServer, type TestUser } from '../../../test/app.ts';

let server: TestServer;
let admin: TestUser;
let clerk: TestUser;
let recipient: TestUser;
beforeAll(async () => {
  server = await testServer();
  admin = await server.register();
  clerk = await admin.person({ mail: 'OPERATOR' });
  recipient = await admin.person();
});

let serial = 0;
/** A number no test has used. */
const fresh = () => `number ${(serial += 1)}`;
const checkIn = async (body: unknown, by = clerk) => by.call('POST', '/mail/items/checkin', body);
const stored = async () => (await admin.call('GET', '/mail/items/count')).json<{ count: number }>().count;

describe('one scan', () => {
  test('an object is answered by an object, with every default filled in', async () => {
    const trackingNumber = fresh();
    const answer = await checkIn({ trackingNumber, toUser: { id: recipient.id } });
    expect(answer.statusCode).toBe(200);
    const item = answer.json<MailItem>();
    expect(item).toMatchObject({
      itemType: 'INBOUND',
      currentQueue: 'IN',
      deliveryType: 'Other',
      trackingNumber,
      originalTrackingNumber: trackingNumber,
      toUser: { id: recipient.id },
      deliverTo: { id: recipient.id },
      courier: { code: 'OTHER' },
      center: { name: 'Mail Center' },
      comments: [],
      statuses: [{ type: { code: 'checkin' }, enteredBy: { id: clerk.id }, center: { name: 'Mail Center' } }],
    });
    expect(item.statuses).toHaveLength(1);
    expect(item).not.toHaveProperty('duplicate');
    expect(item.dateCreated).toBe(item.dateUpdated);
    expect((await clerk.call('GET', `/mail/items/${item.id}`)).json()).toEqual(item);
  });
});
