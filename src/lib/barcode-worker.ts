import { decode } from './barcode-decode.ts';
import { canvasFor, type Pass, readInPasses } from './barcode-passes.ts';
import { isCertain } from './barcode-trust.ts';
import type { BarcodeErrorCode, BarcodeRead, BarcodeSighting } from './barcodes.ts';
import { sharpen } from './sharpen.ts';

export type WorkerRequest =
  | { kind: 'picture'; file: Blob }
  | { kind: 'frame'; frame: ImageData | ImageBitmap; effort: 'quick' | 'hard' };
export type WorkerAnswer =
  | { kind: 'picture'; reads: BarcodeRead[] }
  | { kind: 'frame'; sightings: BarcodeSighting[] }
  | { kind: 'error'; code: BarcodeErrorCode };

addEventListener('message', async ({ data }: MessageEvent<{ id: number; request: WorkerRequest }>) => {
  const answer = await answerTo(data.request).catch((): WorkerAnswer => ({
    kind: 'error',
    code: 'barcode.reader-failed',
  }));
  postMessage({ id: data.id, answer });
});

async function answerTo(request: WorkerRequest): Promise<WorkerAnswer> {
  if (request.kind === 'frame') return readOneFrame(request.frame, request.effort);
  const picture = await createImageBitmap(request.file).catch(() => undefined);
  if (!picture) return { kind: 'error', code: 'barcode.broken-picture' };
  try {
    const reads = await readInPasses(picture, async (pass) => {
      const pixels = pixelsOf(picture, pass);
      return decode(pass.sharpen ? sharpen(pixels) : pixels, pass.quick ? 'quick' : 'hard');
    });
    return { kind: 'picture', reads };
  } finally {
    picture.close();
  }
}

async function readOneFrame(frame: ImageData | ImageBitmap, effort: 'quick' | 'hard'): Promise<WorkerAnswer> {
  const pixels = 'data' in frame ? frame : pixelsOf(frame, { scale: 1 });
  if (!('data' in frame)) frame.close();
  const candidates = await decode(pixels, effort);
  const sightings = candidates.map((candidate) => ({
    text: candidate.text,
    format: candidate.format,
    bounds: candidate.bounds,
    certain: isCertain(candidate),
  }));
  return { kind: 'frame', sightings };
}

function pixelsOf(picture: ImageBitmap, pass: Pass): ImageData {
  const { width, height } = canvasFor(picture, pass);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser cannot draw.');
  // Where a picture is transparent, paper is white; left alone it would come out black on black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.translate(width / 2, height / 2);
  context.rotate(((pass.tilt ?? 0) * Math.PI) / 180);
  const drawn = { width: picture.width * pass.scale, height: picture.height * pass.scale };
  context.drawImage(picture, -drawn.width / 2, -drawn.height / 2, drawn.width, drawn.height);
  return context.getImageData(0, 0, width, height);
}
