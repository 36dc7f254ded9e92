import { overlap, type Slot } from '#server/modules/space-booking/service.ts';

/** One time that a row wants: the slot, and the slot with the minutes that are kept free around it. */
export type Want = { row: number; room: number; person: number; slot: Slot; wide: Slot };
/** What holds the room at that time already. */
export type HeldThere = Slot & { id: number; user: number };
export type Clash =
  | { what: 'repeat'; rows: number[] }
  | { what: 'overlap'; rows: number[] }
  | { what: 'booked'; held: HeldThere };
export type Verdict = Clash | { what: 'store' } | { what: 'there' };

/** More of the rows that one collides with are not named. */
const NAMED = 50;

/** Slots of one room that are apart from each other, in order of time. */
function apart() {
  const slots: Slot[] = [];
  const after = (at: number) => {
    let [low, high] = [0, slots.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (slots[middle]!.until <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    /** Takes the slot in unless it meets one of the others. */
    take(slot: Slot): boolean {
      const at = after(slot.since);
      const next = slots[at];
      if (next && overlap(next, slot)) return false;
      slots.splice(at, 0, slot);
      return true;
    },
  };
}

/** Finds what of one room meets a slot, in order of the file; `wants` are all of that room. */
function neighbours(wants: readonly Want[]) {
  const sorted = wants.toSorted((a, b) => a.wide.since - b.wide.since);
  const latest: number[] = [];
  for (const { wide } of sorted) latest.push(Math.max(wide.until, latest.at(-1) ?? wide.until));
  return (one: Want): number[] => {
    const rows = new Set<number>();
    let at = sorted.findLastIndex(({ wide }) => wide.since < one.wide.until);
    // What begins earlier may still last: as far back as anything does.
    for (; at >= 0 && latest[at]! > one.wide.since && rows.size < NAMED; at -= 1) {
      const other = sorted[at]!;
      if (other !== one && overlap(other.wide, one.wide)) rows.add(other.row);
    }
    return [...rows].toSorted((a, b) => a - b);
  };
}

/**
 * What becomes of each wanted time, in the order of the file: of two that meet the earlier row has it, and what is booked
 * already comes before the file. The later row is told all rows of the file that it meets, whatever became of those.
 */
export function judge(wants: readonly Want[], heldFor: ReadonlyMap<number, HeldThere>): Verdict[] {
  const first = new Map<string, number>();
  const single = new Map<number, Want[]>();
  const repeats = wants.map((want) => {
    const key = `${want.room} ${want.slot.since} ${want.slot.until}`;
    const twin = first.get(key);
    if (twin !== undefined) return twin;
    first.set(key, want.row);
    const others = single.get(want.room);
    if (others) others.push(want);
    else single.set(want.room, [want]);
    return undefined;
  });
  const taken = new Map([...single.keys()].map((room) => [room, apart()]));
  const meets = new Map<number, (one: Want) => number[]>();
  const rowsMet = (want: Want) => {
    const look = meets.get(want.room) ?? neighbours(single.get(want.room)!);
    meets.set(want.room, look);
    return look(want);
  };
  const isThere = (want: Want, held: HeldThere) =>
    held.since === want.slot.since && held.until === want.slot.until && held.user === want.person;
  // Stored by an earlier import of the file: whoever meets these is told their rows.
  const ofFile = new Set(
    wants.flatMap((want, n) => {
      const held = heldFor.get(n);
      return held && isThere(want, held) ? [held.id] : [];
    }),
  );
  return wants.map((want, n): Verdict => {
    const twin = repeats[n];
    if (twin !== undefined) return { what: 'repeat', rows: [twin] };
    const held = heldFor.get(n);
    const there = held !== undefined && isThere(want, held);
    if (held && !there)
      return ofFile.has(held.id) ? { what: 'overlap', rows: rowsMet(want) } : { what: 'booked', held };
    const free = taken.get(want.room)!.take(want.wide);
    if (there) return { what: 'there' };
    return free ? { what: 'store' } : { what: 'overlap', rows: rowsMet(want) };
  });
}
