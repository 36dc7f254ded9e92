import { queryOptions, useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { AssetMatch } from '#contract/assets.ts';
import { findAssetsByCode } from '#src/directory/asset-api.ts';
import { assetsKey } from '#src/directory/asset-queries.ts';
import { TextLink } from '#src/ui/link.tsx';

type Props = { code: string; by: Extract<AssetMatch['by'], 'localUID' | 'serialNumber'> };
const bearersOptions = (code: string) =>
  queryOptions({
    queryKey: [...assetsKey, 'by-code', code],
    queryFn: () => findAssetsByCode(code),
    enabled: code !== '',
  });

/** Leads to the asset that bears a number already; nothing while that is not known. */
export function BearerLink({ code, by }: Props) {
  const { data } = useQuery(bearersOptions(code));
  const bearer = data?.find((match) => match.by === by)?.asset;
  if (!bearer) return null;
  return (
    <TextLink to="/assets/$assetId" params={{ assetId: bearer.id }} target="_blank" size="sm">
      {m.assets_bearer({ name: bearer.name })}
    </TextLink>
  );
}
