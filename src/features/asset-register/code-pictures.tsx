import * as m from '#messages';
import { code128Url, qrCodeUrl } from '#src/lib/draw-barcode.ts';
import { barsFor } from '#src/ui/label-layouts.ts';
import { labelAddress } from './label-address.ts';
import classes from './asset.module.css';

/** An asset's code as bars, and its page's address as QR. Load it lazily: the library that draws it is large. */
export default function CodePictures({ id, code }: { id: number; code: string }) {
  const bars = barsFor(code);
  return (
    <figure className={classes.codes}>
      {bars && <img className={classes.bars} src={code128Url(bars)} alt={m.assets_code_bars({ code })} />}
      <img className={classes.qr} src={qrCodeUrl(labelAddress(id))} alt={m.assets_code_qr({ code })} />
      <figcaption className={classes.tag}>{code}</figcaption>
    </figure>
  );
}
