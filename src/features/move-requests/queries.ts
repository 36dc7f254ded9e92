import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { movesKey } from '#src/directory/move-queries.ts';
import { checkDraft, type ConflictBody, fetchChecklist, fetchFloorSpaces, fetchPreview } from './api.ts';

/** What is left of a floor on a date, epoch ms. @param request one that does not count: it is being changed */
export const floorSpacesOptions = (floorId: number, date: number | undefined, request: number | undefined) =>
  queryOptions({
    queryKey: [...movesKey, 'spaces', floorId, date, request],
    queryFn: ({ signal }) => fetchFloorSpaces(floorId, date, request, signal),
    placeholderData: keepPreviousData,
  });
export const draftConflictsOptions = (body: ConflictBody) =>
  queryOptions({
    queryKey: [...movesKey, 'draft-conflicts', body],
    queryFn: ({ signal }) => checkDraft(body, signal),
    placeholderData: keepPreviousData,
  });
export const previewOptions = (id: number) =>
  queryOptions({
    queryKey: [...movesKey, 'one', id, 'preview'],
    queryFn: ({ signal }) => fetchPreview(id, signal),
  });
export const checklistOptions = (id: number) =>
  queryOptions({
    queryKey: [...movesKey, 'one', id, 'tasks'],
    queryFn: ({ signal }) => fetchChecklist(id, signal),
  });
