import type { AssetRound, HeldAsset } from '#contract/asset-confirmations.ts';
import type { AssetLoan, LendableAsset, LentAsset } from '#contract/asset-loans.ts';

const DAY = 86_400_000;
export const borrower = {
  id: 9,
  name: 'Zoë Tailor',
  firstName: 'Zoë',
  lastName: 'Tailor',
  userName: 'zoe',
  email: 'zoe@northwind.example',
  userType: { id: 1, name: 'Employee' },
};

export const lentAsset = (id: number, more: Partial<LentAsset> = {}): LentAsset => ({
  id,
  name: `Beamer ${id}`,
  localUID: `NW-${id}`,
  model: { id: 41, name: 'EB-L200' },
  type: { id: 31, name: 'Projectors' },
  condition: 'good',
  lendable: true,
  removed: false,
  ...more,
});
export const loanOf = (id: number, more: Partial<AssetLoan> = {}): AssetLoan => ({
  id,
  asset: lentAsset(id),
  user: borrower,
  center: { id: 6, name: 'Asset Center' },
  state: 'out',
  startDate: Date.now() - DAY,
  dueDate: Date.now() + DAY,
  overdue: false,
  notes: '',
  home: { room: { id: 21, name: 'Store' } },
  dateCreated: 1,
  dateUpdated: 5,
  ...more,
});
export const heldOf = (id: number, more: Partial<HeldAsset> = {}): HeldAsset => ({
  ...lentAsset(id),
  held: true,
  asks: [{ id: 100 + id, round: { id: 3, name: 'Autumn', dueDate: Date.now() + DAY } }],
  ...more,
});
export const lendableOf = (id: number, more: Partial<LendableAsset> = {}): LendableAsset => ({
  ...lentAsset(id),
  room: { id: 21, name: 'Store' },
  free: true,
  overdue: false,
  taken: [],
  ...more,
});
export const roundOf = (more: Partial<AssetRound> = {}): AssetRound => ({
  id: 3,
  name: 'Autumn',
  center: { id: 6, name: 'Asset Center' },
  dueDate: Date.now() + DAY,
  scope: 'everybody',
  people: 2,
  peopleDone: 1,
  assets: 4,
  answers: { none: 1, have: 2, lost: 1, damaged: 0, 'not-mine': 0 },
  createdBy: { id: 7, name: 'Marta Kowalczyk' },
  dateCreated: 1,
  dateUpdated: 5,
  ...more,
});
