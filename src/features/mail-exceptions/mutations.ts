import { mutationOptions, useMutation, useMutationState } from '@tanstack/react-query';
import type { MailItem, Recipient } from '#contract/mail.ts';
import { editItem } from '#src/directory/mail-calls.ts';
import { hideItems, refreshMail, showItems } from '#src/directory/mail-cache.ts';
import { assignItems } from './api.ts';
import { exceptionsKey } from './queries.ts';

export type Assignment = {
  items: readonly MailItem[];
  person: Pick<Recipient, 'id' | 'name'>;
  /** One for each intention, so that a repetition after a lost answer does nothing twice. */
  key: string;
};

const ids = (items: readonly MailItem[]) => items.map(({ id }) => id);

const assignKey = ['mail-assign'] as const;
/** They leave the list at once, and come back when the server refuses. */
const assignOptions = mutationOptions({
  mutationKey: assignKey,
  mutationFn: ({ items, person, key }: Assignment) => assignItems(ids(items), person.id, key),
  onMutate: ({ items }, { client }) => hideItems(client, ids(items), exceptionsKey),
  onSuccess: (items, _assignment, _restore, { client }) => showItems(client, items),
  onError: (_error, _assignment, restore) => restore?.(),
  onSettled: (_items, _error, _assignment, _restore, { client }) => refreshMail(client),
});
export const useAssign = () => useMutation(assignOptions);

/** What is being assigned right now: a list that was asked for before the server knew still has it. */
export const useBeingAssigned = (): ReadonlySet<number> =>
  new Set(
    useMutationState({
      filters: { mutationKey: assignKey, status: 'pending' },
      select: ({ state }) => ids((state.variables as Assignment).items),
    }).flat(),
  );

/** Nobody stands on it again, unless somebody has changed it since. */
const unassignOptions = mutationOptions({
  mutationFn: (item: MailItem) => editItem(item.id, { toUser: null }, item.dateUpdated),
  onSuccess: (item, _before, _context, { client }) => showItems(client, [item]),
  onSettled: (_item, _error, _before, _context, { client }) => refreshMail(client),
});
export const useUnassign = () => useMutation(unassignOptions);
