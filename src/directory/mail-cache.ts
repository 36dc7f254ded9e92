import type { QueryClient } from '@tanstack/react-query';
import type { MailItem } from '#contract/mail.ts';
import { mailKeys } from './mail-queries.ts';

type Pages = { pages: MailItem[][]; pageParams: unknown[] };

/** Puts what the server answered where it is shown, before the lists are asked for again. */
export function showItems(client: QueryClient, items: readonly MailItem[]): void {
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const item of items) client.setQueryData(mailKeys.item(item.id), item);
  client.setQueriesData<Pages>(
    { queryKey: mailKeys.lists },
    (list) =>
      list && { ...list, pages: list.pages.map((page) => page.map((item) => byId.get(item.id) ?? item)) },
  );
}

/**
 * Takes items out of every list at once; the next answer puts them where they belong. Returns the function
 * that brings them back.
 */
export async function hideItems(
  client: QueryClient,
  ids: readonly number[],
  queryKey: readonly unknown[] = mailKeys.lists,
) {
  const gone = new Set(ids);
  await client.cancelQueries({ queryKey });
  const before = client.getQueriesData<Pages>({ queryKey });
  client.setQueriesData<Pages>(
    { queryKey },
    (list) => list && { ...list, pages: list.pages.map((page) => page.filter(({ id }) => !gone.has(id))) },
  );
  return () => before.forEach(([key, list]) => client.setQueryData(key, list));
}

export const refreshMail = (client: QueryClient) => client.invalidateQueries({ queryKey: mailKeys.all });
