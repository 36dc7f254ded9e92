import { memo } from 'react';
import type { Label } from '#contract/mail-scan.ts';
import { formatDate } from '#src/lib/dates.ts';
import { code128Url, qrCodeUrl } from '#src/lib/draw-barcode.ts';
import { FitText } from '#src/ui/fit-text.tsx';
import { barsFor, type Layout } from '#src/ui/label-layouts.ts';
import classes from './labels.module.css';

/** One label: who it is for, where it goes, and the code as bars and as QR. */
export const LabelCard = memo(function LabelCard({ label, layout }: { label: Label; layout: Layout }) {
  const bars = barsFor(label.code);
  const large = layout.name === 'roll';
  const place = [label.mailStop, label.route, label.space].filter(Boolean).join(' · ');
  return (
    <article className={classes.label} data-layout={layout.name} aria-label={label.recipient}>
      <div className={classes.small}>
        <bdi>{label.center}</bdi>
        <span>{formatDate(label.dateCreated)}</span>
      </div>
      <FitText
        className={classes.recipient}
        text={label.recipient}
        least={large ? 3.4 : 2.6}
        most={large ? 9 : 5.6}
      />
      <div className={classes.place} dir="auto">
        {place}
      </div>
      {label.sender && (
        <div className={classes.sender} dir="auto">
          {label.sender}
        </div>
      )}
      <div className={classes.codes}>
        <div className={classes.bars}>
          {bars && <img src={code128Url(bars)} alt="" decoding="sync" />}
          <span className={classes.code}>
            {label.code}
            {label.code !== label.runningNumber && ` · ${label.runningNumber}`}
          </span>
        </div>
        <img className={classes.qr} src={qrCodeUrl(label.code)} alt="" decoding="sync" />
      </div>
    </article>
  );
});
