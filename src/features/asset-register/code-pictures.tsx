import * as m from '#messages';
import { code128Url, qrCodeUrl } from '#src/lib/draw-barcode.ts';
import { barsFor } from '#src/ui/label-layouts.ts';
import classes from './asset.module.css';

/** A code as bars and as QR. Load it lazily: the library that draws it is large. */
export default function CodePictures({ code }: { code: string }) {
  const bars = barsFor(code);
  return (
    <figure className={classes.codes}>
      {bars && <img className={classes.bars} src={code128Url(bars)} alt={m.assets_code_bars({ code })} />}
      <img className={classes.qr} src={qrCodeUrl(code)} alt={m.assets_code_qr({ code })} />
      <figcaption className={classes.tag}>{code}</figcaption>
    </figure>
  );
}
