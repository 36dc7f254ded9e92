import { Button, CloseButton, Menu } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { Asset } from '#contract/assets.ts';
import { useMe } from '#src/directory/me.ts';
import { managesAssets } from '#src/directory/rights.ts';
import { LentIcon } from '#src/ui/asset-loan-icons.tsx';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { PencilIcon, PrintIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import classes from './register.module.css';
import { useBulk } from './use-bulk.ts';

type Props = { selected: readonly Asset[]; mayChange: boolean; onClear: () => void };
/** As many labels as one page takes, and as many assets as the server changes at once. */
const MOST_LABELS = 500;
const MOST_CHANGED = 2000;

/** What can be done with all that is selected. */
export function BulkBar({ selected, mayChange, onClear }: Props) {
  const [changing, setChanging] = useState(false);
  const { change, remove, letReserve, busy } = useBulk();
  const manages = managesAssets(useMe());
  const ids = selected.map(({ id }) => id);
  const many = ids.length > MOST_CHANGED;
  return (
    <div className={classes.bulk} role="toolbar" aria-label={m.assets_bulk()}>
      <CloseButton aria-label={m.mail_bulk_clear()} onClick={onClear} />
      <span className={classes.bulkCount}>{m.mail_bulk_count({ count: ids.length })}</span>
      {ids.length > MOST_LABELS ? (
        <span className={classes.dim}>{m.assets_labels_most({ most: MOST_LABELS })}</span>
      ) : (
        <LinkButton
          to="/assets/labels"
          search={{ ids: ids.join(',') }}
          variant="default"
          size="compact-md"
          leftSection={<PrintIcon size={15} />}
        >
          {m.assets_labels_print()}
        </LinkButton>
      )}
      {mayChange && many && <span className={classes.dim}>{m.assets_bulk_most({ most: MOST_CHANGED })}</span>}
      {mayChange && !many && (
        <>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<TrashIcon size={15} />}
            disabled={busy}
            onClick={() => remove(ids, onClear)}
          >
            {m.assets_remove()}
          </Button>
          {manages && (
            <Menu position="bottom-start">
              <Menu.Target>
                <Button
                  variant="default"
                  size="compact-md"
                  leftSection={<LentIcon size={15} />}
                  disabled={busy}
                >
                  {m.assets_bulk_lending()}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => letReserve({ ids, lendable: true }, onClear)}>
                  {m.assets_bulk_lend()}
                </Menu.Item>
                <Menu.Item onClick={() => letReserve({ ids, lendable: false }, onClear)}>
                  {m.assets_bulk_unlend()}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
          <Button
            size="compact-md"
            leftSection={<PencilIcon size={15} />}
            disabled={busy}
            onClick={() => setChanging(true)}
          >
            {m.assets_bulk_change()}
          </Button>
        </>
      )}
      {changing && (
        <BulkDialog
          count={ids.length}
          busy={busy}
          problem={change.error?.message}
          onSet={(set) =>
            change.mutate(
              { ids, set },
              {
                onSuccess: () => {
                  setChanging(false);
                  onClear();
                },
              },
            )
          }
          onClose={() => {
            setChanging(false);
            change.reset();
          }}
        />
      )}
    </div>
  );
}
