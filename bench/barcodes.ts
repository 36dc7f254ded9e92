// How long a barcode takes in Chromium, by symbology: the test photographs as pictures, and as frames of a film.
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { manifest, median } from '../e2e/barcode-photographs.ts';
import { drawCode } from '../e2e/drawn-codes.ts';
import { openFixtureSite } from '../e2e/fixture-site.ts';
import { type Answer, readFrame, readPicture } from '../e2e/reader-page.ts';
import config from '../playwright.config.ts';

const ROUNDS = 5;
const site = await openFixtureSite();
const browser = await chromium.launch(config.use?.launchOptions);
const page = await browser.newPage();
await page.goto(`${site.url}/barcodes.html`);

const ms = (value: number) => `${value.toFixed(value < 20 ? 1 : 0)} ms`;
const print = (...cells: string[]) =>
  console.log(cells.map((cell, at) => (at ? cell.padStart(12) : cell.padEnd(26))).join(''));

/** The median of some rounds, and the answer. The first round is left out: it starts the reader. */
async function timed(read: () => Promise<Answer>): Promise<{ answer: Answer; took: number }> {
  const answer = await read();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push((await read()).ms);
  return { answer, took: median(times) };
}

type Row = { read: number; of: number; picture: number[]; quick: number[]; hard: number[] };
const rows = new Map<string, Row>();
for (const { image, format, expected_text: expected } of manifest) {
  const address = `/photographs/${image}`;
  const row = rows.get(format ?? 'no code') ?? { read: 0, of: 0, picture: [], quick: [], hard: [] };
  rows.set(format ?? 'no code', row);
  const { answer, took } = await timed(() => readPicture(page, address));
  row.of += 1;
  const found = answer.reads?.map(({ text }) => text) ?? [];
  if (expected === null ? found.length === 0 : found.includes(expected)) row.read += 1;
  row.picture.push(took);
  row.quick.push((await timed(() => readFrame(page, address, 'quick'))).took);
  row.hard.push((await timed(() => readFrame(page, address, 'hard'))).took);
}

print('photographs, median', 'right', 'picture', 'quick frame', 'hard frame');
for (const [name, row] of rows)
  print(
    name,
    `${row.read}/${row.of}`,
    ...[row.picture, row.quick, row.hard].map((times) => ms(median(times))),
  );

print('\nin a frame of 1280 × 720', '', 'quick', 'hard');
for (const [bcid, text] of [
  ['code128', '1Z999AA10123456784'],
  ['qrcode', 'https://example.com/item/42'],
  ['datamatrix', 'DM-000123'],
  ['pdf417', 'PDF417 ON A LABEL 0042'],
  ['', 'no code'],
] as const)
  await frame(
    page,
    text,
    await onTable(1280, 720, bcid ? await drawCode(bcid, text, { scale: 3, height: 12 }) : undefined),
  );

const label = await drawCode('code128', '1Z999AA10123456784', { scale: 7 });
for (const [name, code] of [
  ['12 megapixels, a label', label],
  ['12 megapixels, no code', undefined],
] as const) {
  site.files.set('/large.jpg', await onTable(4000, 3000, code));
  print(`\n${name}`, '', ms((await timed(() => readPicture(page, '/large.jpg'))).took));
}

await browser.close();
await site.close();

async function frame(on: Page, name: string, picture: Buffer) {
  site.files.set('/frame.jpg', picture);
  const [quick, hard] = [
    await timed(() => readFrame(on, '/frame.jpg', 'quick')),
    await timed(() => readFrame(on, '/frame.jpg', 'hard')),
  ];
  print(name, quick.answer.reads?.[0]?.format ?? '–', ms(quick.took), ms(hard.took));
}

function onTable(width: number, height: number, code: Buffer | undefined): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#8a8378' } })
    .composite(code ? [{ input: code }] : [])
    .jpeg({ quality: 88 })
    .toBuffer();
}
