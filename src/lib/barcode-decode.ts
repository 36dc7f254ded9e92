import { prepareZXingModule, readBarcodes, type ReaderOptions, type ReadResult } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { type Candidate, isLongEnough } from './barcode-trust.ts';
import type { BarcodeFormat, Bounds } from './barcodes.ts';
import { hasQuietZones } from './quiet-zones.ts';

// The library would fetch this from a public network of its own.
prepareZXingModule({ overrides: { locateFile: () => wasm } });

const shared: ReaderOptions = {
  // No runes, no Micro QR, no full-ASCII Code 39: they are rare, and the price is false or altered reads.
  formats: [
    'Code128',
    'Code39Std',
    'Code93',
    'Codabar',
    'ITF',
    'EAN13',
    'EAN8',
    'UPCA',
    'UPCE',
    'QRCodeModel2',
    'DataMatrix',
    'PDF417',
    'AztecCode',
  ],
  textMode: 'Plain',
  tryDownscale: true,
};
const efforts = {
  quick: { ...shared, tryHarder: false, tryRotate: false, tryInvert: false },
  hard: { ...shared, tryHarder: true, tryRotate: true, tryInvert: true },
} satisfies Record<string, ReaderOptions>;

/** One pass. Bounds are in pixels of `image`. */
export async function decode(image: ImageData, effort: 'quick' | 'hard'): Promise<Candidate[]> {
  const results = await readBarcodes(image, efforts[effort]);
  return results.flatMap((result) => {
    const candidate = candidateOf(result);
    if (!candidate || !isLongEnough(candidate)) return [];
    const modules = modulesOf(candidate);
    return modules && !hasQuietZones(image, result.position, modules) ? [] : [candidate];
  });
}

/** How wide a code is whose parts pass for whole ones, so that the white on both its sides has to be checked. */
function modulesOf({ format, text }: Candidate): number | undefined {
  if (format === 'ITF') return 8 * text.length + 9;
  return format === 'UPCE' ? 51 : undefined;
}

const formats: Record<string, BarcodeFormat> = {
  Code128: 'Code128',
  Code39: 'Code39',
  Code93: 'Code93',
  Codabar: 'Codabar',
  ITF: 'ITF',
  QRCode: 'QRCode',
  DataMatrix: 'DataMatrix',
  PDF417: 'PDF417',
  Aztec: 'Aztec',
  EAN13: 'EAN13',
  EAN8: 'EAN8',
  UPCA: 'UPCA',
  UPCE: 'UPCE',
};

function candidateOf(result: ReadResult): Candidate | undefined {
  const known = formats[result.symbology] ?? formats[result.format];
  if (!result.isValid || !known || result.text === '') return undefined;
  const { format, text } = asPrinted(known, result);
  return { format, text, bounds: boundsOf(result), lines: result.lineCount };
}

function asPrinted(
  format: BarcodeFormat,
  { text, extra }: ReadResult,
): { format: BarcodeFormat; text: string } {
  if (format === 'Codabar') return { format, text: text.replace(/^[A-D]|[A-D]$/gi, '') };
  // UPC-A is EAN-13 with a leading zero, which is neither printed nor sent by hand scanners.
  if (format === 'EAN13' && text.startsWith('0')) return { format: 'UPCA', text: text.slice(1) };
  if (format === 'UPCA' && text.length === 13) return { format, text: text.slice(1) };
  const short = format === 'UPCE' && /"UPCE":"(\d{8})"/.exec(extra)?.[1];
  return { format, text: short || text };
}

function boundsOf({ position }: ReadResult): Bounds {
  const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x + 1, height: Math.max(...ys) - y + 1 };
}
