import { Button, CloseButton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { Barcode, BarcodeFormat } from '#src/lib/barcodes.ts';
import { signal } from '#src/lib/feedback.ts';
import { createScanMemory } from '#src/lib/scan-memory.ts';
import classes from './camera-scanner.module.css';
import { CameraStage } from './camera-stage.tsx';
import { CheckIcon, RefreshIcon, WarningIcon } from './icons.tsx';
import { PictureScan, readable } from './picture-scan.tsx';
import { useCamera } from './use-camera.ts';
import { useFrames } from './use-frames.ts';

/** `'exception'` where the scan wants a look: it is shown and sounds different. */
export type ScanOutcome = void | 'exception';
export type CameraScannerProps = {
  /** What is scanned here, for screen readers: "Scan parcels". */
  label: string;
  /** Every scan. The beep waits for a promise, so that it can mean "kept". */
  onScan: (text: string, format: BarcodeFormat) => ScanOutcome | Promise<ScanOutcome>;
  /** Shows a button to close the panel. */
  onClose?: () => void;
};

type Last = { text: string; outcome: 'success' | 'exception'; count: number };

/**
 * Scans by camera, one code after the other, without closing in between; or from a picture. Load it lazily:
 * `lazy(() => import('#src/ui/camera-scanner.tsx'))`.
 */
export default function CameraScanner({ label, onScan, onClose }: CameraScannerProps) {
  const [memory] = useState(createScanMemory);
  const [last, setLast] = useState<Last>();
  const [failed, setFailed] = useState(false);
  const camera = useCamera();

  const take = async ({ text, format }: Barcode) => {
    let outcome: Last['outcome'] = 'success';
    try {
      if ((await onScan(text, format)) === 'exception') outcome = 'exception';
    } catch {
      // Whoever keeps the scan says what went wrong; here it only must not sound like a success.
      outcome = 'exception';
    }
    signal(outcome);
    setLast((before) => ({ text: readable(text), outcome, count: (before?.count ?? 0) + 1 }));
  };
  useFrames(
    camera.video,
    camera.state === 'running' && !failed,
    (sightings) => {
      const scan = memory.see(sightings, performance.now());
      if (scan) void take(scan);
    },
    () => setFailed(true),
  );

  return (
    <section className={classes.panel} aria-label={label}>
      {onClose && (
        <CloseButton className={classes.close} size="lg" aria-label={m.ui_camera_close()} onClick={onClose} />
      )}
      <CameraStage camera={camera} scans={last?.count ?? 0} tone={last?.outcome ?? 'success'} />
      <div className={classes.foot}>
        <LastScan last={last} aiming={camera.state === 'running'} />
        <PictureScan onScan={(code) => void take(code)} />
      </div>
      {failed && (
        <div className={classes.failed} role="alert">
          <p className={classes.error}>{m.ui_camera_reader_failed()}</p>
          <Button variant="default" leftSection={<RefreshIcon size={16} />} onClick={() => setFailed(false)}>
            {m.ui_camera_again()}
          </Button>
        </div>
      )}
    </section>
  );
}

function LastScan({ last, aiming }: { last: Last | undefined; aiming: boolean }) {
  const Icon = last?.outcome === 'exception' ? WarningIcon : CheckIcon;
  const said = last?.outcome === 'exception' ? m.ui_camera_read_exception : m.ui_camera_read;
  return (
    <div className={classes.last} data-tone={last?.outcome}>
      {last ? (
        <>
          <Icon strokeWidth={2} />
          <bdi className={classes.text} aria-hidden="true">
            {last.text}
          </bdi>
        </>
      ) : (
        aiming && <span>{m.ui_camera_aim()}</span>
      )}
      <VisuallyHidden role="status">
        {/* A new element each time, or the same code scanned again would not be read out. */}
        {last && <span key={last.count}>{said({ text: last.text })}</span>}
      </VisuallyHidden>
    </div>
  );
}
