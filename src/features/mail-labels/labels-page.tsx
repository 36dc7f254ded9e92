import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as m from '#messages';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, PrintIcon } from '#src/ui/icons.tsx';
import { idsIn, type LabelSearch } from '#src/ui/label-search.ts';
import { LabelSheets } from '#src/ui/label-sheets.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { LabelCard } from './label-card.tsx';
import classes from './labels.module.css';
import { labelsOptions } from './queries.ts';

type Props = { search: LabelSearch; onSearch: (search: LabelSearch) => void };

/** The labels of parcels. */
export function LabelsPage({ search, onSearch }: Props) {
  const ids = useMemo(() => idsIn(search), [search]);
  const { data, error, refetch } = useQuery(labelsOptions(ids));
  return (
    <Page
      title={m.labels_title()}
      printBare
      count={data?.length}
      actions={
        <span className={classes.controls}>
          <LinkButton to="/mail" variant="default" size="compact-md">
            {m.mail_queues()}
          </LinkButton>
          <Button
            size="compact-md"
            leftSection={<PrintIcon size={16} />}
            disabled={!data?.length}
            onClick={() => window.print()}
          >
            {m.labels_print()}
          </Button>
        </span>
      }
    >
      {ids.length === 0 ? (
        <EmptyState
          icon={<PrintIcon size={22} />}
          title={m.labels_none()}
          action={<LinkButton to="/mail">{m.mail_queues()}</LinkButton>}
        >
          {m.labels_none_text()}
        </EmptyState>
      ) : error && !data ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.labels_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : (
        <LabelSheets
          labels={data}
          keyOf={({ itemId }) => itemId}
          render={(label, layout) => <LabelCard label={label} layout={layout} />}
          paper={search}
          onPaper={({ layout, start }) =>
            onSearch({ ids: search.ids, ...(layout && { layout }), ...(start && { start }) })
          }
        />
      )}
    </Page>
  );
}
