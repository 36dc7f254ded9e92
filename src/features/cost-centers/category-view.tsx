import { useDeferredValue, useMemo, useState } from 'react';
import * as m from '#messages';
import type { Category, CategoryTree, Depth } from '#contract/cost-centers.ts';
import { TreeIcon } from '#src/ui/center-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { SearchIcon } from '#src/ui/icons.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { CategoryBar } from './category-bar.tsx';
import { CategoryDialogs, type Open } from './category-dialogs.tsx';
import classes from './cost-centers.module.css';
import { ItemPanel } from './item-panel.tsx';
import type { CostSearch } from './search.ts';
import { firstOpen, growTree, lineOf, search as searchTree, type TreeNode, visibleRows } from './tree.ts';
import { TreeView } from './tree-view.tsx';
import { useExpanded } from './use-expanded.ts';
import { useMoves } from './use-moves.ts';

type Props = {
  category: Category;
  items: CategoryTree;
  /** Of all categories. */
  depths: readonly Depth[];
  editable: boolean;
  search: CostSearch;
  onSearch: (search: CostSearch, replace?: boolean) => void;
  onRemoved: () => void;
};
/** As many stand on a screen. */
const FEW = 30;
const NOTHING: ReadonlySet<number> = new Set();

/** One category: its tree, and beside it the item that is open. */
export function CategoryView({ category, items, depths: all, editable, search, onSearch, onRemoved }: Props) {
  const tree = useMemo(() => growTree(items), [items]);
  const depths = useMemo(() => all.filter((depth) => depth.category.id === category.id), [all, category.id]);
  const [kept, setExpanded] = useExpanded(category.id);
  const expanded = useMemo(() => kept ?? firstOpen(tree, FEW), [kept, tree]);
  const { item, show } = search;
  const node = item === undefined ? undefined : tree.byId.get(item);
  // The way to the item of the address is shown, without being kept.
  const opened = useMemo(
    () => new Set([...expanded, ...(node ? lineOf(node).map((one) => one.item.id) : [])]),
    [expanded, node],
  );
  const [text, setText] = useState(search.find ?? '');
  const asked = useDeferredValue(text.trim());
  const found = useMemo(() => (asked ? searchTree(tree, asked) : undefined), [tree, asked]);
  const rows = useMemo(() => visibleRows(tree, opened, found), [tree, opened, found]);
  const { move, shift, said } = useMoves(category.id, tree);
  const [open, setOpen] = useState<Open>();

  const names = useMemo(() => new Map(depths.map(({ id, name }) => [id, name])), [depths]);
  const usual = useMemo(() => new Map(depths.toReversed().map(({ level, name }) => [level, name])), [depths]);
  const depthOf = ({ item: { depth }, level }: TreeNode) =>
    (depth === undefined ? undefined : names.get(depth)) ?? usual.get(level);

  const find = search.find ? { find: search.find } : {};
  const openItem = (id: number | undefined) =>
    onSearch({ ...find, ...(id !== undefined && { item: id }) }, node !== undefined);
  const toggle = (nodes: readonly TreeNode[], wide: boolean) => {
    const next = new Set(opened);
    for (const one of nodes) {
      if (!wide) next.delete(one.item.id);
      else if (one.children.length > 0) next.add(one.item.id);
    }
    // What is open inside would be closed from sight otherwise.
    if (!wide && node && nodes.some((one) => lineOf(node).includes(one))) onSearch(find, true);
    setExpanded(next);
  };
  const expandTo = (parent: number | null) => {
    const above = parent === null ? undefined : tree.byId.get(parent);
    if (above) setExpanded(new Set([...opened, above.item.id, ...lineOf(above).map((one) => one.item.id)]));
  };

  return (
    <>
      <CategoryBar
        text={text}
        hits={found?.hits.size}
        onText={(next) => {
          setText(next);
          const { find: _before, ...rest } = search;
          onSearch({ ...rest, ...(next.trim() && { find: next.trim() }) }, true);
        }}
        onExpand={(wide) =>
          setExpanded(
            wide
              ? new Set(tree.all.filter((one) => one.children.length > 0).map((one) => one.item.id))
              : NOTHING,
          )
        }
        edit={editable ? setOpen : undefined}
      />
      <div role="status" className={classes.said}>
        {said}
      </div>
      <SplitView
        panel={
          node && (
            <ItemPanel
              tree={tree}
              node={node}
              depth={depthOf(node)}
              show={show ?? 'people'}
              onShow={(next) => onSearch({ ...find, item: node.item.id, ...(next && { show: next }) }, true)}
              onOpen={(one) => openItem(one.item.id)}
              onClose={() => {
                onSearch(find, true);
                focusTree();
              }}
              edit={
                editable
                  ? {
                      onAdd: () => setOpen({ kind: 'new', parent: node }),
                      onEdit: () => setOpen({ kind: 'edit', node }),
                      onMove: () => setOpen({ kind: 'move', node }),
                      onRemove: () => setOpen({ kind: 'remove', node }),
                    }
                  : undefined
              }
            />
          )
        }
      >
        {rows.length > 0 ? (
          <TreeView
            label={category.name}
            tree={tree}
            rows={rows}
            expanded={opened}
            found={found}
            current={node?.item.id}
            depthOf={depthOf}
            onToggle={toggle}
            onOpen={(one) => openItem(one.item.id)}
            {...(editable && {
              edit: {
                onMove: (one, place) => {
                  move(one, place);
                  expandTo(place.parent);
                },
                onShift: (one, key) => {
                  const place = shift(one, key);
                  if (place) expandTo(place.parent);
                },
                onEdit: (one) => setOpen({ kind: 'edit', node: one }),
                onRemove: (one) => setOpen({ kind: 'remove', node: one }),
              },
            })}
          />
        ) : (
          <div className={classes.empty}>
            {asked ? (
              <EmptyState icon={<SearchIcon size={22} />} title={m.costs_none_found({ text: asked })}>
                {m.costs_none_found_text()}
              </EmptyState>
            ) : (
              <EmptyState icon={<TreeIcon size={22} />} title={m.costs_empty({ name: category.name })}>
                {editable ? m.costs_empty_text() : m.costs_empty_reader()}
              </EmptyState>
            )}
          </div>
        )}
      </SplitView>
      {open && (
        <CategoryDialogs
          open={open}
          category={category}
          tree={tree}
          depths={depths}
          onMove={(one, parent) => {
            move(one, { parent });
            expandTo(parent);
          }}
          onSaved={(id) => openItem(id)}
          onItemRemoved={() => onSearch(find, true)}
          onCategoryRemoved={onRemoved}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

const focusTree = () => document.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
