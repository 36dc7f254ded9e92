import type { WorkerAnswer, WorkerRequest } from './barcode-worker.ts';

export type BarcodeFormat =
  | 'Code128'
  | 'Code39'
  | 'Code93'
  | 'Codabar'
  | 'ITF'
  | 'EAN13'
  | 'EAN8'
  | 'UPCA'
  | 'UPCE'
  | 'QRCode'
  | 'DataMatrix'
  | 'PDF417'
  | 'Aztec';

/** A rectangle in pixels of the picture that was handed in. */
export type Bounds = { x: number; y: number; width: number; height: number };

/**
 * `text` as encoded: GS1 separators are kept as U+001D, character sets named by an ECI are turned into
 * Unicode. Codabar comes without its start and stop letters, UPC-A with 12 and UPC-E with its printed 8 digits.
 */
export type Barcode = { text: string; format: BarcodeFormat };
export type BarcodeRead = Barcode & { bounds?: Bounds };

/** A code in one frame of a film. One that is not `certain` wants to be seen in more frames before it counts. */
export type BarcodeSighting = Barcode & { bounds: Bounds; certain: boolean };

export type BarcodeErrorCode = 'barcode.empty-picture' | 'barcode.broken-picture' | 'barcode.reader-failed';

export class BarcodeError extends Error {
  readonly code: BarcodeErrorCode;

  constructor(code: BarcodeErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'BarcodeError';
    this.code = code;
  }
}

/**
 * All codes in a picture; none found is an empty list. Rejects with a `BarcodeError` when the file is empty
 * or no picture, or when the reader cannot start.
 */
export async function readPicture(file: Blob): Promise<BarcodeRead[]> {
  if (file.size === 0) throw new BarcodeError('barcode.empty-picture');
  const answer = await ask({ kind: 'picture', file }, []);
  return answer.kind === 'picture' ? answer.reads : [];
}

/**
 * The codes in one frame. `quick` takes some 10 ms and wants them upright; `hard` also turns and inverts the
 * frame. The frame is handed over to the reader: it is empty afterwards.
 */
export async function readFrame(
  frame: ImageData | ImageBitmap,
  effort: 'quick' | 'hard',
): Promise<BarcodeSighting[]> {
  const answer = await ask(
    { kind: 'frame', frame, effort },
    'data' in frame ? [frame.data.buffer as ArrayBuffer] : [frame],
  );
  return answer.kind === 'frame' ? answer.sightings : [];
}

type Waiting = { resolve: (answer: WorkerAnswer) => void; reject: (error: BarcodeError) => void };
const waiting = new Map<number, Waiting>();
let reader: Worker | undefined;
let lastId = 0;

function ask(request: WorkerRequest, transfer: Transferable[]): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    lastId += 1;
    waiting.set(lastId, { resolve, reject });
    try {
      reader ??= startReader();
      reader.postMessage({ id: lastId, request }, transfer);
    } catch (cause) {
      stopReader(cause);
    }
  });
}

/** Decoding takes up to hundreds of milliseconds, so it has a thread of its own and the page stays smooth. */
function startReader(): Worker {
  const worker = new Worker(new URL('./barcode-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; answer: WorkerAnswer }>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.answer.kind !== 'error') asked?.resolve(data.answer);
    else asked?.reject(new BarcodeError(data.answer.code));
    // After a failure inside WebAssembly its memory is not to be trusted: the next call starts afresh.
    if (data.answer.kind === 'error' && data.answer.code === 'barcode.reader-failed') stopReader();
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    stopReader(event.message);
  });
  return worker;
}

function stopReader(cause?: unknown): void {
  reader?.terminate();
  reader = undefined;
  for (const { reject } of waiting.values()) reject(new BarcodeError('barcode.reader-failed', { cause }));
  waiting.clear();
}
