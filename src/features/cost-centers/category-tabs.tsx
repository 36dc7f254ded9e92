import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import type { Category } from '#contract/cost-centers.ts';
import { TabLine } from '#src/ui/tab-line.tsx';

/** The categories, one beside the other; the first is the one everybody has a cost center of. */
export function CategoryTabs({ categories, current }: { categories: readonly Category[]; current: number }) {
  return (
    <TabLine label={m.costs_categories()} current={current}>
      {categories.map(({ id, name }) => (
        <Link
          key={id}
          to="/cost-centers"
          search={{ category: id }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={id === current ? 'page' : undefined}
        >
          <bdi title={name}>{name}</bdi>
        </Link>
      ))}
    </TabLine>
  );
}
