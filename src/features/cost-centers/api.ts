import { z } from 'zod';
import {
  category,
  type CategoryEdit,
  categoryItem,
  categoryTree,
  depth,
  memberChange,
  type MemberEdit,
} from '#contract/cost-centers.ts';
import { room } from '#contract/places.ts';
import { user } from '#contract/users.ts';
import { removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import type { Place } from './moves.ts';

const MOST = 500;
export const PAGE = 50;
type Ref = { id: number };

export const fetchCategories = (signal: AbortSignal) =>
  http('GET', withQuery('/categories', { limit: MOST }), { reply: z.array(category), signal });
export const fetchDepths = (signal: AbortSignal) =>
  http('GET', withQuery('/categories/depths', { limit: MOST, orderBy: 'level' }), {
    reply: z.array(depth),
    signal,
  });
export const fetchTree = (id: number, signal: AbortSignal) =>
  http('GET', `/categories/${id}/tree`, { reply: categoryTree, signal });

const people = z.array(user);
const spaces = z.array(room);
const members = (item: number, path: string, search: string, startAt: number) =>
  withQuery(`/categories/items/${item}/${path}`, { search, startAt, limit: PAGE, orderBy: 'name' });
export const fetchPeople = (item: number, search: string, startAt: number, signal: AbortSignal) =>
  http('GET', members(item, 'users', search, startAt), { reply: people, signal });
export const fetchSpaces = (item: number, search: string, startAt: number, signal: AbortSignal) =>
  http('GET', members(item, 'rooms', search, startAt), { reply: spaces, signal });
export const changeMembers = (item: number, of: 'users' | 'rooms', body: MemberEdit) =>
  http('PUT', `/categories/items/${item}/${of}`, { reply: memberChange, body });
export const findSpaces = (search: string, signal: AbortSignal) =>
  http('GET', withQuery('/rooms', { search, limit: 12, orderBy: 'name' }), { reply: spaces, signal });

export type CategoryText = CategoryEdit & { name: string };
export const addCategory = (body: CategoryText, idempotencyKey: string) =>
  http('POST', '/categories', { reply: category, body, idempotencyKey });
export const changeCategory = (id: number, body: CategoryText) =>
  http('PUT', `/categories/${id}`, { reply: category, body });
export const deleteCategory = (id: number) => http('DELETE', `/categories/${id}`, { reply: removed });

export type DepthText = { name: string; code: string; level: number; category: Ref };
export const addDepth = (body: DepthText, idempotencyKey: string) =>
  http('POST', '/categories/depths', { reply: depth, body, idempotencyKey });
export const changeDepth = (id: number, body: DepthText) =>
  http('PUT', `/categories/depths/${id}`, { reply: depth, body });
export const deleteDepth = (id: number) => http('DELETE', `/categories/depths/${id}`, { reply: removed });

export type ItemText = { name: string; code: string; depth?: Ref | null };
export type NewItem = ItemText & { category: Ref; costCenterParent: Ref | null };
export const addItem = (body: NewItem, idempotencyKey: string) =>
  http('POST', '/categories/items', { reply: categoryItem, body, idempotencyKey });
export const changeItem = (id: number, body: ItemText) =>
  http('PUT', `/categories/items/${id}`, { reply: categoryItem, body });
export const moveItem = (id: number, { parent, position }: Place) => {
  const body = {
    costCenterParent: parent === null ? null : { id: parent },
    ...(position !== undefined && { position }),
  };
  return http('PUT', `/categories/items/${id}`, { reply: categoryItem, body });
};
export const fetchItem = (id: number, signal: AbortSignal) =>
  http('GET', `/categories/items/${id}`, { reply: categoryItem, signal });
export const deleteItem = (id: number) => http('DELETE', `/categories/items/${id}`, { reply: removed });
