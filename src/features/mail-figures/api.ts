import { z } from 'zod';
import { mailStats } from '#contract/mail-stats.ts';
import { leaderboardEntry } from '#contract/mail.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import type { Period } from '#src/directory/figure-search.ts';

export type { MailStats } from '#contract/mail-stats.ts';
const board = z.array(leaderboardEntry);
/** How many people a leaderboard shows. */
const MOST = 10;

export const fetchFigures = (period: Period, centerId: number | undefined, signal: AbortSignal) =>
  http('GET', withQuery('/stats/mail', { ...period, centerId }), { reply: mailStats, signal });
/** The busiest first, of what was done after a moment (epoch ms); at every center. */
export const fetchBoard = (kind: 'check-ins' | 'deliveries', after: number, signal: AbortSignal) =>
  http('GET', withQuery(`/stats/leaderboards/${kind}`, { modifiedOrCreatedAfter: after, limit: MOST }), {
    reply: board,
    signal,
  });
