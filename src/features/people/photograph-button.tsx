import { useState } from 'react';
import * as m from '#messages';
import { shrinkImage } from '#src/lib/shrink-image.ts';
import { CameraIcon } from '#src/ui/desk-icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { useSendPhotograph } from './mutations.ts';
import classes from './person-page.module.css';

/** Takes a new photograph of somebody, from a file or a phone's camera. */
export function PhotographButton({ id }: { id: number }) {
  const send = useSendPhotograph();
  const [problem, setProblem] = useState<string>();
  const take = async (file: File | undefined) => {
    if (!file) return;
    setProblem(undefined);
    let image: string;
    try {
      image = await shrinkImage(file);
    } catch {
      return setProblem(m.people_photo_failed());
    }
    send.mutate(
      { id, image, fileName: 'photograph.jpg' },
      {
        onSuccess: () => notify({ message: m.people_photo_saved() }),
        onError: ({ message }) => setProblem(message),
      },
    );
  };
  return (
    <>
      <label className={classes.photo}>
        <CameraIcon size={15} />
        {send.isPending ? m.people_photo_busy() : m.people_photo()}
        <input
          type="file"
          accept="image/*"
          disabled={send.isPending}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            // The same file chosen again is another try.
            event.currentTarget.value = '';
          }}
        />
      </label>
      {problem && (
        <p className={classes.wrong} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
