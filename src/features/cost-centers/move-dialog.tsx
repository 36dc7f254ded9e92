import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { lineOf, search, type Tree, type TreeNode, within } from './tree.ts';
import classes from './cost-centers.module.css';

type Props = {
  tree: Tree;
  node: TreeNode;
  onMove: (parent: number | null) => void;
  onClose: () => void;
};
const TOP = 'top';
const SHOWN = 50;

/** Moves a branch by choosing what it is to stand below: for keyboards, fingers and long ways. */
export function MoveDialog({ tree, node, onMove, onClose }: Props) {
  const combobox = useCombobox({ opened: true });
  const [text, setText] = useState('');
  const { hits } = search(tree, text.trim());
  const fitting = tree.all.filter(
    (one) => hits.has(one.item.id) && !within(one, node) && one !== node.parent,
  );
  const topFits = node.parent !== undefined && text.trim() === '';
  return (
    <Modal
      opened
      onClose={onClose}
      title={m.costs_move_title({ name: node.item.name })}
      closeButtonProps={{ 'aria-label': m.ui_close() }}
    >
      <Combobox
        store={combobox}
        onOptionSubmit={(value) => onMove(value === TOP ? null : Number(value))}
        withinPortal={false}
      >
        <Combobox.EventsTarget>
          <TextInput
            role="combobox"
            aria-autocomplete="list"
            label={m.costs_move_below()}
            placeholder={m.costs_search()}
            data-autofocus
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              combobox.updateSelectedOptionIndex();
            }}
          />
        </Combobox.EventsTarget>
        <Combobox.Options className={classes.targets} aria-label={m.costs_move_below()}>
          {topFits && (
            <Combobox.Option value={TOP} className={classes.target}>
              {m.costs_top()}
            </Combobox.Option>
          )}
          {fitting.slice(0, SHOWN).map((one) => (
            <Combobox.Option key={one.item.id} value={String(one.item.id)} className={classes.target}>
              <bdi>{one.item.name}</bdi>
              {(one.parent || one.item.code) && (
                <span className={classes.dim}>
                  <bdi>
                    {[...lineOf(one).map(({ item }) => item.name), one.item.code].filter(Boolean).join(' › ')}
                  </bdi>
                </span>
              )}
            </Combobox.Option>
          ))}
          {!topFits && fitting.length === 0 && (
            <Combobox.Empty role="status">{m.costs_move_none()}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox>
      <p className={classes.hint}>
        {fitting.length > SHOWN ? m.costs_move_more({ count: fitting.length - SHOWN }) : m.costs_move_hint()}
      </p>
    </Modal>
  );
}
