import { useInfiniteQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { colleaguesOptions } from '#src/directory/recipients.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import { SpaceIcon } from '#src/ui/center-icons.tsx';
import classes from './cost-centers.module.css';
import { Members, useMemberSearch } from './members.tsx';
import { peopleOptions, spacesOptions } from './queries.ts';
import { spaceLine } from './space-line.ts';
import { SpacePicker } from './space-picker.tsx';
import type { Tree, TreeNode } from './tree.ts';
import { useMembers } from './use-members.ts';

type Props = { tree: Tree; node: TreeNode; editable: boolean };
/** Fewer are found with the eye. */
const MANY = 20;

/** The people of an item. */
export function ItemPeople({ tree, node, editable }: Props) {
  const { asked, field } = useMemberSearch();
  const list = useInfiniteQuery(peopleOptions(node.item.id, asked));
  const { add, remove } = useMembers(tree, node, 'users');
  const members = list.data?.pages.flat().map(({ id, name, color, image, jobTitle, department, email }) => ({
    id,
    name,
    line: [jobTitle, department].filter(Boolean).join(' · ') || email,
    mark: <Avatar name={name} color={color} src={image?.downloadURL} size={26} />,
  }));
  return (
    <>
      {editable && (
        <PersonPicker
          bare
          label={m.costs_add_person()}
          placeholder={m.costs_add_person()}
          find={colleaguesOptions}
          onPick={add}
        />
      )}
      {node.item.users > MANY && field(m.costs_find_person())}
      <Members
        label={m.costs_people()}
        members={members}
        error={list.error}
        onRetry={() => void list.refetch()}
        hasMore={list.hasNextPage}
        loadingMore={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        empty={asked ? m.costs_nobody_found() : m.costs_nobody()}
        onRemove={editable ? remove : undefined}
      />
    </>
  );
}

/** The spaces of an item. */
export function ItemSpaces({ tree, node, editable }: Props) {
  const { asked, field } = useMemberSearch();
  const list = useInfiniteQuery(spacesOptions(node.item.id, asked));
  const { add, remove } = useMembers(tree, node, 'rooms');
  const members = list.data?.pages.flat().map((space) => ({
    id: space.id,
    name: space.name,
    line: spaceLine(space),
    mark: (
      <span className={classes.mark}>
        <SpaceIcon size={16} />
      </span>
    ),
  }));
  return (
    <>
      {editable && <SpacePicker label={m.costs_add_space()} onPick={add} />}
      {node.item.rooms > MANY && field(m.costs_find_space())}
      <Members
        label={m.costs_spaces()}
        members={members}
        error={list.error}
        onRetry={() => void list.refetch()}
        hasMore={list.hasNextPage}
        loadingMore={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
        empty={asked ? m.costs_nothing_found() : m.costs_no_spaces()}
        onRemove={editable ? remove : undefined}
      />
    </>
  );
}
