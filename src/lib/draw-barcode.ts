import { code128, drawingSVG, qrcode } from 'bwip-js/browser';

/** Drawn black on nothing, in units that scale; the paper around it has to be white. */
const looks = { barcolor: '000000', paddingwidth: 0, paddingheight: 0 } as const;
// The library's types do not know the options of single symbologies.
const errorCorrection: object = { eclevel: 'M' };
const asUrl = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** A QR code as the address of a picture. Error correction M: a label gets scratched. Loads a large library. */
export const qrCodeUrl = (text: string): string =>
  asUrl(qrcode<string>({ bcid: 'qrcode', text, ...errorCorrection, ...looks }, drawingSVG()));

/** Code 128 bars as the address of a picture, without the text below. Throws for what Code 128 cannot say. */
export const code128Url = (text: string): string =>
  asUrl(code128<string>({ bcid: 'code128', text, height: 12, ...looks }, drawingSVG()));
