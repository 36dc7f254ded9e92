import type { Role } from '#contract/users.ts';
import { numberIn } from '#src/lib/address.ts';

// Spelled out rather than taken from the contract: routes read this, and zod stays out of the first load.
export const roleNames = [
  'ADMINISTRATOR',
  'MANAGER',
  'OPERATOR',
  'TECHNICIAN',
  'CUSTOMER',
] as const satisfies readonly Role[];
export const sortNames = ['name', 'jobTitle', 'department', 'employeeId', 'email'] as const;

/** What the address of the directory holds: what is looked for, the order, and whose card is open. */
export type PeopleSearch = {
  find?: string;
  /** A center and a role in it; either alone says nothing. */
  center?: number;
  role?: Role;
  admins?: true;
  type?: number;
  space?: 'with' | 'without';
  sort?: (typeof sortNames)[number];
  desc?: true;
  person?: number;
};
export type PeopleFilters = Omit<PeopleSearch, 'person'>;

const idIn = (value: unknown): number | undefined => {
  const id = numberIn(value);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};
const yes = (value: unknown) => value === true || value === 'true';

/** Leaves out what is not set, so that one state has one address. */
const compact = <T extends object>(values: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readPeopleSearch(raw: Record<string, unknown>): PeopleSearch {
  const find = typeof raw.find === 'string' ? raw.find.slice(0, 200) : '';
  const center = idIn(raw.center);
  const role = roleNames.find((name) => name === raw.role);
  const sort = sortNames.find((name) => name === raw.sort && name !== 'name');
  return compact<PeopleSearch>({
    find: find.trim() === '' ? undefined : find,
    center: role && center,
    role: center === undefined ? undefined : role,
    admins: yes(raw.admins) || undefined,
    type: idIn(raw.type),
    space: raw.space === 'with' || raw.space === 'without' ? raw.space : undefined,
    sort,
    desc: yes(raw.desc) || undefined,
    person: idIn(raw.person),
  });
}

/** The same address with other filters. */
export const changed = (
  search: PeopleSearch,
  changes: { [K in keyof PeopleSearch]?: PeopleSearch[K] | undefined },
) => readPeopleSearch({ ...search, ...changes });

/** What narrows the list down, without its order and whose card is open. */
export const narrowedBy = ({
  sort: _sort,
  desc: _desc,
  person: _person,
  ...filters
}: PeopleSearch): PeopleSearch => filters;

/** The filters as `GET /users` wants them. */
export const parametersOf = ({ find, center, role, admins, type, space }: PeopleFilters) => ({
  find: find?.trim(),
  centerId: center,
  role,
  siteAdmin: admins,
  userTypeId: type,
  hasRoom: space && space === 'with',
});

/** What the address of the chart holds: where the tree begins, and who is looked at in it. */
export type ChartSearch = { root?: number; person?: number };
export const readChartSearch = (raw: Record<string, unknown>): ChartSearch =>
  compact<ChartSearch>({ root: idIn(raw.root), person: idIn(raw.person) });

/** What the address of the deactivated holds. */
export type GoneSearch = { find?: string };
export const readGoneSearch = (raw: Record<string, unknown>): GoneSearch => {
  const find = typeof raw.find === 'string' ? raw.find.trim().slice(0, 200) : '';
  return find ? { find } : {};
};
