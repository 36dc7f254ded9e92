import type { SavedFilter, SavedFilterSave } from '#contract/saved-filters.ts';

type Answer = (call: { body: unknown }) => { body: unknown };
/** The part of a server that keeps filters; numbers up to 9. */
export function keepingFilters(first: SavedFilter[] = []) {
  let kept = first;
  let last = first.length;
  const removing = Array.from({ length: 9 }, (_, n) => [
    `DELETE /users/me/filters/${n + 1}`,
    () => {
      kept = kept.filter(({ id }) => id !== n + 1);
      return { body: { response: 'Successfully removed' } };
    },
  ]);
  const answers: Record<string, Answer> = {
    'GET /users/me/filters': () => ({ body: kept }),
    'PUT /users/me/filters': ({ body }) => {
      const saved = { ...(body as SavedFilterSave), id: (last += 1), dateCreated: 1, dateUpdated: 1 };
      kept = [...kept.filter(({ name }) => name !== saved.name), saved];
      return { body: saved };
    },
    ...Object.fromEntries(removing),
  };
  return { answers, kept: () => kept.map(({ name, filters }) => ({ name, filters })) };
}
