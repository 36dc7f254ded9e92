import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import * as m from '#messages';
import { EmptyState } from './empty-state.tsx';
import { ErrorIcon, PrintIcon } from './icons.tsx';
import type { Layout } from './label-layouts.ts';
import type { LabelPaper } from './label-search.ts';
import { LabelSheets } from './label-sheets.tsx';
import classes from './label-sheets.module.css';
import { Page } from './page.tsx';

/** How a link looks beside the button that prints. */
type Look = { variant?: 'default'; size?: 'compact-md' };
type Props<T> = {
  title: string;
  /** Leads to where labels are chosen: a `LinkButton` that takes these attributes. */
  back: (look: Look) => ReactNode;
  /** Undefined until they are there. */
  labels: readonly T[] | undefined;
  error: Error | null;
  onRetry: () => void;
  failedTitle: string;
  /** Said where nothing has been chosen. */
  none: false | { title: string; text: string };
  keyOf: (label: T) => string | number;
  render: (label: T, layout: Layout) => ReactNode;
  paper: LabelPaper;
  onPaper: (paper: LabelPaper) => void;
};

/** A page of labels to be printed, whatever they are stuck on. */
export function LabelPage<T>(props: Props<T>) {
  const { title, back, labels, error, none } = props;
  return (
    <Page
      title={title}
      printBare
      count={labels?.length}
      actions={
        <span className={classes.controls}>
          {back({ variant: 'default', size: 'compact-md' })}
          <Button
            size="compact-md"
            leftSection={<PrintIcon size={16} />}
            disabled={!labels?.length}
            onClick={() => window.print()}
          >
            {m.labels_print()}
          </Button>
        </span>
      }
    >
      {none ? (
        <EmptyState icon={<PrintIcon size={22} />} title={none.title} action={back({})}>
          {none.text}
        </EmptyState>
      ) : error && !labels ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={props.failedTitle}
          action={<Button onClick={props.onRetry}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : (
        <LabelSheets
          labels={labels}
          keyOf={props.keyOf}
          render={props.render}
          paper={props.paper}
          onPaper={props.onPaper}
        />
      )}
    </Page>
  );
}
