import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { manifest, sameFormat, second } from './barcode-photographs.ts';
import { drawCode, seeded, spoil } from './drawn-codes.ts';
import { test } from './fixture-browser.ts';
import type { FixtureSite } from './fixture-site.ts';
import { type Answer, readFrame, readPicture } from './reader-page.ts';

const textsOf = (answer: Answer) => answer.reads?.map(({ text }) => text);
let turn = 0;
async function readBytes(page: Page, site: FixtureSite, bytes: Buffer): Promise<Answer> {
  turn += 1;
  site.files.set(`/given/${turn}.png`, bytes);
  return readPicture(page, `/given/${turn}.png`);
}

test('reads the photographs, and nothing that is not there', async ({ open }, info) => {
  test.setTimeout(180_000);
  const page = await open('barcodes.html');
  const tally = new Map<string, { read: number; of: number }>();
  const falsely: string[] = [];
  for (const { image, format, expected_text: expected } of manifest) {
    const { reads = [] } = await readPicture(page, `/photographs/${image}`);
    const right = reads.filter(({ text }) => text === expected);
    for (const { text } of reads)
      if (text !== expected && text !== second[image]) falsely.push(`${image}: ${text}`);
    if (format === null) continue;
    const count = tally.get(format) ?? { read: 0, of: 0 };
    tally.set(format, { read: count.read + Math.min(1, right.length), of: count.of + 1 });
    for (const read of right) expect(sameFormat(format, read.format), image).toBe(true);
  }
  for (const [type, { read, of }] of tally) info.annotations.push({ type, description: `${read} of ${of}` });
  const counts = [...tally.values()];
  expect(falsely).toEqual([]);
  expect(counts.reduce((sum, { of }) => sum + of, 0)).toBe(59);
  expect(counts.reduce((sum, { read }) => sum + read, 0)).toBeGreaterThanOrEqual(51);
});

test('gives the text as encoded, in every symbology', async ({ open, site }) => {
  const page = await open('barcodes.html');
  const codes: [bcid: string, content: string, format: string, text: string, options?: object][] = [
    ['code128', '1Z 999-aa', 'Code128', '1Z 999-aa'],
    ['gs1-128', '(10)AB-123(21)xyz', 'Code128', '10AB-123\u001d21xyz'],
    ['code39', 'AB-12 $', 'Code39', 'AB-12 $'],
    ['code39ext', 'ab', 'Code39', '+A+B'],
    ['code93', 'TEST93', 'Code93', 'TEST93', { includecheck: true }],
    ['rationalizedCodabar', 'A31117013206375B', 'Codabar', '31117013206375'],
    ['interleaved2of5', '0829220874', 'ITF', '0829220874'],
    ['itf14', '1540014128876', 'ITF', '15400141288763', { scale: 2 }],
    ['ean13', '590123412345', 'EAN13', '5901234123457'],
    ['ean8', '5512345', 'EAN8', '55123457'],
    ['upca', '04900004256', 'UPCA', '049000042566'],
    ['upce', '04963406', 'UPCE', '04963406'],
    ['qrcode', 'Zażółć 小包 📦', 'QRCode', 'Zażółć 小包 📦'],
    ['qrcode', '^ECI000009^225^226', 'QRCode', 'αβ', { parse: true, parsefnc: true, binarytext: true }],
    ['gs1datamatrix', '(01)09501101530003(10)AB(21)7', 'DataMatrix', '010950110153000310AB\u001d217'],
    ['pdf417', 'M1/JANSEN', 'PDF417', 'M1/JANSEN'],
    ['azteccode', 'Boarding 12A', 'Aztec', 'Boarding 12A'],
  ];
  for (const [bcid, content, format, text, options] of codes) {
    const answer = await readBytes(page, site, await drawCode(bcid, content, options));
    expect(answer.reads, `${bcid} ${content}`).toMatchObject([{ text, format }]);
  }
});

test('reads a code turned, inverted, faint or on nothing, and tells where it is', async ({ open, site }) => {
  const page = await open('barcodes.html');
  const code = sharp(await drawCode('code128', 'PARCEL-4711'));
  const { width, height } = await code.metadata();
  for (const degrees of [90, 180, 270])
    expect(textsOf(await readBytes(page, site, await code.clone().rotate(degrees).toBuffer()))).toEqual([
      'PARCEL-4711',
    ]);
  const qr = sharp(await drawCode('qrcode', 'PARCEL-4711')).flatten({ background: '#fff' });
  expect(textsOf(await readBytes(page, site, await qr.negate().png().toBuffer()))).toEqual(['PARCEL-4711']);
  expect(
    textsOf(
      await readBytes(
        page,
        site,
        await code.clone().flatten({ background: '#fff' }).linear(0.2, 90).png().toBuffer(),
      ),
    ),
  ).toEqual(['PARCEL-4711']);
  const bare = await drawCode('code128', 'PARCEL-4711', { backgroundcolor: undefined });
  expect((await sharp(bare).stats()).isOpaque).toBe(false);
  expect(textsOf(await readBytes(page, site, bare))).toEqual(['PARCEL-4711']);
  const moved = code.clone().extend({ left: 300, top: 200, right: 40, bottom: 40, background: '#fff' });
  const [read] = (await readBytes(page, site, await moved.toBuffer())).reads ?? [];
  expect(read?.bounds?.x).toBeGreaterThan(300);
  expect(read?.bounds?.y).toBeGreaterThan(200);
  expect(read!.bounds!.x + read!.bounds!.width).toBeLessThan(300 + width);
  expect(read!.bounds!.y + read!.bounds!.height).toBeLessThan(200 + height);
});

test('invents nothing from codes that are tilted, blurred, faint and cut off', async ({ open, site }) => {
  test.setTimeout(180_000);
  const page = await open('barcodes.html');
  const random = seeded(2024);
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  let read = 0;
  for (let turns = 0; turns < 8; turns++)
    for (const [bcid, text] of [
      ['interleaved2of5', digits(12)],
      ['code39', digits(8)],
      ['rationalizedCodabar', `A${digits(9)}B`],
      ['ean13', digits(12)],
      ['code128', digits(9)],
    ] as const) {
      const picture = await spoil(await drawCode(bcid, text, { scale: 2, padding: 10 }), random);
      for (const found of textsOf(await readBytes(page, site, picture)) ?? []) {
        // EAN-13 ends with a check digit; with a leading zero it is UPC-A, which goes without.
        const whole =
          bcid === 'ean13' ? [found.slice(0, -1), `0${found.slice(0, -1)}`] : [found, `A${found}B`];
        expect(whole, `${bcid} ${text}`).toContain(text);
        read += 1;
      }
    }
  // Enough of them can be read for the test to mean something.
  expect(read).toBeGreaterThan(8);
});

test('finds a label in a photograph of twelve megapixels', async ({ open, site }) => {
  const page = await open('barcodes.html');
  const label = await sharp(await drawCode('code128', '1Z999AA10123456784', { scale: 5 }))
    .rotate(4, { background: '#eee' })
    .toBuffer();
  const table = { width: 4000, height: 3000, channels: 3, background: '#6d6256' } as const;
  const photograph = await sharp({ create: table })
    .composite([{ input: label, left: 2100, top: 1200 }])
    .png()
    .toBuffer();
  const { reads } = await readBytes(
    page,
    site,
    await sharp(photograph).blur(1.2).jpeg({ quality: 88 }).toBuffer(),
  );
  expect(reads?.map(({ text }) => text)).toEqual(['1Z999AA10123456784']);
  expect(reads?.[0]?.bounds?.x).toBeGreaterThan(2000);
});

test('says what is wrong with a file that is no picture, and reads the next one', async ({ open, site }) => {
  const page = await open('barcodes.html');
  const good = await drawCode('qrcode', 'after all that');
  expect(await readBytes(page, site, Buffer.alloc(0))).toMatchObject({ code: 'barcode.empty-picture' });
  for (const broken of [Buffer.from('no picture'), good.subarray(0, 20), Buffer.alloc(5000, 7)])
    expect(await readBytes(page, site, broken)).toMatchObject({ code: 'barcode.broken-picture' });
  const [one, half] = [
    { width: 1, height: 1, channels: 3, background: '#fff' } as const,
    Math.floor(good.length / 2),
  ];
  expect(textsOf(await readBytes(page, site, await sharp({ create: one }).png().toBuffer()))).toEqual([]);
  const cutShort = await readBytes(page, site, good.subarray(0, half));
  expect(cutShort.code ?? cutShort.reads).toEqual(cutShort.code ? 'barcode.broken-picture' : []);
  expect(textsOf(await readBytes(page, site, good))).toEqual(['after all that']);
});

test('reads many pictures asked for at once', async ({ open, site }) => {
  const page = await open('barcodes.html');
  const names = Array.from({ length: 8 }, (_, at) => `PARCEL-${at}`);
  const answers = await Promise.all(
    names.map(async (name) => readBytes(page, site, await drawCode('qrcode', name))),
  );
  expect(answers.map(textsOf)).toEqual(names.map((name) => [name]));
});

test('looks quickly at upright codes and hard at turned ones', async ({ open, site }) => {
  const page = await open('barcodes.html');
  const code = await drawCode('code128', 'PARCEL-4711');
  site.files.set('/frames/upright.png', code);
  site.files.set('/frames/turned.png', await sharp(code).rotate(90).toBuffer());
  site.files.set('/frames/weak.png', await drawCode('interleaved2of5', '0829220874'));
  const found = { text: 'PARCEL-4711', format: 'Code128', certain: true };
  expect((await readFrame(page, '/frames/upright.png', 'quick')).reads).toMatchObject([found]);
  expect((await readFrame(page, '/frames/turned.png', 'quick')).reads).toEqual([]);
  expect((await readFrame(page, '/frames/turned.png', 'hard')).reads).toMatchObject([found]);
  expect((await readFrame(page, '/frames/weak.png', 'quick')).reads).toMatchObject([{ certain: false }]);
});
