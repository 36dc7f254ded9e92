import { Button, SegmentedControl } from '@mantine/core';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { PencilIcon, TransferIcon } from '#src/ui/icons.tsx';
import { Panel } from '#src/ui/panel.tsx';
import classes from './cost-centers.module.css';
import { ItemPeople, ItemSpaces } from './item-members.tsx';
import type { CostSearch } from './search.ts';
import { lineOf, type Tree, type TreeNode } from './tree.ts';

type Props = {
  tree: Tree;
  node: TreeNode;
  depth: string | undefined;
  show: NonNullable<CostSearch['show']> | 'people';
  onShow: (show: 'spaces' | undefined) => void;
  onOpen: (node: TreeNode) => void;
  onClose: () => void;
  /** Absent for who may only look. */
  edit: { onEdit: () => void; onAdd: () => void; onMove: () => void; onRemove: () => void } | undefined;
};

/** An item: where it stands, and who and what belongs to it. */
export function ItemPanel({ tree, node, depth, show, onShow, onOpen, onClose, edit }: Props) {
  const { item, children } = node;
  return (
    <Panel label={m.costs_details()} title={<bdi title={item.name}>{item.name}</bdi>} onClose={onClose}>
      <div className={classes.details}>
        <nav className={classes.line} aria-label={m.costs_way()}>
          {lineOf(node).map((above) => (
            <button key={above.item.id} type="button" onClick={() => onOpen(above)}>
              <bdi>{above.item.name}</bdi>
            </button>
          ))}
          <span className={classes.dim}>{[depth, item.code].filter(Boolean).join(' · ')}</span>
        </nav>
        {edit && (
          <div className={classes.actions}>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<PlusIcon size={15} />}
              onClick={edit.onAdd}
            >
              {m.costs_add_below()}
            </Button>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<PencilIcon size={15} />}
              onClick={edit.onEdit}
            >
              {m.costs_change()}
            </Button>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<TransferIcon size={15} />}
              onClick={edit.onMove}
            >
              {m.costs_move()}
            </Button>
            <Button
              variant="default"
              size="compact-md"
              leftSection={<TrashIcon size={15} />}
              onClick={edit.onRemove}
            >
              {m.costs_delete_short()}
            </Button>
          </div>
        )}
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={m.costs_members()}
          value={show}
          onChange={(value) => onShow(value === 'spaces' ? 'spaces' : undefined)}
          data={[
            { value: 'people', label: `${m.costs_people()} ${formatNumber(item.users)}` },
            { value: 'spaces', label: `${m.costs_spaces()} ${formatNumber(item.rooms)}` },
          ]}
        />
        {show === 'people' ? (
          <ItemPeople key={item.id} tree={tree} node={node} editable={edit !== undefined} />
        ) : (
          <ItemSpaces key={item.id} tree={tree} node={node} editable={edit !== undefined} />
        )}
        {children.length > 0 && (
          <p className={classes.hint}>
            {m.costs_with_below({
              people: m.costs_people_count({ count: node.users }),
              spaces: m.costs_spaces_count({ count: node.rooms }),
            })}
          </p>
        )}
      </div>
    </Panel>
  );
}
