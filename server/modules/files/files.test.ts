import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readImage } from '#server/lib/images.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { disposition } from './routes.ts';

const server = await testServer();
const { deps, owner } = server;
const admin = await server.register();
const red = (
  await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
).toString('base64');

async function avatarOf(user: TestUser, fileName = 'red.png') {
  const answer = await user.call('POST', `/users/${user.id}/attachAvatar`, { image: red, fileName });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ image: { id: number; downloadURL: string } }>().image;
}

test('an avatar is shown to the organisation alone, and only as an image', async () => {
  const [worker, stranger] = [await admin.person(), await server.register()];
  const { id, downloadURL } = await avatarOf(admin);
  expect(downloadURL).toBe(`/external/api/rest/v2/files/${id}`);
  const answer = await worker.call('GET', `/files/${id}`);
  expect(answer.statusCode).toBe(200);
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="red.png"; filename*=UTF-8''red.png`,
    'cache-control': 'private, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  expect((await sharp(answer.rawPayload).metadata()).width).toBe(8);
  expect((await stranger.call('GET', `/files/${id}`)).statusCode).toBe(404);
  expect((await server.app.inject({ url: downloadURL })).statusCode).toBe(401);
  for (const wrong of ['0', '-1', '1.5', 'x', '99999999999999999999', String(id + 1000)])
    expect((await admin.call('GET', `/files/${wrong}`)).statusCode).toBe(404);
});

test('a signature is shown to mail workers and to those whom the parcel concerns', async () => {
  const [clerk, addressee, collector, colleague, customer] = [
    await admin.person({ mail: 'OPERATOR' }),
    await admin.person(),
    await admin.person(),
    await admin.person({ copy: 'ADMINISTRATOR' }),
    await admin.person({ mail: 'CUSTOMER' }),
  ];
  const { rows } = await owner.query<{ id: number }>(
    'SELECT organisation_id AS id FROM app_user WHERE id = $1',
    [admin.id],
  );
  const organisation = rows[0]!.id;
  const image = await readImage(red, { field: 'signature' });
  const file = await deps.db.write(organisation, (tx) => deps.files.storeImage(tx, image, 'mail'));
  await owner.query(
    `WITH item AS (
       INSERT INTO mail_item (organisation_id, center_id, courier_id, to_user_id, current_queue, date_created,
         date_updated, delivered_at)
       SELECT $1, c.id, k.id, $2, 'OUT', now(), now(), now() FROM center c, courier k
       WHERE c.organisation_id = $1 AND c.module = 'mail' AND k.organisation_id = $1 LIMIT 1
       RETURNING id, center_id)
     INSERT INTO mail_status (organisation_id, mail_item_id, code, center_id, entered_by, collected_by,
       signature_id, date_created)
     SELECT $1, id, 'out', center_id, $3, $4, $5, now() FROM item`,
    [organisation, addressee.id, clerk.id, collector.id, file],
  );
  const status = async (user: TestUser) => (await user.call('GET', `/files/${file}`)).statusCode;
  expect([
    await status(admin),
    await status(clerk),
    await status(addressee),
    await status(collector),
  ]).toEqual([200, 200, 200, 200]);
  expect([await status(colleague), await status(customer)]).toEqual([404, 404]);
});

test('no file name leaves its header', async () => {
  expect(disposition('zdjęcie "1"; x=y.png')).toBe(
    `inline; filename="zdj_cie _1__ x_y.png"; filename*=UTF-8''zdj%C4%99cie%20%221%22%3B%20x%3Dy.png`,
  );
  for (const fileName of ['a\r\nX-Evil: 1.png', '"; attachment', 'łódź 🐢 مرحبا.png', "it's (1)*!.png"]) {
    const { id } = await avatarOf(admin, fileName);
    const { headers, statusCode } = await admin.call('GET', `/files/${id}`);
    expect(statusCode).toBe(200);
    expect(headers['x-evil']).toBeUndefined();
    expect(headers['content-disposition']).toMatch(
      /^inline; filename="[\w .-]*"; filename\*=UTF-8''[\w.%~-]+$/,
    );
  }
});
