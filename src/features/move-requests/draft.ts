import type { MoveKind } from '#contract/move-plan.ts';

/** A space as far as a draft speaks of it. */
export type DraftSpace = { id: number; name: string; floor: string; building: string; floorId: number };
/** By the code of the field. */
export type Answers = Record<string, string>;
/** The same of a task; what another program has sent stays as it is until somebody writes over it. */
export type TaskAnswers = Record<string, string | number | boolean | null>;
export type DraftItem = {
  /** Of the draft alone: an item has no id before it is sent. */
  key: string;
  /** Of an item that has been sent already. */
  id?: number;
  typeId: number;
  kind: MoveKind;
  /** Whom or what: a person of the directory, a person to come, a thing. */
  name: string;
  userId?: number;
  assetId?: number;
  /** Where they sit, or it stands, now. */
  from?: DraftSpace;
  to?: DraftSpace;
  fields: Answers;
  /** Answers by the id of the task. A task without answers is asked for all the same. */
  tasks: Record<string, TaskAnswers>;
};
export type Draft = {
  description: string;
  /** 2026-03-03T09:00 by the clocks of the building; '' not said yet. */
  date: string;
  buildingId?: number;
  /** Of a change: the dateUpdated of what it was made on. */
  version?: number;
  items: DraftItem[];
};
export const emptyDraft: Draft = { description: '', date: '', items: [] };

export const stepNames = ['why', 'who', 'where', 'tasks', 'check'] as const;
export type Step = (typeof stepNames)[number];

/** Somebody who leaves goes nowhere. */
export const needsSpace = ({ kind }: Pick<DraftItem, 'kind'>): boolean => kind !== 'terminate';
export const unplaced = (items: readonly DraftItem[]): DraftItem[] =>
  items.filter((item) => needsSpace(item) && !item.to);

/** Adds what is not there yet: nobody is asked for twice by choosing them twice. */
export function withItems(draft: Draft, added: readonly DraftItem[]): Draft {
  const people = new Set(draft.items.map(({ userId }) => userId).filter((id) => id !== undefined));
  const things = new Set(draft.items.map(({ assetId }) => assetId).filter((id) => id !== undefined));
  const fresh = added.filter(({ userId, assetId }) => {
    if ((userId !== undefined && people.has(userId)) || (assetId !== undefined && things.has(assetId)))
      return false;
    if (userId !== undefined) people.add(userId);
    if (assetId !== undefined) things.add(assetId);
    return true;
  });
  return fresh.length === 0 ? draft : { ...draft, items: [...draft.items, ...fresh] };
}
export const without = (draft: Draft, keys: ReadonlySet<string>): Draft => ({
  ...draft,
  items: draft.items.filter(({ key }) => !keys.has(key)),
});
/** The same change to some of the items. */
export const changing = (
  draft: Draft,
  keys: ReadonlySet<string>,
  change: (item: DraftItem) => DraftItem,
): Draft => ({ ...draft, items: draft.items.map((item) => (keys.has(item.key) ? change(item) : item)) });

export const placed = (item: DraftItem, to: DraftSpace | undefined): DraftItem => {
  const { to: _before, ...rest } = item;
  return to && needsSpace(item) ? { ...rest, to } : rest;
};

/** Whether there is anything to lose. */
export const isEmpty = ({ description, date, items }: Draft): boolean =>
  description.trim() === '' && date === '' && items.length === 0;
