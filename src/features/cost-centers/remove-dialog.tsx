import { useState } from 'react';
import * as m from '#messages';
import type { Category } from '#contract/cost-centers.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { notify } from '#src/ui/notify.ts';
import { useDeleteCategory, useDeleteItem } from './mutations.ts';
import { branchOf, type Tree, type TreeNode } from './tree.ts';

type Props = { onClose: (removed?: boolean) => void };

/** What belongs no longer to anything once so many memberships go. */
function Loosened({ users, rooms }: { users: number; rooms: number }) {
  if (users === 0 && rooms === 0) return <p>{m.costs_delete_nobody()}</p>;
  return (
    <p>
      {m.costs_delete_members({
        people: m.costs_people_count({ count: users }),
        spaces: m.costs_spaces_count({ count: rooms }),
      })}
    </p>
  );
}

/** Asks before a branch goes, and says what goes with it. */
export function RemoveItem({ tree, node, onClose }: Props & { tree: Tree; node: TreeNode }) {
  const remove = useDeleteItem();
  const [problem, setProblem] = useState<string>();
  const below = branchOf(tree, node).length - 1;
  const { id, name } = node.item;
  return (
    <Confirm
      opened
      danger
      title={m.costs_delete_title({ name })}
      confirmLabel={m.costs_delete()}
      busy={remove.isPending}
      problem={problem}
      onClose={() => onClose()}
      onConfirm={() =>
        remove.mutate(id, {
          onSuccess: () => {
            notify({ message: m.costs_deleted({ name }) });
            onClose(true);
          },
          onError: ({ message }) => setProblem(message),
        })
      }
    >
      <p>{below > 0 ? m.costs_delete_below({ count: below }) : m.costs_delete_alone()}</p>
      <Loosened users={node.users} rooms={node.rooms} />
    </Confirm>
  );
}

type CategoryProps = Props & { category: Category; tree: Tree; depths: number };

/** Asks before a category goes with all that is in it. */
export function RemoveCategory({ category, tree, depths, onClose }: CategoryProps) {
  const remove = useDeleteCategory();
  const [problem, setProblem] = useState<string>();
  const { id, name } = category;
  const sum = (of: 'users' | 'rooms') => tree.roots.reduce((all, node) => all + node[of], 0);
  return (
    <Confirm
      opened
      danger
      title={m.costs_category_delete_title({ name })}
      confirmLabel={m.costs_category_delete()}
      busy={remove.isPending}
      problem={problem}
      onClose={() => onClose()}
      onConfirm={() =>
        remove.mutate(id, {
          onSuccess: () => {
            notify({ message: m.costs_deleted({ name }) });
            onClose(true);
          },
          onError: ({ message }) => setProblem(message),
        })
      }
    >
      <p>
        {m.costs_category_delete_text({
          items: m.costs_items_count({ count: tree.all.length }),
          depths: m.costs_depths_count({ count: depths }),
        })}
      </p>
      <Loosened users={sum('users')} rooms={sum('rooms')} />
    </Confirm>
  );
}
