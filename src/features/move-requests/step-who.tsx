import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import type { MoveRequestType } from '#contract/moves.ts';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import { PeopleIcon } from '#src/ui/people-icons.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { focusGrid } from '#src/ui/use-view-keys.ts';
import { AddItems } from './add-items.tsx';
import { changing, type Draft, withItems, without } from './draft.ts';
import { GroupDialog } from './group-dialog.tsx';
import { moverCard, moverColumns } from './mover-columns.tsx';
import { MoverPanel } from './mover-panel.tsx';
import classes from './new.module.css';

type Props = {
  draft: Draft;
  zone: string;
  types: readonly MoveRequestType[];
  onChange: (change: Draft | ((before: Draft) => Draft)) => void;
};

/** Who and what moves, with the fields of each. */
export function StepWho({ draft, zone, types, onChange }: Props) {
  const [typeId, setTypeId] = useState<number>();
  const [openKey, setOpenKey] = useState<string>();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [importing, setImporting] = useState(false);
  const first = types.find((one) => one.typeCode === 'move' && !one.equipment) ?? types[0];
  const type = types.find(({ id }) => id === typeId) ?? first;
  const columns = useMemo(() => moverColumns(types), [types]);
  const open = draft.items.find(({ key }) => key === openKey);
  const selection = useMemo(
    () => new Set(draft.items.filter(({ key }) => chosen.has(key)).map(({ key }) => key)),
    [draft.items, chosen],
  );
  const remove = (keys: ReadonlySet<string>) => {
    const before = draft.items;
    onChange((now) => without(now, keys));
    setChosen(new Set());
    setOpenKey(undefined);
    notify({
      message: m.moves_removed({ count: keys.size }),
      undo: () => onChange((now) => ({ ...now, items: before })),
    });
  };
  if (!type) return null;
  return (
    <div className={classes.fill}>
      <div className={classes.addLine}>
        <AddItems
          types={types}
          type={type}
          onType={setTypeId}
          onAdd={(item) => {
            const next = withItems(draft, [item]);
            onChange(next);
            return next !== draft;
          }}
        />
        <div className={classes.addMore}>
          <Button variant="default" size="compact-md" onClick={() => setImporting(true)}>
            {m.moves_from_file()}
          </Button>
          <LinkButton to="/people" variant="default" size="compact-md">
            {m.moves_from_people()}
          </LinkButton>
        </div>
      </div>
      <SplitView
        panel={
          open && (
            <MoverPanel
              key={open.key}
              item={open}
              type={types.find(({ id }) => id === open.typeId)}
              onChange={(change) => onChange((now) => changing(now, new Set([open.key]), change))}
              onRemove={() => remove(new Set([open.key]))}
              onClose={() => {
                setOpenKey(undefined);
                focusGrid();
              }}
            />
          )
        }
      >
        <DataGrid
          label={m.moves_items()}
          rows={draft.items}
          columns={columns}
          card={moverCard}
          rowId={({ key }) => key}
          rowLabel={({ name }) => name}
          selection={selection}
          onSelectionChange={setChosen}
          onOpen={({ key }) => setOpenKey(key)}
          currentId={open?.key}
          empty={
            <EmptyState icon={<PeopleIcon size={22} />} title={m.moves_nobody_yet()}>
              {m.moves_nobody_yet_text()}
            </EmptyState>
          }
        />
        {selection.size > 0 && (
          <div className={classes.bulk}>
            <span role="status" className={classes.bulkCount}>
              {m.moves_chosen({ count: selection.size })}
            </span>
            <Button variant="default" size="compact-md" onClick={() => remove(selection)}>
              {m.moves_remove_chosen()}
            </Button>
            <Button variant="default" size="compact-md" onClick={() => setChosen(new Set())}>
              {m.ui_clear()}
            </Button>
          </div>
        )}
      </SplitView>
      {importing && (
        <GroupDialog
          draft={draft}
          zone={zone}
          types={types}
          onAdd={(items) => onChange((now) => withItems(now, items))}
          onClose={() => setImporting(false)}
        />
      )}
    </div>
  );
}
