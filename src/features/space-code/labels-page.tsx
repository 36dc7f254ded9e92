import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as m from '#messages';
import { LabelPage } from '#src/ui/label-page.tsx';
import { idsIn } from '#src/ui/label-search.ts';
import { LinkButton } from '#src/ui/link.tsx';
import { CodeLabel } from './code-label.tsx';
import type { CodesSearch } from './labels-search.ts';
import { codesOptions } from './queries.ts';

type Props = { search: CodesSearch; onSearch: (search: CodesSearch) => void };

/** Sheets of the codes of chosen spaces, or of all that can be booked on a floor. */
export function CodeLabelsPage({ search, onSearch }: Props) {
  const { ids, floor, layout = 'a4-14', start } = search;
  const rooms = useMemo(() => idsIn({ ids }), [ids]);
  const { data, error, refetch } = useQuery(codesOptions(floor === undefined ? { rooms } : { floor }));
  const none = floor === undefined ? rooms.length === 0 : data?.length === 0;
  return (
    <LabelPage
      title={m.code_labels()}
      back={(look) => (
        <LinkButton to="/spaces" search={floor === undefined ? {} : { floor }} {...look}>
          {m.places_spaces()}
        </LinkButton>
      )}
      labels={data}
      error={error}
      onRetry={() => void refetch()}
      failedTitle={m.code_labels_failed()}
      none={none && { title: m.code_labels_none(), text: m.code_labels_none_text() }}
      keyOf={({ id }) => id}
      render={(space, paper) => <CodeLabel space={space} layout={paper} />}
      paper={{ layout, ...(start !== undefined && { start }) }}
      onPaper={(paper) => onSearch({ ids, ...(floor !== undefined && { floor }), ...paper })}
    />
  );
}
