import { Button, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { SearchIcon } from '#src/ui/icons.tsx';
import type { Catalogue } from './api.ts';
import classes from './care.module.css';
import { CatalogueBranch } from './catalogue-branch.tsx';
import { branchesOf } from './branches.ts';
import { type Entry, EntryDialog } from './entry-dialog.tsx';
import { managesAt } from './may.ts';
import { useRemove } from './use-remove.tsx';

type Editing = { kind: 'categories' | 'products'; entry?: Entry; category?: number };
type Props = { catalogue: Catalogue; onNew: () => void };
/** Up to so many types all products stand open. */
const FEW = 60;

/** Categories, the products in them, and the types that can be asked for. */
export function CatalogueTree({ catalogue, onNew }: Props) {
  const me = useMe();
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<Editing>();
  const { ask, dialog } = useRemove();
  const branches = useMemo(() => branchesOf(catalogue, text), [catalogue, text]);
  const searching = text.trim() !== '';
  const last = (kind: Editing['kind']) =>
    Math.max(0, ...catalogue[kind].map(({ sortOrder }) => sortOrder ?? 0)) + 1;

  return (
    <>
      <p className={classes.hint}>{m.care_types_text()}</p>
      <div className={classes.bar}>
        <TextInput
          type="search"
          size="xs"
          aria-label={m.care_find()}
          placeholder={m.care_find()}
          leftSection={<SearchIcon size={15} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={classes.actions}>
          <Button variant="default" size="compact-md" onClick={() => setEditing({ kind: 'categories' })}>
            {m.care_category_new()}
          </Button>
          <Button variant="default" size="compact-md" onClick={() => setEditing({ kind: 'products' })}>
            {m.care_product_new()}
          </Button>
          <Button
            size="compact-md"
            leftSection={<PlusIcon size={16} />}
            disabled={catalogue.products.length === 0 || catalogue.priorities.length === 0}
            onClick={onNew}
          >
            {m.care_type_new()}
          </Button>
        </div>
      </div>
      {(catalogue.products.length === 0 || catalogue.priorities.length === 0) && (
        <p className={classes.hint}>{m.care_first_steps()}</p>
      )}
      {branches.length === 0 && (
        <p className={classes.hint}>{searching ? m.care_none_found() : m.care_none_yet()}</p>
      )}
      {branches.map((branch) => (
        <CatalogueBranch
          key={branch.category?.id ?? 0}
          branch={branch}
          open={searching || catalogue.types.length <= FEW}
          editable={managesAt(me, branch.category?.center.id)}
          onEditCategory={() => branch.category && setEditing({ kind: 'categories', entry: branch.category })}
          onRemoveCategory={() => branch.category && ask({ kind: 'categories', ...branch.category })}
          onEditProduct={(entry) => setEditing({ kind: 'products', entry })}
          onRemoveProduct={(product) => ask({ kind: 'products', ...product })}
        />
      ))}
      {editing && (
        <EntryDialog
          kind={editing.kind}
          catalogue={catalogue}
          entry={editing.entry}
          sortOrder={last(editing.kind)}
          onClose={() => setEditing(undefined)}
        />
      )}
      {dialog}
    </>
  );
}
