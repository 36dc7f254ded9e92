import { useQuery } from '@tanstack/react-query';
import { labelCodeOf } from '#contract/assets.ts';
import { registeredOptions, spaceRowsOptions } from './queries.ts';
import { seenIn, type WalkList } from './walk-list.ts';

/** Something that should be here. */
export type Expected = { id: number; name: string; code: string; model: string };
export type SpaceSight = {
  expected: number;
  seen: number;
  /** Not seen yet. */
  left: readonly Expected[];
};
const NONE: SpaceSight = { expected: 0, seen: 0, left: [] };

/** What is expected in a space, by the campaign, or by the register where there is none. */
export function useSpaceSight(audit: number | undefined, roomId: number | undefined, rows: WalkList) {
  const campaign = useQuery({
    ...spaceRowsOptions(audit ?? 0, roomId ?? 0),
    enabled: audit !== undefined && roomId !== undefined,
  });
  const register = useQuery({
    ...registeredOptions(roomId ?? 0),
    enabled: audit === undefined && roomId !== undefined,
  });
  const { error, isPending, refetch } = audit === undefined ? register : campaign;
  const seen = roomId === undefined ? new Set<number>() : seenIn(rows, roomId);
  const all =
    audit === undefined
      ? register.data?.map((one) => ({
          id: one.id,
          name: one.name,
          code: labelCodeOf(one),
          model: one.model.name,
          done: seen.has(one.id),
        }))
      : campaign.data
          ?.filter(({ expectedRoom, state }) => expectedRoom?.id === roomId && state !== 'removed')
          .map(({ asset, seen: sight }) => ({
            id: asset.id,
            name: asset.name,
            code: labelCodeOf(asset),
            model: asset.model,
            done: sight !== undefined || seen.has(asset.id),
          }));
  const sight: SpaceSight = all
    ? {
        expected: all.length,
        seen: all.filter(({ done }) => done).length,
        left: all.filter(({ done }) => !done),
      }
    : NONE;
  return { sight, error, isPending: isPending && roomId !== undefined, refetch };
}
