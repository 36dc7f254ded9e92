import bwipjs, { type RenderOptions } from 'bwip-js/node';
import sharp from 'sharp';

/** A code as a PNG, on white with a quiet zone, unless `options` say otherwise. */
export const drawCode = (bcid: string, text: string, options: Partial<RenderOptions> = {}): Promise<Buffer> =>
  bwipjs.toBuffer({ bcid, text, scale: 3, padding: 8, backgroundcolor: 'ffffff', ...options });

const FRAME = { width: 640, height: 480, channels: 3, background: '#8a8378' } as const;
/** Chromium plays a file at 30 frames a second and begins anew at its end. */
const SHOWN = 60;
const BLANK = 20;

/** A film for Chromium's pretended camera: JPEG pictures one after the other, each code shown for two seconds. */
export async function filmOf(codes: readonly Buffer[]): Promise<Buffer> {
  const frame = async (layers: Buffer[]) =>
    sharp(
      await sharp({ create: FRAME })
        .composite(layers.map((input) => ({ input })))
        .png()
        .toBuffer(),
    )
      .blur(0.6)
      .jpeg({ quality: 85, chromaSubsampling: '4:2:0' })
      .toBuffer();
  const blank = await frame([]);
  const shots = await Promise.all(codes.map((code) => frame([code])));
  return Buffer.concat(
    shots.flatMap((shot) => [
      ...Array.from({ length: SHOWN }, () => shot),
      ...Array.from({ length: BLANK }, () => blank),
    ]),
  );
}

/** A code as a careless photograph shows it: tilted, out of focus, faint, grainy, and often cut off. */
export async function spoil(code: Buffer, random: () => number): Promise<Buffer> {
  const { width, height } = await sharp(code).metadata();
  const kept = random() < 0.35 ? Math.round(width * (0.5 + random() * 0.45)) : width;
  const left = random() < 0.5 ? 0 : width - kept;
  const cut = await sharp(code)
    .flatten({ background: '#fff' })
    .extract({ left, top: 0, width: kept, height })
    .png()
    .toBuffer();
  const tilted = await sharp(cut)
    .rotate(Math.round(random() * 36 - 18), { background: '#999' })
    .png()
    .toBuffer();
  const { data, info } = await sharp(tilted)
    .resize(Math.round(kept * (0.7 + random())), null, { kernel: 'linear' })
    .extend({ top: 30, bottom: 30, background: '#999' })
    .blur(0.4 + random() * 1.6)
    .linear(0.3 + random() * 0.7, random() * 80)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grain = random() * 40;
  const spoilt = data.map((light) => Math.min(255, Math.max(0, light + (random() - 0.5) * grain)));
  return sharp(spoilt, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .png()
    .toBuffer();
}

/** The same numbers in every run, so that a failure comes again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
