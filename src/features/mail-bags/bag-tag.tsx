import { lazy, Suspense } from 'react';
import * as m from '#messages';
import { formatDateTime } from '#src/lib/dates.ts';
import type { BagWithItems } from './api.ts';
import classes from './bag-tag.module.css';

const QrCode = lazy(() => import('#src/ui/qr-code.tsx'));

/** The tag on the bag: only on paper. One scan of it means everything inside. */
export function BagTag({ bag }: { bag: BagWithItems }) {
  return (
    <section className={classes.tag} aria-hidden="true">
      <style>{'@page { size: 100mm 62mm; margin: 0; }'}</style>
      <div className={classes.words}>
        <strong className={classes.code}>{bag.code}</strong>
        <span className={classes.to} dir="auto">
          {bag.to.name}
        </span>
        <span dir="auto">{m.bags_tag_from({ center: bag.from.name })}</span>
        <span>{m.mail_parcels({ count: bag.items.length })}</span>
        <span>{formatDateTime(bag.sentAt ?? bag.dateCreated)}</span>
      </div>
      <div className={classes.qr}>
        <Suspense>
          <QrCode text={bag.code} label={bag.code} />
        </Suspense>
      </div>
    </section>
  );
}
