import { readdirSync, readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readImage } from './images.ts';

const folder = (name: string) => new URL(`../../../shared/data/bad-input/${name}/`, import.meta.url);
const pictures = (name: string) =>
  readdirSync(folder(name))
    .filter((file) => /\.(png|gif|jpg|bmp)$/.test(file))
    .map((file) => [file, readFileSync(new URL(file, folder(name)))] as const);
const read = (bytes: Buffer | string, fileName?: string) =>
  readImage(typeof bytes === 'string' ? bytes : bytes.toString('base64'), {
    field: 'image',
    ...(fileName !== undefined && { fileName }),
  });
const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#369' } });
/** One bit a pixel, put together by hand: libvips takes ten seconds for so many. */
function blackPng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc(side * (1 + side / 8)), { level: 1 });
  const chunks = [['IHDR', header] as const, ['IDAT', rows] as const, ['IEND', Buffer.alloc(0)] as const];
  const parts = chunks.flatMap(([name, data]) => {
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    const body = Buffer.concat([Buffer.from(name), data]);
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return [length, body, sum];
  });
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts]);
}
const refused = (problem: string) =>
  expect.objectContaining({ statusCode: 400, field: 'image', message: expect.stringContaining(problem) });

describe('accepts', () => {
  test.each(pictures('pngsuite-valid'))('%s', async (_name, bytes) => {
    const image = await read(bytes);
    expect(image).toMatchObject({ mediaType: 'image/png', width: 32, height: 32 });
    expect((await sharp(image.bytes).metadata()).format).toBe('png');
  });
  test('JPEG, WebP and the first frame of a GIF, as data: URL or with line breaks', async () => {
    const square = plain(40, 30);
    expect(await read(await square.jpeg().toBuffer())).toMatchObject({ mediaType: 'image/jpeg', width: 40 });
    expect(await read(await square.webp().toBuffer())).toMatchObject({ mediaType: 'image/webp' });
    const gif = (await square.gif().toBuffer()).toString('base64');
    expect(await read(`data:image/gif;base64,${gif}`)).toMatchObject({ mediaType: 'image/png' });
    expect(await read(gif.replaceAll(/.{60}/g, '$&\r\n'))).toMatchObject({ mediaType: 'image/png' });
  });
});

describe('refuses', () => {
  test.each(pictures('pngsuite-broken'))('%s', async (_name, bytes) => {
    await expect(read(bytes)).rejects.toEqual(refused('image'));
  });
  test.each([
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'is not a PNG',
    ],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'is not a PNG'],
    ['a text', Buffer.from('hello'), 'is not a PNG'],
    ['nothing', '', 'is not complete base64'],
    ['an empty data: URL', 'data:image/png;base64,', 'is not complete base64'],
    ['a data: URL without base64', 'data:image/svg+xml,<svg/>', 'is not complete base64'],
    ['base64 of another alphabet', 'iVBORw0KGgo_-AAA', 'is not complete base64'],
  ])('%s', async (_name, bytes, problem) => {
    await expect(read(bytes, 'cat.png')).rejects.toEqual(refused(problem));
  });
  test('base64 cut anywhere, and PNGs cut before their last chunk', async () => {
    const whole = (await plain(64, 64).png().toBuffer()).toString('base64');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.length - 20 }), async (length) => {
        await expect(read(whole.slice(0, length))).rejects.toEqual(refused('i'));
      }),
      { numRuns: 60 },
    );
  });
  test('16,000 × 16,000 pixels, before it decodes any', async () => {
    const bomb = blackPng(16_000);
    const before = process.memoryUsage().rss;
    await expect(read(bomb)).rejects.toEqual(refused('more than 40 million pixels'));
    expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
  });
  test('more than 10 MB', async () => {
    await expect(read('A'.repeat(15e6))).rejects.toEqual(refused('larger than 10 MB'));
  });
});

test.each(pictures('pillow-malformed'))('%s is read or refused, and nothing else', async (_name, bytes) => {
  const before = process.memoryUsage().rss;
  const answer = await read(bytes).catch((error: unknown) => error);
  if (answer instanceof Error) expect(answer).toEqual(refused('i'));
  else expect(answer).toMatchObject({ mediaType: expect.stringMatching(/^image\//) });
  expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
});

test('bytes changed at random are read or refused, and nothing else', async () => {
  const whole = await plain(24, 24).png().toBuffer();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
      async (changes) => {
        const bytes = Buffer.from(whole);
        for (const [place, value] of changes) bytes[place] = value;
        const answer = await read(bytes).catch((error: unknown) => error);
        if (answer instanceof Error) expect(answer).toEqual(refused('i'));
      },
    ),
    { numRuns: 60 },
  );
});

test('turns it upright, takes the camera and the place out, and keeps to 2,000 pixels', async () => {
  const exif = { IFD0: { Make: 'Camera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } };
  const photograph = await plain(3000, 1000)
    .withExif(exif)
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(photograph).metadata()).exif).toBeDefined();
  const image = await read(photograph);
  expect(image).toMatchObject({ width: 667, height: 2000, mediaType: 'image/jpeg' });
  const about = await sharp(image.bytes).metadata();
  expect([about.exif, about.icc, about.xmp, about.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a file name loses its path, control and direction characters, and is never empty', async () => {
  const bytes = await plain(2, 2).png().toBuffer();
  const name = async (given: string) => (await read(bytes, given)).fileName;
  expect(await name('C:\\pictures\\żółw.png')).toBe('żółw.png');
  expect(await name('../../etc/passwd')).toBe('passwd');
  expect(await name('a\r\nSet-Cookie: x\u202egnp.png')).toBe('aSet-Cookie: xgnp.png');
  expect(await name('/')).toBe('image.png');
  expect([...(await name('🐢'.repeat(400)))]).toHaveLength(200);
});
