import { z } from 'zod';
import { allRead, appNotice, type NoticeChoice, noticePreferences } from '#contract/notices.ts';
import { count, removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';

export const PAGE = 50;
const list = z.array(appNotice);

type Query = { unread?: boolean; startAt?: number; limit?: number };
export const fetchNotices = (query: Query, signal: AbortSignal) =>
  http('GET', withQuery('/notices', { limit: PAGE, ...query }), { reply: list, signal });
export const fetchUnread = (signal: AbortSignal) =>
  http('GET', '/notices/count?unread=true', { reply: count, signal });

export const markRead = ({ id, read }: { id: number; read: boolean }) =>
  http('POST', `/notices/${id}/${read ? 'read' : 'unread'}`, { reply: appNotice });
export const markAllRead = (upTo: number) =>
  http('POST', '/notices/read-all', { body: { upTo }, reply: allRead });
export const takeBackAll = (readAt: number) =>
  http('POST', '/notices/unread-all', { body: { readAt }, reply: count });
export const putAway = (id: number) => http('DELETE', `/notices/${id}`, { reply: removed });

export const fetchPreferences = (signal: AbortSignal) =>
  http('GET', '/notices/preferences', { reply: noticePreferences, signal });
export type PreferencesEdit = { digestHour?: number; kinds?: NoticeChoice[] };
export const savePreferences = (body: PreferencesEdit) =>
  http('PUT', '/notices/preferences', { body, reply: noticePreferences });
