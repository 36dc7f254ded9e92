import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { shrinkImage } from '#src/lib/shrink-image.ts';
import { CameraIcon } from '#src/ui/desk-icons.tsx';
import classes from './delivery-dialog.module.css';

/** A photograph as proof, by the phone's camera or from a file. */
export function PhotographField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (image: string | null) => void;
}) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const take = async (file: File | undefined) => {
    if (!file) return;
    setState('busy');
    try {
      onChange(await shrinkImage(file));
      setState('idle');
    } catch {
      setState('failed');
    }
  };
  if (value)
    return (
      <div className={classes.photo}>
        <img src={value} alt={m.mail_photo_alt()} />
        <Button variant="default" size="compact-sm" onClick={() => onChange(null)}>
          {m.mail_remove()}
        </Button>
      </div>
    );
  return (
    <div>
      <label className={classes.camera} data-busy={state === 'busy' || undefined}>
        <CameraIcon />
        {state === 'busy' ? m.mail_photo_busy() : m.mail_photo_take()}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          disabled={state === 'busy'}
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </label>
      {state === 'failed' && (
        <p className={classes.wrong} role="alert">
          {m.mail_photo_failed()}
        </p>
      )}
    </div>
  );
}
