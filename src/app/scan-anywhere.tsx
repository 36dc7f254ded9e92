import { lazy, Suspense, useEffect, useState } from 'react';
import * as m from '#messages';
import { handedOn } from '#src/directory/scans.ts';
import { useScans } from '#src/lib/scan-listener.ts';
import { BarcodeIcon } from '#src/ui/scan-icons.tsx';
import classes from './scan.module.css';

const ScanDialog = lazy(() => import('./scan-dialog.tsx'));

/**
 * The scan box of every page: a button in the bar, and an ear for what a scanner sends while no view of its own listens
 * and nobody types.
 */
export function ScanAnywhere() {
  const [open, setOpen] = useState<{ code: string | undefined }>();
  useScans((code) => setOpen({ code }), open === undefined, true);
  useEffect(
    () =>
      handedOn.subscribe(() => {
        const taken = handedOn.get();
        if (!taken) return;
        handedOn.set(undefined);
        setOpen({ code: taken.code });
      }),
    [],
  );
  return (
    <>
      <button
        type="button"
        className={classes.button}
        aria-haspopup="dialog"
        onClick={() => setOpen({ code: undefined })}
      >
        <BarcodeIcon size={18} />
        <span>{m.scan_button()}</span>
      </button>
      {open && (
        <Suspense>
          <ScanDialog first={open.code} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  );
}
