// How long a barcode takes in Chromium, by symbology: the test photographs as pictures, and as frames of a film.
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { manifest, median } from '../e2e/barcode-photographs.ts';
import { drawCode } from '../e2e/drawn-codes.ts';
import { openFixtureSite, type FixtureSite } from '../e2e/fixture-site.ts';
import { type Answer, readFrame, readPicture } from '../e2e/reader-page.ts';
import config from '../playwright.config.ts';
import type { Figure } from './measure.ts';

const ROUNDS = 5;
const ms = (value: number) => `${value.toFixed(value < 20 ? 1 : 0)} ms`;

/** The median of some rounds, and the answer. The first round is left out: it starts the reader. */
async function timed(read: () => Promise<Answer>): Promise<{ answer: Answer; took: number }> {
  const answer = await read();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push((await read()).ms);
  return { answer, took: median(times) };
}

type Row = { read: number; of: number; picture: number[]; quick: number[]; hard: number[] };

async function photographs(page: Page): Promise<Figure[]> {
  const rows = new Map<string, Row>();
  for (const { image, format, expected_text: expected } of manifest) {
    const address = `/photographs/${image}`;
    const name = format ?? 'no code';
    const row = rows.get(name) ?? { read: 0, of: 0, picture: [], quick: [], hard: [] };
    rows.set(name, row);
    const { answer, took } = await timed(() => readPicture(page, address));
    const found = answer.reads?.map(({ text }) => text) ?? [];
    row.of += 1;
    if (expected === null ? found.length === 0 : found.includes(expected)) row.read += 1;
    row.picture.push(took);
    row.quick.push((await timed(() => readFrame(page, address, 'quick'))).took);
    row.hard.push((await timed(() => readFrame(page, address, 'hard'))).took);
  }
  return [...rows].map(([name, { read, of, picture, quick, hard }]) => ({
    what: `photograph, ${name}`,
    value: median(picture),
    unit: 'ms',
    more: `${read} of ${of} right; quick frame ${ms(median(quick))}, hard ${ms(median(hard))}`,
  }));
}

const onTable = (width: number, height: number, code: Buffer | undefined): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#8a8378' } })
    .composite(code ? [{ input: code }] : [])
    .jpeg({ quality: 88 })
    .toBuffer();

async function frames(page: Page, site: FixtureSite): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [bcid, text] of [
    ['code128', '1Z999AA10123456784'],
    ['qrcode', 'https://example.com/item/42'],
    ['datamatrix', 'DM-000123'],
    ['pdf417', 'PDF417 ON A LABEL 0042'],
    ['', 'no code'],
  ] as const) {
    const code = bcid ? await drawCode(bcid, text, { scale: 3, height: 12 }) : undefined;
    site.files.set('/frame.jpg', await onTable(1280, 720, code));
    const quick = await timed(() => readFrame(page, '/frame.jpg', 'quick'));
    const hard = await timed(() => readFrame(page, '/frame.jpg', 'hard'));
    const found = quick.answer.reads?.[0]?.format ?? 'nothing';
    figures.push({
      what: `frame of 1280 × 720, ${bcid || text}: quick`,
      value: quick.took,
      unit: 'ms',
      more: `${found}; hard ${ms(hard.took)}`,
    });
  }
  return figures;
}

async function large(page: Page, site: FixtureSite): Promise<Figure[]> {
  const label = await drawCode('code128', '1Z999AA10123456784', { scale: 7 });
  const figures: Figure[] = [];
  for (const [name, code] of [
    ['a label', label],
    ['no code', undefined],
  ] as const) {
    site.files.set('/large.jpg', await onTable(4000, 3000, code));
    const { took } = await timed(() => readPicture(page, '/large.jpg'));
    figures.push({ what: `photograph of 12 megapixels, ${name}`, value: took, unit: 'ms' });
  }
  return figures;
}

export async function barcodes(): Promise<Figure[]> {
  const site = await openFixtureSite();
  const browser = await chromium.launch(config.use?.launchOptions);
  try {
    const page = await browser.newPage();
    await page.goto(`${site.url}/barcodes.html`);
    return [...(await photographs(page)), ...(await frames(page, site)), ...(await large(page, site))];
  } finally {
    await browser.close();
    await site.close();
  }
}
