import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { photographs } from './fixture-site.ts';

export type Photograph = { image: string; format: string | null; expected_text: string | null };

export const manifest = JSON.parse(
  readFileSync(join(photographs, 'manifest.json'), 'utf8'),
) as readonly Photograph[];

/** Two photographs show a second code, which the list of expectations leaves out: to read it is no mistake. */
export const second: Record<string, string> = {
  'ean13-2/14.png': '1920081045006',
  'qrcode-2/16.png': '[内側QRコード]\r\n\r\n*ダブルQR*\r\nhttp://d-qr.net/ex/',
};

/** "Code128" for CODE_128, as the reader names it but for the case. */
export const sameFormat = (listed: string, read: string) =>
  listed.replaceAll('_', '').toLowerCase() === read.toLowerCase();

export const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
