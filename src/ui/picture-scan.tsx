import { Button, FileButton } from '@mantine/core';
import { useRef, useState } from 'react';
import * as m from '#messages';
import { type Barcode, BarcodeError, type BarcodeErrorCode, readPicture } from '#src/lib/barcodes.ts';
import { PictureIcon } from './camera-icons.tsx';
import classes from './camera-scanner.module.css';

export const barcodeErrors: Record<BarcodeErrorCode, () => string> = {
  'barcode.empty-picture': m.ui_camera_picture_empty,
  'barcode.broken-picture': m.ui_camera_picture_broken,
  'barcode.reader-failed': m.ui_camera_reader_failed,
};

type Outcome = { error?: string; several?: readonly Barcode[] };

/** Reads a code from a picture on the device; of several in one picture, the one that is tapped. */
export function PictureScan({ onScan }: { onScan: (code: Barcode) => void }) {
  const [busy, setBusy] = useState(false);
  const [{ error, several }, setOutcome] = useState<Outcome>({});
  const forget = useRef<() => void>(null);

  const read = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    setOutcome({});
    try {
      const codes = await readPicture(file);
      if (codes.length === 0) setOutcome({ error: m.ui_camera_picture_none() });
      else if (codes[0] && codes.length === 1) onScan(codes[0]);
      else setOutcome({ several: codes });
    } catch (problem) {
      const code = problem instanceof BarcodeError ? problem.code : 'barcode.reader-failed';
      setOutcome({ error: barcodeErrors[code]() });
    }
    setBusy(false);
    // Or the same picture could not be chosen again.
    forget.current?.();
  };

  return (
    <div className={classes.picture}>
      <FileButton accept="image/*" resetRef={forget} onChange={(file) => void read(file)}>
        {(props) => (
          <Button {...props} variant="default" loading={busy} leftSection={<PictureIcon size={18} />}>
            {busy ? m.ui_camera_picture_reading() : m.ui_camera_picture()}
          </Button>
        )}
      </FileButton>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
      {several && (
        <div role="group" aria-label={m.ui_camera_picture_several()} className={classes.several}>
          <p role="status">{m.ui_camera_picture_several()}</p>
          {several.map((code) => (
            <Button
              key={`${code.format} ${code.text}`}
              variant="default"
              justify="flex-start"
              classNames={{ label: classes.code ?? '' }}
              onClick={() => {
                setOutcome({});
                onScan(code);
              }}
            >
              <bdi>{readable(code.text)}</bdi>
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

/** A code for the eye: what separates its fields has no shape of its own. */
export const readable = (text: string) => text.replace(/\p{Cc}+/gu, ' ');
