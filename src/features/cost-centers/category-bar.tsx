import { ActionIcon, Button, Menu, TextInput } from '@mantine/core';
import { useRef } from 'react';
import * as m from '#messages';
import { CollapseIcon, ExpandIcon, PlusIcon, TreeIcon } from '#src/ui/center-icons.tsx';
import { MoreIcon, TrashIcon } from '#src/ui/desk-icons.tsx';
import { PencilIcon, SearchIcon } from '#src/ui/icons.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import type { Open } from './category-dialogs.tsx';
import classes from './cost-centers.module.css';

type Props = {
  text: string;
  /** How many the search found. */
  hits: number | undefined;
  onText: (text: string) => void;
  onExpand: (wide: boolean) => void;
  /** Opens a dialog; absent for who may only look. */
  edit: ((open: Open) => void) | undefined;
};

/** Search, open and close, and what can be done with the category. */
export function CategoryBar({ text, hits, onText, onExpand, edit }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useViewKeys({ '/': () => box.current?.focus() });
  return (
    <div className={classes.bar}>
      <TextInput
        ref={box}
        className={classes.search}
        type="search"
        size="xs"
        aria-label={m.costs_search()}
        placeholder={m.costs_search_hint()}
        leftSection={<SearchIcon size={15} />}
        maxLength={100}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <span role="status" className={classes.dim}>
        {hits !== undefined && m.costs_hits({ count: hits })}
      </span>
      <span className={classes.tools}>
        {edit && <span className={classes.keys}>{m.costs_keys()}</span>}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={m.costs_expand_all()}
          title={m.costs_expand_all()}
          onClick={() => onExpand(true)}
        >
          <ExpandIcon size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={30}
          aria-label={m.costs_collapse_all()}
          title={m.costs_collapse_all()}
          onClick={() => onExpand(false)}
        >
          <CollapseIcon size={16} />
        </ActionIcon>
        {edit && (
          <>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" size={30} aria-label={m.costs_category_more()}>
                  <MoreIcon size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<TreeIcon size={15} />} onClick={() => edit({ kind: 'depths' })}>
                  {m.costs_depths()}
                </Menu.Item>
                <Menu.Item leftSection={<PencilIcon size={15} />} onClick={() => edit({ kind: 'category' })}>
                  {m.costs_category_edit()}
                </Menu.Item>
                <Menu.Item
                  leftSection={<TrashIcon size={15} />}
                  onClick={() => edit({ kind: 'removeCategory' })}
                >
                  {m.costs_category_delete()}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button
              size="compact-md"
              leftSection={<PlusIcon size={16} />}
              onClick={() => edit({ kind: 'new' })}
            >
              {m.costs_new()}
            </Button>
          </>
        )}
      </span>
    </div>
  );
}
