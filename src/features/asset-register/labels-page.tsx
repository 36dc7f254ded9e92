import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as m from '#messages';
import { fetchAssets } from '#src/directory/asset-api.ts';
import { assetsKey } from '#src/directory/asset-queries.ts';
import { LabelPage } from '#src/ui/label-page.tsx';
import { idsIn, type LabelSearch } from '#src/ui/label-search.ts';
import { LinkButton } from '#src/ui/link.tsx';
import { LabelCard } from './label-card.tsx';

type Props = { search: LabelSearch; onSearch: (search: LabelSearch) => void };

/** As many as a page of labels takes, in the order in which they were chosen. */
const labelsOptions = (ids: readonly number[]) =>
  queryOptions({
    queryKey: [...assetsKey, 'labels', ids],
    queryFn: async ({ signal }) => {
      const found = await fetchAssets({ assetId: ids.join(',') }, { limit: 500 }, signal);
      const place = new Map(ids.map((id, at) => [id, at]));
      return found.sort((a, b) => place.get(a.id)! - place.get(b.id)!);
    },
    enabled: ids.length > 0,
  });

/** Sheets of labels to stick on assets. */
export function LabelsPage({ search, onSearch }: Props) {
  const ids = useMemo(() => idsIn(search), [search]);
  const { data, error, refetch } = useQuery(labelsOptions(ids));
  const { layout = 'a4-24', start } = search;
  return (
    <LabelPage
      title={m.assets_labels()}
      back={(look) => (
        <LinkButton to="/assets" {...look}>
          {m.assets_register()}
        </LinkButton>
      )}
      labels={data}
      error={error}
      onRetry={() => void refetch()}
      failedTitle={m.assets_labels_failed()}
      none={
        (ids.length === 0 || data?.length === 0) && {
          title: m.assets_labels_none(),
          text: m.assets_labels_none_text(),
        }
      }
      keyOf={({ id }) => id}
      render={(asset, paper) => <LabelCard asset={asset} layout={paper} />}
      paper={{ layout, ...(start !== undefined && { start }) }}
      onPaper={(paper) => onSearch({ ids: search.ids, ...paper })}
    />
  );
}
