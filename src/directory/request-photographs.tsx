import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { shrinkImage } from '#src/lib/shrink-image.ts';
import { CameraIcon } from '#src/ui/desk-icons.tsx';
import camera from './delivery-dialog.module.css';
import classes from './request.module.css';

/** A photograph to be sent: a data: URL, and what the file is called. */
export type Photograph = { image: string; fileName: string };
/** As many as one request bears. */
export const MOST_PHOTOGRAPHS = 50;

/** A button that takes photographs by the phone's camera or from files, several at once. */
export function PhotographButton({
  busy = false,
  onTake,
}: {
  busy?: boolean;
  onTake: (taken: Photograph[]) => void | Promise<void>;
}) {
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const waits = busy || state === 'busy';
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return;
    setState('busy');
    try {
      const taken: Photograph[] = [];
      // One after the other: twelve megapixels each are more than a phone holds at once.
      for (const file of files) taken.push({ image: await shrinkImage(file), fileName: file.name });
      setState('idle');
      await onTake(taken);
    } catch {
      setState('failed');
    }
  };
  return (
    <div>
      <label className={camera.camera} data-busy={waits || undefined}>
        <CameraIcon />
        {waits ? m.mail_photo_busy() : m.request_photo_add()}
        <input
          type="file"
          accept="image/*"
          multiple
          disabled={waits}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same picture may be taken again after a failure.
            event.currentTarget.value = '';
            void take(files);
          }}
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

/** Photographs that are yet to be sent, each with a way to leave it out. */
export function PhotographsField({
  value,
  onChange,
}: {
  value: readonly Photograph[];
  onChange: (photographs: Photograph[]) => void;
}) {
  return (
    <div className={classes.section}>
      {value.length > 0 && (
        <ul className={classes.photos} aria-label={m.request_photos()}>
          {value.map((one, at) => (
            <li key={one.image}>
              <img src={one.image} alt={m.request_photo_nth({ nth: at + 1 })} />
              <CloseButton
                className={classes.drop}
                size="sm"
                aria-label={m.request_photo_drop({ nth: at + 1 })}
                onClick={() => onChange(value.filter((other) => other !== one))}
              />
            </li>
          ))}
        </ul>
      )}
      {value.length < MOST_PHOTOGRAPHS && (
        <PhotographButton
          onTake={(taken) => {
            const known = new Set(value.map(({ image }) => image));
            const fresh = taken.filter(({ image }) => !known.has(image));
            onChange([...value, ...fresh].slice(0, MOST_PHOTOGRAPHS));
          }}
        />
      )}
    </div>
  );
}
