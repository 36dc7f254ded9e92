import { z } from 'zod';
import { savedFilter, type SavedFilterSave } from '#contract/saved-filters.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

const root = '/users/me/filters';

export const fetchSavedFilters = (view: string, signal: AbortSignal) =>
  http('GET', withQuery(root, { view }), { reply: z.array(savedFilter), signal });
export const saveFilter = (body: SavedFilterSave) => http('PUT', root, { reply: savedFilter, body });
export const deleteFilter = (id: number) => http('DELETE', `${root}/${id}`);
