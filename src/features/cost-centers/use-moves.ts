import { useState } from 'react';
import * as m from '#messages';
import { notify } from '#src/ui/notify.ts';
import { arrowPlace, type Place, placeOf } from './moves.ts';
import { useMoveItem } from './mutations.ts';
import type { Tree, TreeNode } from './tree.ts';

/** Moving branches with a way back; `said` is for screen readers. */
export function useMoves(category: number, tree: Tree) {
  const { mutate } = useMoveItem();
  const [said, setSaid] = useState('');
  const nameOf = (parent: number | null) =>
    parent === null ? m.costs_top() : (tree.byId.get(parent)?.item.name ?? '');
  const failed = ({ message }: Error) => notify({ message, tone: 'danger' });

  const move = (node: TreeNode, place: Place, quiet = false) => {
    const before = placeOf(tree, node);
    const { id, name } = node.item;
    const message =
      place.parent === before.parent
        ? m.costs_reordered({ name })
        : place.parent === null
          ? m.costs_moved_top({ name })
          : m.costs_moved({ name, parent: nameOf(place.parent) });
    const undo = () => mutate({ category, id, place: before, failed });
    mutate({
      category,
      id,
      place,
      done: () => (quiet ? setSaid(message) : notify({ message, undo })),
      failed,
    });
  };
  /** Alt with an arrow. The opposite arrow takes back a step among the siblings; any other can be undone. */
  const shift = (node: TreeNode, key: string) => {
    const place = arrowPlace(tree, node, key);
    if (!place) return false;
    move(node, place, place.parent === placeOf(tree, node).parent);
    return place;
  };
  return { move, shift, said };
}
