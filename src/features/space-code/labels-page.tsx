import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as m from '#messages';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, PrintIcon } from '#src/ui/icons.tsx';
import { idsIn } from '#src/ui/label-search.ts';
import { LabelSheets } from '#src/ui/label-sheets.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { CodeLabel } from './code-label.tsx';
import type { CodesSearch } from './labels-search.ts';
import classes from './labels.module.css';
import { codesOptions } from './queries.ts';

type Props = { search: CodesSearch; onSearch: (search: CodesSearch) => void };

/** Sheets of the codes of chosen spaces, or of all that can be booked on a floor. */
export function CodeLabelsPage({ search, onSearch }: Props) {
  const { ids, floor, layout = 'a4-14', start } = search;
  const rooms = useMemo(() => idsIn({ ids }), [ids]);
  const { data, error, refetch } = useQuery(codesOptions(floor === undefined ? { rooms } : { floor }));
  const none = floor === undefined ? rooms.length === 0 : data?.length === 0;
  const spaces = (
    <LinkButton
      to="/spaces"
      search={floor === undefined ? {} : { floor }}
      variant="default"
      size="compact-md"
    >
      {m.places_spaces()}
    </LinkButton>
  );
  return (
    <Page
      title={m.code_labels()}
      printBare
      count={data?.length}
      actions={
        <span className={classes.controls}>
          {spaces}
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
      {none ? (
        <EmptyState
          icon={<PrintIcon size={22} />}
          title={m.code_labels_none()}
          action={<LinkButton to="/spaces">{m.places_spaces()}</LinkButton>}
        >
          {m.code_labels_none_text()}
        </EmptyState>
      ) : error && !data ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.code_labels_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : (
        <LabelSheets
          labels={data}
          keyOf={({ id }) => id}
          render={(space, paper) => <CodeLabel space={space} layout={paper} />}
          paper={{ layout, ...(start !== undefined && { start }) }}
          onPaper={(paper) => onSearch({ ids, ...(floor !== undefined && { floor }), ...paper })}
        />
      )}
    </Page>
  );
}
