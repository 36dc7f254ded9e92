import * as m from '#messages';
import { notify } from '#src/ui/notify.ts';
import { useChangeMembers } from './mutations.ts';
import type { Tree, TreeNode } from './tree.ts';

type Named = { id: number; name: string };

/** Adding to an item and taking off it, each with a way back. */
export function useMembers(tree: Tree, { item }: TreeNode, of: 'users' | 'rooms') {
  const { mutate } = useChangeMembers();
  const failed = ({ message }: Error) => notify({ message, tone: 'danger' });
  const change = (target: number, edit: { add?: { id: number }[]; remove?: { id: number }[] }) =>
    mutate({ item: target, of, edit }, { onError: failed });

  const add = ({ id, name }: Named) =>
    mutate(
      { item: item.id, of, edit: { add: [{ id }] } },
      {
        onError: failed,
        onSuccess: ({ added }) => {
          const [one] = added;
          if (!one) return notify({ message: m.costs_member_already({ name }), tone: 'info' });
          const from = one.from === undefined ? undefined : tree.byId.get(one.from)?.item.name;
          const message = from
            ? m.costs_member_moved({ name, from, item: item.name })
            : m.costs_member_added({ name, item: item.name });
          const undo = () =>
            one.from === undefined
              ? change(item.id, { remove: [{ id }] })
              : change(one.from, { add: [{ id }] });
          notify({ message, undo });
        },
      },
    );
  const remove = ({ id, name }: Named) =>
    mutate(
      { item: item.id, of, edit: { remove: [{ id }] } },
      {
        onError: failed,
        onSuccess: () =>
          notify({
            message: m.costs_member_removed({ name, item: item.name }),
            undo: () => change(item.id, { add: [{ id }] }),
          }),
      },
    );
  return { add, remove };
}
