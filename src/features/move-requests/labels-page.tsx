import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as m from '#messages';
import type { MoveRequest } from '#contract/moves.ts';
import { moveOptions } from '#src/directory/move-queries.ts';
import { qrCodeUrl } from '#src/lib/draw-barcode.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, PrintIcon } from '#src/ui/icons.tsx';
import { LabelSheets } from '#src/ui/label-sheets.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { BoxCard } from './box-card.tsx';
import { boxesOf, placardsOf, targetsOf } from './labels.ts';
import { MOST_BOXES, type MoveLabelSearch } from './labels-search.ts';
import classes from './labels.module.css';
import { PlacardCard } from './placard-card.tsx';
import { sittersOptions } from './sitters.ts';

type Props = { id: number; search: MoveLabelSearch; onSearch: (search: MoveLabelSearch) => void };
const papers = ['a4-2', 'roll', 'a4-14'] as const;

/** What is printed for a move: labels for the boxes, and placards for the doors. */
export function MoveLabelsPage({ id, search, onSearch }: Props) {
  const { data: move, error, refetch } = useQuery(moveOptions(id));
  const doors = search.what === 'placards';
  const { what: _what, layout: _layout, start: _start, ...kept } = search;
  return (
    <Page
      title={m.moves_labels_title({ id: String(id) })}
      printBare
      actions={
        <span className={classes.controls}>
          <LinkButton to="/moves/$requestId" params={{ requestId: id }} variant="default" size="compact-md">
            {m.moves_to_request()}
          </LinkButton>
          <Button
            size="compact-md"
            leftSection={<PrintIcon size={16} />}
            disabled={!move?.items.length}
            onClick={() => window.print()}
          >
            {m.labels_print()}
          </Button>
        </span>
      }
    >
      {!move && error ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.moves_one_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : (
        <>
          <div className={classes.options}>
            <SegmentedControl
              aria-label={m.moves_labels_what()}
              value={doors ? 'placards' : 'boxes'}
              onChange={(what) => onSearch({ ...kept, ...(what === 'placards' && { what }) })}
              data={[
                { value: 'boxes', label: m.moves_labels_boxes() },
                { value: 'placards', label: m.moves_labels_placards() },
              ]}
            />
            {!doors && (
              <NativeSelect
                aria-label={m.moves_boxes_each()}
                value={String(search.boxes ?? 1)}
                onChange={(event) => {
                  const boxes = Number(event.currentTarget.value);
                  const { boxes: _before, ...rest } = search;
                  onSearch({ ...rest, ...(boxes > 1 && { boxes }) });
                }}
                data={Array.from({ length: MOST_BOXES }, (_, n) => ({
                  value: String(n + 1),
                  label: m.moves_boxes_count({ count: n + 1 }),
                }))}
              />
            )}
          </div>
          {doors ? (
            <Placards move={move} search={search} onSearch={onSearch} />
          ) : (
            <Boxes move={move} search={search} onSearch={onSearch} />
          )}
        </>
      )}
    </Page>
  );
}

type PartProps = Omit<Props, 'id'> & { move: MoveRequest | undefined };

const paperOf = ({ layout, start }: MoveLabelSearch) => ({
  ...(layout && { layout }),
  ...(start && { start }),
});

function Boxes({ move, search, onSearch }: PartProps) {
  const { boxes = 1 } = search;
  const labels = useMemo(() => move && boxesOf(move, boxes), [move, boxes]);
  // Drawn once: it is the same on every box.
  const qr = useMemo(() => (move ? qrCodeUrl(`${window.location.origin}/moves/${move.id}`) : ''), [move]);
  if (labels?.length === 0) return <Nothing />;
  return (
    <LabelSheets
      labels={labels}
      keyOf={({ key }) => key}
      render={(label, layout) => (
        <BoxCard label={label} layout={layout} move={move?.id ?? 0} date={move?.date} qr={qr} />
      )}
      paper={paperOf(search)}
      onPaper={(paper) => onSearch({ ...(boxes > 1 && { boxes }), ...paper })}
    />
  );
}

function Placards({ move, search, onSearch }: PartProps) {
  const rooms = useMemo(() => (move ? targetsOf(move) : []), [move]);
  const { data: sitters, error, refetch } = useQuery({ ...sittersOptions(rooms), enabled: rooms.length > 0 });
  const placards = useMemo(() => move && sitters && placardsOf(move, sitters), [move, sitters]);
  if (move && rooms.length === 0) return <Nothing />;
  if (error && !sitters)
    return (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.moves_placards_failed()}
        action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
      >
        {error.message}
      </EmptyState>
    );
  return (
    <LabelSheets
      labels={placards}
      keyOf={({ id }) => id}
      render={(placard, layout) => <PlacardCard placard={placard} layout={layout} />}
      papers={papers}
      paper={{ layout: 'a4-2', ...paperOf(search) }}
      onPaper={(paper) =>
        onSearch({ what: 'placards', ...(search.boxes && { boxes: search.boxes }), ...paper })
      }
    />
  );
}

const Nothing = () => (
  <EmptyState icon={<PrintIcon size={22} />} title={m.moves_labels_none()}>
    {m.moves_labels_none_text()}
  </EmptyState>
);
