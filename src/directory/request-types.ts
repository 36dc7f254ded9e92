import type { ServiceCatalogue, ServiceType } from '#contract/service-requests-catalogue.ts';

type Named = { id: number; name: string };
/** A type with where it stands in the catalogue, and the center that does the work. */
export type TypeEntry = {
  type: ServiceType;
  product: Named;
  category?: Named;
  /** Absent: there is no maintenance center at all. */
  center: Named | undefined;
};

/** Every type that is offered, in the order of the catalogue. */
export function typesOf({ categories, products, centers }: ServiceCatalogue): TypeEntry[] {
  const of = (goods: ServiceCatalogue['products'], center: Named | undefined, category?: Named) =>
    goods.flatMap(({ types, ...product }) =>
      types.map((type): TypeEntry => ({ type, product, center, ...(category && { category }) })),
    );
  return [
    ...categories.flatMap((category) => of(category.products, category.center, category)),
    // What is in no category goes to the first center.
    ...of(products, centers[0]),
  ];
}

const fold = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();

/** Those that have every word somewhere in category, product, type or description. */
export function findTypes(entries: readonly TypeEntry[], text: string): TypeEntry[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return entries.filter(({ type, product, category }) => {
    const all = fold([category?.name, product.name, type.name, type.description].join(' '));
    return words.every((word) => all.includes(word));
  });
}

/** Minutes of opening hours promised at a priority; 0: none. */
export const promisedMinutes = ({ promises, SLAMinutes }: ServiceType, priority: number): number =>
  promises.find((one) => one.priority.id === priority)?.minutes ?? SLAMinutes;

/** Entries by what `keyOf` says of them, in the order in which each comes first. */
export function groupsOf(entries: readonly TypeEntry[], keyOf: (entry: TypeEntry) => number): TypeEntry[][] {
  const groups = new Map<number, TypeEntry[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry)) ?? [];
    group.push(entry);
    groups.set(keyOf(entry), group);
  }
  return [...groups.values()];
}
