import { qrCodeUrl } from '#src/lib/draw-barcode.ts';

/** A QR code as large as what it stands in. Load it lazily: the library that draws it is large. */
export default function QrCode({ text, label }: { text: string; label: string }) {
  return <img src={qrCodeUrl(text)} alt={label} width="100%" decoding="sync" style={{ display: 'block' }} />;
}
