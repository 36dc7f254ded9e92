import type { Home, HomePart } from '#contract/home.ts';

/** A call of the API that changes something. */
export type Call = { method: 'POST' | 'PUT'; path: string; body: object };

/** What one tap does. */
export type Deed = {
  call: Call;
  /** What is said when it is done. */
  told: string;
  /** What takes it back, where that can be done. */
  undo?: Call;
  /** The page as it will be; shown at once. */
  apply: (home: Home) => Home;
};

type Parts = {
  [K in keyof Home as NonNullable<Home[K]> extends HomePart<{ id: number }> ? K : never]: Home[K];
};
type PartName = keyof Parts;

/** The page without one of the records of a part. */
export const without =
  (name: PartName, id: number) =>
  (home: Home): Home => {
    const part = home[name];
    if (!part?.items.some((one) => one.id === id)) return home;
    const items = (part.items as { id: number }[]).filter((one) => one.id !== id);
    return { ...home, [name]: { ...part, total: part.total - 1, items } };
  };

/** The page with one of the records of a part changed. */
export const changed =
  <Name extends PartName>(
    name: Name,
    id: number,
    change: Partial<NonNullable<Home[Name]>['items'][number]>,
  ) =>
  (home: Home): Home => {
    const part = home[name];
    if (!part) return home;
    const items = part.items.map((one) => (one.id === id ? { ...one, ...change } : one));
    return { ...home, [name]: { ...part, items } };
  };
