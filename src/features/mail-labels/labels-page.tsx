import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as m from '#messages';
import { LabelPage } from '#src/ui/label-page.tsx';
import { idsIn, type LabelSearch } from '#src/ui/label-search.ts';
import { LinkButton } from '#src/ui/link.tsx';
import { LabelCard } from './label-card.tsx';
import { labelsOptions } from './queries.ts';

type Props = { search: LabelSearch; onSearch: (search: LabelSearch) => void };

/** The labels of parcels. */
export function LabelsPage({ search, onSearch }: Props) {
  const ids = useMemo(() => idsIn(search), [search]);
  const { data, error, refetch } = useQuery(labelsOptions(ids));
  return (
    <LabelPage
      title={m.labels_title()}
      back={(look) => (
        <LinkButton to="/mail" {...look}>
          {m.mail_queues()}
        </LinkButton>
      )}
      labels={data}
      error={error}
      onRetry={() => void refetch()}
      failedTitle={m.labels_failed()}
      none={ids.length === 0 && { title: m.labels_none(), text: m.labels_none_text() }}
      keyOf={({ itemId }) => itemId}
      render={(label, layout) => <LabelCard label={label} layout={layout} />}
      paper={search}
      onPaper={({ layout, start }) =>
        onSearch({ ids: search.ids, ...(layout && { layout }), ...(start && { start }) })
      }
    />
  );
}
