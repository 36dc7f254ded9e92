import { queryOptions } from '@tanstack/react-query';
import { http, understand } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const LIMIT = 50;

/** The caller's own parcels, newest first. */
export const myParcelsOptions = queryOptions({
  queryKey: ['home', 'parcels'],
  queryFn: async ({ signal }) => {
    const path = withQuery('/mail/items', {
      mine: true,
      orderBy: 'dateCreated',
      orderByType: 'desc',
      limit: LIMIT,
    });
    const answer = await http('GET', path, { signal });
    const { mailItem } = await import('#contract/mail.ts');
    return understand(mailItem.array(), answer);
  },
});
