import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useMemo } from 'react';
import * as m from '#messages';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, PrintIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { LabelSheet } from './label-sheet.tsx';
import classes from './labels.module.css';
import { type LayoutName, layouts, pagesOf, placesOf } from './layouts.ts';
import { labelsOptions } from './queries.ts';
import { idsIn, type LabelSearch } from './search.ts';

type Props = { search: LabelSearch; onSearch: (search: LabelSearch) => void };
/** CSS pixels in a millimetre. */
const PX = 96 / 25.4;

/** Labels as they will lie on the paper: what is on screen is what is printed. */
export function LabelsPage({ search, onSearch }: Props) {
  const ids = useMemo(() => idsIn(search), [search]);
  const { data, error, refetch } = useQuery(labelsOptions(ids));
  const layout = layouts[search.layout ?? 'roll'];
  const places = placesOf(layout);
  const pages = pagesOf(data ?? [], layout, search.start ?? 1);
  const { ref, width } = useElementSize();
  const zoom = width > 0 ? Math.min(1, width / (layout.page.width * PX)) : 1;
  const change = (next: Partial<LabelSearch>) => onSearch({ ...search, ...next });
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
      <style>{`@page { size: ${layout.page.width}mm ${layout.page.height}mm; margin: 0; }`}</style>
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
        <>
          <div className={classes.choices}>
            <SegmentedControl
              aria-label={m.labels_paper()}
              value={layout.name}
              onChange={(name) => onSearch({ ids: search.ids, layout: name as LayoutName })}
              data={Object.values(layouts).map(({ name, label }) => ({ value: name, label: label() }))}
            />
            {places > 1 && (
              <NativeSelect
                aria-label={m.labels_start()}
                value={String(Math.min(search.start ?? 1, places))}
                onChange={(event) => change({ start: Number(event.currentTarget.value) })}
                data={Array.from({ length: places }, (_, at) => ({
                  value: String(at + 1),
                  label: m.labels_start_at({ place: at + 1 }),
                }))}
              />
            )}
            <span className={classes.note}>{m.labels_hint()}</span>
          </div>
          <div ref={ref} className={classes.pages} style={{ '--zoom': zoom } as CSSProperties}>
            {data ? (
              pages.map((page, at) => (
                <LabelSheet
                  // The paper's nth sheet stays the nth.
                  key={at}
                  layout={layout}
                  places={page}
                  onStart={(start) => change({ start })}
                />
              ))
            ) : (
              <div role="status" aria-label={m.shell_loading()} className={classes.waiting} />
            )}
          </div>
        </>
      )}
    </Page>
  );
}
