import type { AssetCondition } from '#contract/assets.ts';

type Standing = { condition: AssetCondition; active: boolean };
/** What statuses of other registers mean here. Each is matched whole, whatever its case. */
const statuses: readonly (readonly [Standing, readonly string[]])[] = [
  [
    { condition: 'good', active: true },
    [
      'ready to deploy',
      'deployable',
      'deployed',
      'in use',
      'in stock',
      'available',
      'active',
      'new',
      'good',
      'ok',
    ],
  ],
  [
    { condition: 'good', active: false },
    [
      'undeployable',
      'archived',
      'retired',
      'disposed',
      'pending',
      'inactive',
      'sold',
      'decommissioned',
      'spare',
    ],
  ],
  [
    { condition: 'damaged', active: true },
    [
      'damaged',
      'defective',
      'faulty',
      'pending diagnostics',
      'out for diagnostics',
      'out for repair',
      'in repair',
    ],
  ],
  [{ condition: 'damaged', active: false }, ['broken', 'broken - not fixable', 'not fixable']],
  [{ condition: 'lost', active: true }, ['lost', 'missing', 'stolen', 'lost/stolen']],
];
const byWord = new Map(
  statuses.flatMap(([standing, words]) => words.map((word) => [word, standing] as const)),
);
const plain = (word: string) => word.toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** undefined: no status that is known. */
export const statusOf = (word: string): Standing | undefined => byWord.get(plain(word));

const conditions = new Set(['good', 'damaged', 'lost']);
/** good, damaged or lost, or a status that stands for one of them. */
export const conditionOf = (word: string): AssetCondition | undefined =>
  conditions.has(plain(word)) ? (plain(word) as AssetCondition) : statusOf(word)?.condition;
