import sharp, { type FormatEnum } from 'sharp';
import { invalid } from './app-error.ts';

/** An image as we made it anew: no metadata, upright, at most 2,000 pixels a side, first frame only. */
export type Image = { bytes: Buffer; mediaType: string; width: number; height: number; fileName: string };

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_PIXELS = 40e6;
const MAX_SIDE = 2000;
const AT_ONCE = 2;

// By the first bytes, in hex, so that nothing else (SVG, PDF, TIFF …) ever reaches a decoder.
const kinds: { begins: RegExp; format: keyof FormatEnum; mediaType: string }[] = [
  { begins: /^89504e470d0a1a0a/, format: 'png', mediaType: 'image/png' },
  { begins: /^ffd8ff/, format: 'jpeg', mediaType: 'image/jpeg' },
  { begins: /^52494646.{8}57454250/, format: 'webp', mediaType: 'image/webp' },
  { begins: /^474946383[79]61/, format: 'png', mediaType: 'image/png' },
];

// One image must not fill memory with caches, and a burst of them must not take every core.
sharp.cache(false);
sharp.concurrency(1);

let busy = 0;
const waiting: (() => void)[] = [];
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}

/** @throws 400 naming the field */
function decode(text: string, field: string): Buffer {
  const base64 = text.replace(/^data:[^,]{0,200};base64,/i, '').replaceAll(/[\r\n]/g, '');
  if (base64.length > (MAX_BYTES / 3) * 4) throw invalid(field, 'is larger than 10 MB');
  if (base64 === '' || base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
    throw invalid(field, 'is not complete base64');
  return Buffer.from(base64, 'base64');
}

/** A file name without path, control or direction characters, at most 200 characters long. */
const tidyName = (name: string) =>
  [...name.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').replace(/^.*[/\\]/, '')]
    .slice(0, 200)
    .join('')
    .trim();

/**
 * Makes an image anew from a data URL or bare base64 of a PNG, JPEG, WebP or GIF. Takes up to a second, so do
 * it before the transaction that stores it. @throws 400 naming `field` for anything that is no such image, is
 * damaged, or has more than 10 MB or 40 million pixels.
 */
export async function readImage(text: string, about: { field: string; fileName?: string }): Promise<Image> {
  const { field } = about;
  const input = decode(text, field);
  const head = input.toString('hex', 0, 16);
  const kind = kinds.find(({ begins }) => begins.test(head));
  if (!kind) throw invalid(field, 'is not a PNG, JPEG, WebP or GIF image');
  try {
    const { data, info } = await inTurn(() =>
      sharp(input, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
        .autoOrient()
        .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
        .toFormat(kind.format)
        .timeout({ seconds: 10 })
        .toBuffer({ resolveWithObject: true }),
    );
    const fileName = tidyName(about.fileName ?? '') || `image.${kind.format}`;
    return { bytes: data, mediaType: kind.mediaType, width: info.width, height: info.height, fileName };
  } catch (error) {
    const tooLarge = error instanceof Error && error.message.includes('pixel limit');
    throw invalid(field, tooLarge ? 'has more than 40 million pixels' : 'is a damaged image');
  }
}
