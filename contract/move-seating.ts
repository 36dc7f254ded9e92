// Who sits where, and what moves make of it.

export type MoveKind = 'new' | 'move' | 'terminate' | 'equipment';

/** `capacity` null: as many as like. */
export type PlanSpace = { capacity: number | null; occupiable: boolean; gone: boolean };
export type PlanItem = {
  /** How the conflicts name it. */
  key: number;
  kind: MoveKind;
  person: number | null;
  asset: number | null;
  to: number | null;
};
/** How things stand. `occupants`: how many people a space has, those included whom nobody moves. */
export type Present = {
  today: string;
  spaces: ReadonlyMap<number, PlanSpace>;
  people: ReadonlyMap<number, { space: number | null; gone: boolean }>;
  assets: ReadonlyMap<number, { gone: boolean }>;
  occupants: ReadonlyMap<number, number>;
};

export const seatsPeople = (kind: MoveKind): boolean => kind !== 'equipment';
/** Where everybody sits while requests are thought through one after the other. */
export class Seating {
  readonly #present: Present;
  readonly #moved = new Map<number, number | null>();
  readonly #change = new Map<number, number>();

  constructor(present: Present) {
    this.#present = present;
  }

  spaceOf(person: number): number | null {
    const moved = this.#moved.get(person);
    return moved === undefined ? (this.#present.people.get(person)?.space ?? null) : moved;
  }
  count(space: number): number {
    return (this.#present.occupants.get(space) ?? 0) + (this.#change.get(space) ?? 0);
  }
  capacity(space: number): number {
    return this.#present.spaces.get(space)?.capacity ?? Number.POSITIVE_INFINITY;
  }
  add(space: number, people: number): void {
    this.#change.set(space, (this.#change.get(space) ?? 0) + people);
  }
  /** Carries the items out, and answers how many came to and left each space. */
  take(items: readonly PlanItem[]): Map<number, { coming: number; leaving: number }> {
    const traffic = new Map<number, { coming: number; leaving: number }>();
    const at = (space: number) => {
      const found = traffic.get(space) ?? { coming: 0, leaving: 0 };
      traffic.set(space, found);
      return found;
    };
    for (const { kind, person, to } of items) {
      if (!seatsPeople(kind)) continue;
      const from = person === null ? null : this.spaceOf(person);
      const target = kind === 'terminate' ? null : (to ?? from);
      if (from === target) continue;
      if (from !== null) {
        at(from).leaving += 1;
        this.add(from, -1);
      }
      if (target !== null) {
        at(target).coming += 1;
        this.add(target, 1);
      }
      if (person !== null) this.#moved.set(person, target);
    }
    return traffic;
  }
}
