import { numberIn, textIn } from '#src/lib/address.ts';
import { isDay } from '#src/lib/calendar-days.ts';

// Each reads an address that anybody may have written; what makes no sense is left out.

const idIn = (value: unknown) => {
  const id = numberIn(value);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};
const yearIn = (value: unknown) => {
  const year = numberIn(value);
  return Number.isInteger(year) && year >= 2000 && year <= 2199 ? year : undefined;
};
const kept = <Search extends object>(search: {
  [Name in keyof Search]: Search[Name] | undefined;
}) => Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;

export type MineSearch = {
  /** Absent: this one. */
  year?: number;
  /** The leave in the panel. */
  open?: number;
  /** The form is open: for a new leave, or to change a pending one. */
  ask?: 'new' | number;
};
export const readMineSearch = ({ year, open, ask }: Record<string, unknown>): MineSearch =>
  kept({ year: yearIn(year), open: idIn(open), ask: ask === 'new' ? ('new' as const) : idIn(ask) });

export type ApprovalSearch = { open?: number };
export const readApprovalSearch = ({ open }: Record<string, unknown>): ApprovalSearch =>
  kept({ open: idIn(open) });

export type TeamSearch = {
  /** Absent: today. */
  date?: string;
  /** Of a manager: those whose manager is the same as theirs, rather than those who report to them. */
  team?: 'peers';
};
export const readTeamSearch = ({ date, team }: Record<string, unknown>): TeamSearch =>
  kept({
    date: isDay(textIn(date)) ? textIn(date) : undefined,
    team: team === 'peers' ? ('peers' as const) : undefined,
  });

export type LimitSearch = { person?: number; year?: number };
export const readLimitSearch = ({ person, year }: Record<string, unknown>): LimitSearch =>
  kept({ person: idIn(person), year: yearIn(year) });
