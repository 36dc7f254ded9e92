import type { CSSProperties, PointerEvent } from 'react';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import { ChevronDownIcon } from '#src/ui/icons.tsx';
import type { Where } from './moves.ts';
import { siblingsOf, type Tree, type TreeNode } from './tree.ts';
import classes from './tree.module.css';

type Props = {
  tree: Tree;
  node: TreeNode;
  index: number;
  offset: number;
  open: boolean;
  active: boolean;
  current: boolean;
  hit: boolean;
  dragged: boolean;
  drop: Where | 'refused' | undefined;
  /** What its level is called. */
  depth: string | undefined;
  onToggle: () => void;
  onOpen: () => void;
  onFocus: () => void;
  onPointerDown: ((event: PointerEvent) => void) | undefined;
};

/** An item on its level, with how many people and spaces belong to it and all below it. */
export function TreeRow(props: Props) {
  const { tree, node, open } = props;
  const { item, children, users, rooms } = node;
  const siblings = siblingsOf(tree, node);
  const style = { transform: `translateY(${props.offset}px)`, '--level': node.level } as CSSProperties;
  return (
    <div
      role="treeitem"
      aria-level={node.level + 1}
      aria-setsize={siblings.length}
      aria-posinset={siblings.indexOf(node) + 1}
      aria-expanded={children.length > 0 ? open : undefined}
      aria-selected={props.current}
      aria-label={label(node, props.depth)}
      tabIndex={props.active ? 0 : -1}
      className={classes.row}
      data-index={props.index}
      data-dragged={props.dragged || undefined}
      data-drop={props.drop}
      style={style}
      onClick={props.onOpen}
      onFocus={props.onFocus}
      onPointerDown={props.onPointerDown}
    >
      <span className={classes.name}>
        {children.length > 0 ? (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden="true"
            className={classes.toggle}
            data-open={open || undefined}
            onClick={(event) => {
              event.stopPropagation();
              props.onToggle();
            }}
          >
            <ChevronDownIcon size={15} />
          </button>
        ) : (
          <span className={classes.toggle} />
        )}
        <bdi className={classes.text} title={item.name} data-hit={props.hit || undefined}>
          {item.name}
        </bdi>
        {item.code && <bdi className={classes.code}>{item.code}</bdi>}
      </span>
      <span className={classes.depth}>{props.depth}</span>
      <span className={classes.number} data-none={users === 0 || undefined}>
        {formatNumber(users)}
      </span>
      <span className={classes.number} data-none={rooms === 0 || undefined}>
        {formatNumber(rooms)}
      </span>
    </div>
  );
}

const label = ({ item, users, rooms }: TreeNode, depth: string | undefined) =>
  [
    item.name,
    item.code,
    depth,
    m.costs_people_count({ count: users }),
    m.costs_spaces_count({ count: rooms }),
  ]
    .filter(Boolean)
    .join(', ');
