import { expect, test } from 'vitest';
import type { MailItem } from '#contract/mail.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
const download = async (query = '', caller = desk.clerk) => {
  const answer = await caller.call('GET', `/mail/items.csv${query}`);
  expect(answer.statusCode).toBe(200);
  return answer;
};
/** Lines without the heading, as far as the tests write no commas into them. */
const lines = (body: string) =>
  body
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(','));

test('a file that Excel reads: mark, heading, a line a parcel, times by the organisation’s clock', async () => {
  const item = await desk.scan({ trackingNumber: freshNumber(), toUser: { id: desk.employee.id } });
  await desk.step(item.id, 'deliver', { collectedByName: 'Łódź' });
  const answer = await download(`?search=${encodeURIComponent(item.trackingNumber!)}`);
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringMatching(/^attachment; filename="parcels-\d{4}-\d\d-\d\d\.csv"$/),
  });
  expect([...answer.rawPayload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(answer.body.replace(/^\uFEFF/, '').split('\r\n')[0]).toBe(
    'id,tracking number,running number,queue,recipient,e-mail,mail stop,route,rack,courier,package type,center,checked in,delivered,collected by',
  );
  const [line] = lines(answer.body);
  expect(line).toEqual([
    String(item.id),
    item.trackingNumber,
    '',
    'OUT',
    item.toUser!.name,
    desk.employee.email,
    '',
    '',
    '',
    item.courier.name,
    '',
    item.center.name,
    expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/),
    expect.any(String),
    'Łódź',
  ]);
  expect(Date.parse(line![12]!)).toBe(Math.floor(item.dateCreated / 1000) * 1000);
});

test('what labels say is no formula', async () => {
  const { id } = await desk.scan({ recipientName: '=HYPERLINK("http://x";"y")' });
  const { body } = await download('?queue=IN');
  expect(body).toContain(`"'=HYPERLINK(""http://x"";""y"")"`);
  expect(body).toMatch(new RegExp(`(^|\\n)${id},,A-\\d{6},IN,`));
});

test('the file has what the list has, over many pages, by the same filters and the same rights', async () => {
  await desk.server.owner.query(
    `INSERT INTO mail_item (organisation_id, exception, center_id, courier_id, date_created, date_updated)
     SELECT organisation_id, 'no-recipient', $1, (SELECT min(id) FROM courier), now(), now()
     FROM center CROSS JOIN generate_series(1, 2300) WHERE id = $1`,
    [desk.center],
  );
  await desk.scan({ trackingNumber: freshNumber(), toUser: { id: desk.employee.id } });
  for (const query of [
    '',
    '?queue=IN',
    '?exception=true',
    '?toUserId=' + desk.employee.id,
    '?limit=2&startAt=4',
    '?orderByType=desc',
  ])
    for (const caller of [desk.clerk, desk.employee]) {
      const ids = (
        await caller.call('GET', `/mail/items/ids${query.replace('?limit=2&startAt=4', '')}`)
      ).json<number[]>();
      const found = lines((await download(query, caller)).body).map(([id]) => Number(id));
      expect(found).toEqual(query === '?orderByType=desc' ? ids.toReversed() : ids);
    }
  const own = (await desk.employee.call('GET', '/mail/items')).json<MailItem[]>();
  expect(lines((await download('', desk.employee)).body)).toHaveLength(own.length);
  const stranger = await desk.server.register();
  expect(lines((await download('', stranger)).body)).toEqual([]);
});

test('a wrong filter is answered as such', async () => {
  const answer = await desk.clerk.call('GET', '/mail/items.csv?queue=LOST');
  expect([answer.statusCode, answer.json()]).toMatchObject([
    400,
    { error: { field: expect.stringContaining('queue') } },
  ]);
});
