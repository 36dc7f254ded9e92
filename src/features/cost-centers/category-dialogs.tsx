import type { Category, Depth } from '#contract/cost-centers.ts';
import { CategoryDialog } from './category-dialog.tsx';
import { DepthsDialog } from './depths-dialog.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { RemoveCategory, RemoveItem } from './remove-dialog.tsx';
import type { Tree, TreeNode } from './tree.ts';

/** The dialog that is open, and on what. */
export type Open =
  | { kind: 'new'; parent?: TreeNode }
  | { kind: 'edit' | 'move' | 'remove'; node: TreeNode }
  | { kind: 'category' | 'depths' | 'removeCategory' };

type Props = {
  open: Open;
  category: Category;
  tree: Tree;
  depths: readonly Depth[];
  onMove: (node: TreeNode, parent: number | null) => void;
  onSaved: (id: number) => void;
  onItemRemoved: () => void;
  onCategoryRemoved: () => void;
  onClose: () => void;
};

export function CategoryDialogs({ open, category, tree, depths, onClose, ...props }: Props) {
  switch (open.kind) {
    case 'new':
      return (
        <ItemDialog
          category={category.id}
          depths={depths}
          parent={open.parent}
          onClose={(saved) => {
            onClose();
            if (saved !== undefined) props.onSaved(saved);
          }}
        />
      );
    case 'edit':
      return <ItemDialog category={category.id} depths={depths} node={open.node} onClose={() => onClose()} />;
    case 'move':
      return (
        <MoveDialog
          tree={tree}
          node={open.node}
          onMove={(parent) => {
            onClose();
            props.onMove(open.node, parent);
          }}
          onClose={onClose}
        />
      );
    case 'remove':
      return (
        <RemoveItem
          tree={tree}
          node={open.node}
          onClose={(removed) => {
            onClose();
            if (removed) props.onItemRemoved();
          }}
        />
      );
    case 'category':
      return <CategoryDialog category={category} onClose={onClose} />;
    case 'depths':
      return <DepthsDialog category={category} depths={depths} onClose={onClose} />;
    case 'removeCategory':
      return (
        <RemoveCategory
          category={category}
          tree={tree}
          depths={depths.length}
          onClose={(removed) => {
            onClose();
            if (removed) props.onCategoryRemoved();
          }}
        />
      );
  }
}
