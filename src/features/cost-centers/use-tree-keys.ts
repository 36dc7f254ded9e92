import { type KeyboardEvent, useRef } from 'react';
import { sideKey } from '#src/lib/side-keys.ts';
import { siblingsOf, type Tree, type TreeNode } from './tree.ts';

type Options = {
  tree: Tree;
  rows: readonly TreeNode[];
  activeIndex: number;
  /** Rows that a page key goes. */
  pageRows: () => number;
  isOpen: (node: TreeNode) => boolean;
  go: (index: number) => void;
  onToggle: (nodes: readonly TreeNode[], open: boolean) => void;
  onOpen: (node: TreeNode) => void;
  /** Undefined for who may only look. */
  onShift: ((node: TreeNode, key: string) => void) | undefined;
  onEdit: ((node: TreeNode) => void) | undefined;
  onRemove: ((node: TreeNode) => void) | undefined;
};

const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
/** Letters that follow each other within this time are one word. */
const TYPING = 700;

/** The keys of a tree as the ARIA practices want them; Alt with arrows moves, F2 edits, Delete removes. */
export function useTreeKeys(options: Options) {
  const typed = useRef({ text: '', at: 0 });
  return (event: KeyboardEvent) => {
    const { rows, activeIndex, go, isOpen } = options;
    const node = rows[activeIndex];
    if (!node) return;
    const done = () => event.preventDefault();
    if (event.altKey && !event.ctrlKey && !event.metaKey && ARROWS.includes(event.key) && options.onShift) {
      done();
      return options.onShift(node, sideKey(event.key));
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const keys: Record<string, () => void> = {
      ArrowDown: () => go(activeIndex + 1),
      ArrowUp: () => go(activeIndex - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      PageDown: () => go(activeIndex + options.pageRows()),
      PageUp: () => go(activeIndex - options.pageRows()),
      ArrowRight: () => {
        if (node.children.length === 0) return;
        if (isOpen(node)) go(activeIndex + 1);
        else options.onToggle([node], true);
      },
      ArrowLeft: () => {
        if (isOpen(node) && node.children.length > 0) options.onToggle([node], false);
        else if (node.parent) go(rows.indexOf(node.parent));
      },
      '*': () => options.onToggle(siblingsOf(options.tree, node), true),
      Enter: () => options.onOpen(node),
      ' ': () => options.onOpen(node),
      F2: () => options.onEdit?.(node),
      Delete: () => options.onRemove?.(node),
    };
    const action = keys[sideKey(event.key)];
    if (action) {
      done();
      return action();
    }
    if (event.key.length !== 1 || event.key === '/') return;
    done();
    const now = Date.now();
    const text = (now - typed.current.at < TYPING ? typed.current.text : '') + event.key.toLowerCase();
    typed.current = { text, at: now };
    // One letter goes on to the next of that name, more of them may stay where they fit.
    const from = activeIndex + (text.length === 1 ? 1 : 0);
    const round = [...rows.slice(from), ...rows.slice(0, from)];
    const hit = round.find(({ item }) => item.name.toLowerCase().startsWith(text));
    if (hit) go(rows.indexOf(hit));
  };
}
