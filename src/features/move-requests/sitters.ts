import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import type { Sitter } from './labels.ts';

const PAGE = 500;
/** Ids in one address: it may not become too long. */
const ROOMS = 200;
const people = z.array(
  z.object({ id: z.int(), name: z.string(), room: z.looseObject({ id: z.int().optional() }) }),
);

/** Who sits in these spaces now. */
export const sittersOptions = (rooms: readonly number[]) =>
  queryOptions({
    queryKey: ['people', 'sitters', rooms],
    queryFn: async ({ signal }): Promise<Sitter[]> => {
      const found: Sitter[] = [];
      for (let at = 0; at < rooms.length; at += ROOMS) {
        const roomId = rooms.slice(at, at + ROOMS).join(',');
        for (let startAt = 0; ; startAt += PAGE) {
          const path = withQuery('/users', { roomId, limit: PAGE, startAt: startAt || undefined });
          // oxlint-disable-next-line no-await-in-loop -- page after page
          const page = await http('GET', path, { reply: people, signal });
          found.push(...page.map(({ id, name, room }) => ({ id, name, roomId: room.id ?? 0 })));
          if (page.length < PAGE) break;
        }
      }
      return found;
    },
  });
