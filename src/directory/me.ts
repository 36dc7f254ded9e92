import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Me, modules } from '#contract/users.ts';
import { http, understand } from '#src/lib/http.ts';
import { uses } from './features.ts';

/**
 * The caller, asked for once and then kept. The schema comes after the answer, not at the top of this
 * file: zod would otherwise be part of the sign-in page, which asks this first of all.
 */
export const meOptions = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me> => {
    const answer = await http('GET', '/users/me', { signal });
    const { me } = await import('#contract/users.ts');
    return understand(me, answer);
  },
  staleTime: 5 * 60_000,
});

/** The caller, in any view behind the sign-in. */
export const useMe = (): Me => useSuspenseQuery(meOptions).data;

export type Module = (typeof modules)[number];

/** Whether somebody does the work of a module's center, beyond using it for themselves, and the module is in use. */
export const worksIn = (me: Me, module: Module): boolean =>
  (module !== 'mail' || uses(me, 'mail')) &&
  (me.siteAdmin ||
    me.permissions.some(({ role, center }) => center.module === module && role !== 'CUSTOMER'));
