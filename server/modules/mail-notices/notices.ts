import { AppError, notFound } from '#server/lib/app-error.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { findNotice, restartNotice, showNotice } from './notice-repository.ts';
import { reachableOf } from './preference-repository.ts';
import { nextAllowed } from './quiet-times.ts';

/**
 * Sends a message that failed or waits for another try with the next run, quiet times permitting. Answers it
 * as JSON text. @throws 404, 409 when it has been sent
 */
export async function retryNotice(tx: WriteTx, id: number): Promise<string> {
  const notice = await findNotice(tx, id);
  if (!notice) throw notFound('There is no such message.');
  if (notice.state === 'sent') throw new AppError(409, 'mail.notice-sent', 'This message has been sent.');
  const { times, zone } = await reachableOf(tx, notice.to);
  await restartNotice(tx, id, nextAllowed(tx.stamp, times, zone));
  return showNotice(tx, id);
}
