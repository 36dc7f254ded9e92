import type { ServiceCategory, ServiceProduct, ServiceType } from '#contract/service-requests-catalogue.ts';
import type { Catalogue } from './api.ts';
import { matches, wordsOf } from './words.ts';

export type Leaf = { product: ServiceProduct; types: ServiceType[] };
/** A category with what is in it; `category` undefined: products in none. */
export type Branch = { category: ServiceCategory | undefined; products: Leaf[] };

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** The catalogue as a tree. Of a search those branches are left that bear its words, in a name or on the way to it. */
export function branchesOf(catalogue: Catalogue, search: string): Branch[] {
  const words = wordsOf(search);
  const types = grouped(catalogue.types, ({ product }) => product.id);
  const products = grouped(catalogue.products, ({ category }) => category?.id);
  return [...catalogue.categories, undefined].flatMap((category) => {
    const above = category?.name ?? '';
    const leaves = (products.get(category?.id) ?? []).flatMap((product): Leaf[] => {
      const way = `${above} ${product.name}`;
      const found = (types.get(product.id) ?? []).filter(({ name }) => matches(`${way} ${name}`, words));
      return found.length > 0 || matches(way, words) ? [{ product, types: found }] : [];
    });
    const shown = leaves.length > 0 || (category !== undefined && matches(above, words));
    return shown ? [{ category, products: leaves }] : [];
  });
}
