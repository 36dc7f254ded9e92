import { AppError, forbidden } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import type { FileStore } from '#server/lib/files.ts';
import type { Image } from '#server/lib/images.ts';
import { commentsHtmlOf } from './comment-html.ts';
import { viewerOf, worksAt } from './crew.ts';
import { answer, record, seenBy, workOf } from './tell.ts';
import * as talk from './talk-repository.ts';
import { updateRequests } from './write-repository.ts';

/** So many pictures a request bears: each is made anew on arrival and shown on one page. */
const MOST_IMAGES = 50;
const LOOKING_MS = 60_000;

/** Comments on a request; answers all that the caller may read, as HTML. @throws 403 for a customer's internal one, 404 */
export async function addComment(
  tx: WriteTx,
  caller: Caller,
  id: number,
  { comment, internal = false }: { comment: string; internal?: boolean },
): Promise<string> {
  const request = await seenBy(tx, caller, id);
  const staff = worksAt(viewerOf(caller), request.center);
  if (internal && !staff) throw forbidden('Internal comments are for those who work on the request.');
  const written = await talk.insertComment(tx, caller.id, id, { content: comment, internal });
  await updateRequests(tx, caller.id, [id], {});
  await record(tx, caller, [request], internal ? [] : [{ request: id, kind: 'comment', to: written }]);
  return JSON.stringify({ comments: commentsHtmlOf(await talk.commentTexts(tx, id, staff)) });
}

/** Adds a picture; answers the attachment as JSON text. @throws 404, 409 when the request bears as many as it may */
export async function attachImage(
  { tx, caller, files }: { tx: WriteTx; caller: Caller; files: FileStore },
  id: number,
  image: Image,
): Promise<string> {
  const request = await seenBy(tx, caller, id);
  if ((await talk.countAttachments(tx, id)) >= MOST_IMAGES)
    throw new AppError(
      409,
      'service.too-many-images',
      `A request takes at most ${MOST_IMAGES} pictures, and this one has as many.`,
      { field: 'image' },
    );
  const file = await files.storeImage(tx, image, 'maintenance');
  const json = await talk.insertAttachment(tx, caller.id, id, file);
  await updateRequests(tx, caller.id, [id], {});
  await record(tx, caller, [request], [{ request: id, kind: 'image', to: file }]);
  return json;
}

/** Whoever works in the center has the request open for the next minute. Answers who else has, as JSON text. */
export async function look(tx: WriteTx, caller: Caller, id: number): Promise<string> {
  await workOf(tx, caller, id);
  const until = new Date(tx.stamp.getTime() + LOOKING_MS);
  if (await talk.startLooking(tx, id, caller.id, until))
    await announce(tx, { topic: 'service-looking', ids: [id], by: caller.id });
  return talk.listLookers(tx, id, caller.id);
}
/** Nobody has to wait for the minute to end. Answers as `look`. */
export async function lookAway(tx: WriteTx, caller: Caller, id: number): Promise<string> {
  await workOf(tx, caller, id);
  await talk.stopLooking(tx, id, caller.id);
  await announce(tx, { topic: 'service-looking', ids: [id], by: caller.id });
  return talk.listLookers(tx, id, caller.id);
}

/** Notes time of the caller; answers all of the request's, as JSON text. */
export async function addTime(
  tx: WriteTx,
  caller: Caller,
  id: number,
  { minutes, note }: { minutes: number; note?: string | null },
): Promise<string> {
  const request = await workOf(tx, caller, id);
  await talk.insertTime(tx, id, { user: caller.id, minutes, note: note ?? '' });
  await updateRequests(tx, caller.id, [id], {});
  await record(tx, caller, [request], []);
  return talk.listTimes(tx, id);
}
/** Notes what was used up; answers the request as JSON text. */
export async function addSupply(
  tx: WriteTx,
  caller: Caller,
  id: number,
  supply: { name: string; quantity: number },
): Promise<string> {
  const request = await workOf(tx, caller, id);
  await talk.insertSupply(tx, id, { ...supply, by: caller.id });
  await updateRequests(tx, caller.id, [id], {});
  await record(tx, caller, [request], []);
  return answer(tx, caller, id);
}
