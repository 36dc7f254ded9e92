import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { attachImage } from './request-api.ts';
import { MOST_PHOTOGRAPHS, type Photograph, PhotographButton } from './request-photographs.tsx';
import { useRequestWrite } from './request-queries.ts';
import classes from './request.module.css';

/** The photographs of a request, each opening in full, and a way to add more. */
export function RequestPictures({ request: { id, attachments } }: { request: ServiceRequest }) {
  const { keyFor, settle } = useIntentionKey();
  const write = useRequestWrite(async (taken: Photograph[]) => {
    for (const one of taken) {
      await attachImage(id, one.image, one.fileName, keyFor(one));
      settle();
    }
  });
  return (
    <section className={classes.section} aria-label={m.request_photos()}>
      <h3>{m.request_photos()}</h3>
      {attachments.length > 0 && (
        <ul className={classes.photos}>
          {attachments.map(({ id: key, downloadURL }, at) => (
            <li key={key}>
              <a href={downloadURL} target="_blank" rel="noreferrer">
                <img src={downloadURL} alt={m.request_photo_nth({ nth: at + 1 })} loading="lazy" />
              </a>
            </li>
          ))}
        </ul>
      )}
      {write.error && (
        <p className={classes.wrong} role="alert">
          {write.error.message}
        </p>
      )}
      {attachments.length < MOST_PHOTOGRAPHS && (
        <PhotographButton busy={write.isPending} onTake={(taken) => write.mutate(taken)} />
      )}
    </section>
  );
}
