import { mutationOptions, useMutation } from '@tanstack/react-query';
import type { MailEdit, MailItem } from '#contract/mail.ts';
import { type Action, editItem, type OpenStep } from '#src/directory/mail-calls.ts';
import { hideItems, refreshMail as refresh, showItems } from '#src/directory/mail-cache.ts';
import { mailKeys } from '#src/directory/mail-queries.ts';
import { checkIn, commentItem, deleteItem, stepItem } from './api.ts';
import { randomKey } from '#src/lib/random-key.ts';

export type Steps = { ids: readonly number[]; step: OpenStep; action: Action };
/** What became of each; the failed ones keep their reason. */
export type StepOutcome = { done: MailItem[]; failed: { id: number; error: Error }[] };

async function takeSteps({ ids, step, action }: Steps): Promise<StepOutcome> {
  const outcome: StepOutcome = { done: [], failed: [] };
  const waiting = [...ids];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift())
      try {
        outcome.done.push(await stepItem(id, step, action));
      } catch (error) {
        outcome.failed.push({ id, error: error as Error });
      }
  };
  // The API takes these one by one; a few at a time keep a large selection quick.
  await Promise.all(Array.from({ length: 4 }, work));
  return outcome;
}
const stepOptions = mutationOptions({
  mutationFn: takeSteps,
  onMutate: ({ ids }, { client }) => hideItems(client, ids),
  onSuccess: ({ done }, _steps, _restore, { client }) => {
    for (const item of done) client.setQueryData(mailKeys.item(item.id), item);
  },
  onError: (_error, _steps, restore) => restore?.(),
  onSettled: (_outcome, _error, _steps, _restore, { client }) => refresh(client),
});
export const useSteps = () => useMutation(stepOptions);

/** Whether a scan could bring them back to the desk: it needs a number to scan. */
export const canComeBack = (items: readonly MailItem[]) =>
  items.every(
    ({ trackingNumber, currentQueue }) => trackingNumber && currentQueue !== 'IN' && currentQueue !== 'OUT',
  );

/** Back to the desk from pending, transfer and checkout: what scanning them again does. */
const bringBackOptions = mutationOptions({
  mutationFn: (items: readonly MailItem[]) =>
    checkIn(
      items.map(({ trackingNumber, center, location }) => ({
        trackingNumber,
        center: { id: center.id },
        ...(location && { location: { id: location.id } }),
      })),
      randomKey(),
    ),
  onMutate: (items, { client }) =>
    hideItems(
      client,
      items.map(({ id }) => id),
    ),
  onError: (_error, _items, restore) => restore?.(),
  onSettled: (_items, _error, _before, _restore, { client }) => refresh(client),
});
export const useBringBack = () => useMutation(bringBackOptions);

const editOptions = mutationOptions({
  mutationFn: ({ id, edit, version }: { id: number; edit: MailEdit; version: number }) =>
    editItem(id, edit, version),
  onSuccess: (item, _edit, _before, { client }) => {
    showItems(client, [item]);
    return refresh(client);
  },
});
export const useEdit = () => useMutation(editOptions);

const commentOptions = mutationOptions({
  mutationFn: ({ id, comment, key }: { id: number; comment: string; key: string }) =>
    commentItem(id, comment, key),
  onSuccess: (item, _comment, _before, { client }) => showItems(client, [item]),
});
export const useComment = () => useMutation(commentOptions);

const deleteOptions = mutationOptions({
  mutationFn: (id: number) => deleteItem(id),
  onSuccess: async (_answer, id, _before, { client }) => {
    client.removeQueries({ queryKey: mailKeys.item(id) });
    await hideItems(client, [id]);
    return refresh(client);
  },
});
export const useDelete = () => useMutation(deleteOptions);
