import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';

const MOST = 3;
const names = (list: readonly { name: string }[]) =>
  list.length > MOST
    ? m.audits_and_more({
        names: list
          .slice(0, MOST)
          .map(({ name }) => name)
          .join(', '),
        count: list.length - MOST,
      })
    : list.map(({ name }) => name).join(', ');

/** What a campaign looks at, in a line. */
export function scopeWords({ buildings, floors, spaces, types, owners }: AssetAudit['scope']): string {
  const places = [...buildings, ...floors, ...spaces, ...owners];
  const where = places.length > 0 ? names(places) : m.audits_scope_all();
  return types.length > 0 ? m.audits_scope_only({ where, types: names(types) }) : where;
}
