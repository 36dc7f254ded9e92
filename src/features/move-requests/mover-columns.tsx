import type { ComponentType } from 'react';
import * as m from '#messages';
import type { MoveKind } from '#contract/move-plan.ts';
import type { MoveRequestType } from '#contract/moves.ts';
import { towards } from '#src/lib/language.ts';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { type IconProps, SignOutIcon } from '#src/ui/icons.tsx';
import { EquipmentIcon, MoveIcon, NewPersonIcon } from '#src/ui/move-icons.tsx';
import { type DraftItem, type DraftSpace, needsSpace } from './draft.ts';
import classes from './new.module.css';

export const kindIcons: Record<MoveKind, ComponentType<IconProps>> = {
  move: MoveIcon,
  new: NewPersonIcon,
  terminate: SignOutIcon,
  equipment: EquipmentIcon,
};
export const spaceWords = ({ name, floor, building }: DraftSpace): string =>
  [name, floor, building].filter(Boolean).join(' · ');

const Clip = ({ text, dim = false }: { text: string; dim?: boolean }) => (
  <bdi className={classes.clip} data-dim={dim || undefined} title={text}>
    {text}
  </bdi>
);
function To({ item, short = false }: { item: DraftItem; short?: boolean }) {
  if (!needsSpace(item)) return <Clip dim text={m.moves_leaves()} />;
  if (!item.to) return <Clip dim text={m.moves_to_open()} />;
  return <Clip text={short ? item.to.name : spaceWords(item.to)} />;
}
function Who({ item }: { item: DraftItem }) {
  const Icon = kindIcons[item.kind];
  return (
    <span className={classes.who}>
      <Icon size={16} />
      <Clip text={item.name} />
    </span>
  );
}

/** Who moves, from where, to where. @param types all there are, for their names */
export function moverColumns(types: readonly MoveRequestType[]): GridColumn<DraftItem>[] {
  const names = new Map(types.map(({ id, name }) => [id, name]));
  return [
    { id: 'who', header: m.moves_who(), width: 150, grow: 1.2, cell: (item) => <Who item={item} /> },
    {
      id: 'type',
      header: m.moves_type(),
      width: 130,
      grow: 0.7,
      cell: (item) => <Clip text={names.get(item.typeId) ?? ''} />,
    },
    {
      id: 'from',
      header: m.moves_from(),
      width: 120,
      cell: ({ from }) => (from ? <Clip text={spaceWords(from)} /> : ''),
    },
    { id: 'to', header: m.moves_to(), width: 120, cell: (item) => <To item={item} /> },
  ];
}

/** The same where there is little room. */
export const narrowColumns = (): GridColumn<DraftItem>[] => [
  { id: 'who', header: m.moves_who(), width: 120, grow: 1, cell: (item) => <Who item={item} /> },
  {
    id: 'from',
    header: m.moves_from(),
    width: 60,
    grow: 0.2,
    cell: ({ from }) => (from ? <Clip dim text={from.name} /> : ''),
  },
  { id: 'to', header: m.moves_to(), width: 108, grow: 0.4, cell: (item) => <To item={item} short /> },
];

/** The same in two lines, for a phone. */
export const moverCard = (item: DraftItem) => (
  <>
    <Who item={item} />
    <span className={classes.ways}>
      {item.from && (
        <>
          <Clip dim text={item.from.name} />
          <span aria-hidden="true">{towards()}</span>
        </>
      )}
      <To item={item} />
    </span>
  </>
);
