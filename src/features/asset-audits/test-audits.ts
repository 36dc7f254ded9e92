import type { Difference } from '#contract/asset-audit-results.ts';
import type {
  AssetAudit,
  AuditFigures,
  AuditProgress,
  AuditRow,
  ScanAnswer,
} from '#contract/asset-audits.ts';
import type { Me } from '#contract/users.ts';

/** The same person as manager of assets. */
export const managing = (me: Me): Me => ({
  ...me,
  permissions: [{ role: 'MANAGER', center: { id: 8, name: 'Assets', module: 'asset', code: 'AST' } }],
});
// A small campaign of one floor with two spaces, for tests of screens.
const building = { id: 1, name: 'Getijhuis' };
const floor = { id: 2, name: 'Ground floor' };
const here = { id: 11, name: '0.02', floor, building };
const there = { id: 12, name: '0.03', floor, building };
const anna = { id: 99, name: 'Anna Kowalska' };
/** GET /rooms/{id} as far as it is read. */
export const rooms = [here, there].map((space) => ({ ...space, floor: { ...floor, building } }));

export const figures = (some: Partial<AuditFigures> = {}): AuditFigures => ({
  expected: 3,
  found: 1,
  misplaced: 0,
  missing: 0,
  pending: 2,
  removed: 0,
  unexpected: 0,
  unknown: 0,
  ...some,
});
export const audit = (some: Partial<AssetAudit> = {}): AssetAudit => ({
  id: 5,
  name: 'Yearly audit',
  note: '',
  state: 'open',
  scope: { buildings: [building], floors: [], spaces: [], types: [], owners: [] },
  auditors: [{ id: 7, name: 'Marta Kowalczyk', floors: [floor] }],
  late: false,
  figures: figures(),
  spaces: { toVisit: 2, visited: 1, done: 0 },
  undecided: 0,
  may: { manage: true, scan: true },
  dateCreated: 1,
  dateUpdated: 1,
  ...some,
});
const asset = (id: number) => ({
  id,
  name: `Notebook ${id}`,
  localUID: `AT-${id}`,
  model: 'ThinkPad',
  type: 'Notebooks',
});
export const row = (id: number, some: Partial<AuditRow> = {}): AuditRow => ({
  asset: asset(id),
  state: 'pending',
  damaged: false,
  removed: false,
  expectedRoom: here,
  ...some,
});
export const difference = (id: number, some: Partial<Difference> = {}): Difference => ({
  ...row(id, { state: 'misplaced', seen: { at: 1_700_000_000_000, by: anna, room: there } }),
  kind: 'misplaced',
  undecided: true,
  mayDecide: true,
  ...some,
});
export const answer = (id: number, some: Partial<ScanAnswer> = {}): ScanAnswer => ({
  id: 100 + id,
  result: 'expected-here',
  code: `AT-${id}`,
  room: { id: here.id, name: here.name },
  at: Date.now(),
  by: { id: 7, name: 'Marta Kowalczyk' },
  repeated: false,
  asset: asset(id),
  expectedRoom: here,
  removed: false,
  damaged: false,
  actions: [],
  ...some,
});
export const elsewhere = (id: number): ScanAnswer =>
  answer(id, { result: 'elsewhere', expectedRoom: there, actions: ['place', 'leave'] });
export const seenBefore = (id: number): ScanAnswer =>
  answer(id, { id: 900, result: 'already-seen', seen: { at: Date.now(), by: anna, room: here } });
export const unknown = (code: string): ScanAnswer => {
  const { asset: _asset, expectedRoom: _room, ...rest } = answer(1);
  return { ...rest, id: 300, code, result: 'unknown', unknownTag: { id: 31, scans: 1 } };
};

export const progress = (): AuditProgress => {
  const visits = { toVisit: 2, visited: 1, done: 0 };
  const spaces = [
    { id: here.id, name: here.name, state: 'begun' as const, figures: figures({ expected: 2, pending: 1 }) },
    {
      id: there.id,
      name: there.name,
      state: 'to-visit' as const,
      figures: figures({ expected: 1, found: 0 }),
    },
  ];
  const floors = [{ ...floor, figures: figures(), visits, auditors: [], spaces }];
  return {
    state: 'open',
    figures: figures(),
    visits,
    buildings: [{ ...building, figures: figures(), visits, floors }],
    elsewhere: figures({ expected: 0, found: 0, pending: 0 }),
  };
};
