import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import type { Category } from '#contract/cost-centers.ts';
import { useCurrentTab } from '#src/ui/use-current-tab.ts';
import classes from './cost-centers.module.css';

/** The categories, one beside the other; the first is the one everybody has a cost center of. */
export function CategoryTabs({ categories, current }: { categories: readonly Category[]; current: number }) {
  const tabs = useCurrentTab(current);
  return (
    <nav ref={tabs} aria-label={m.costs_categories()} className={classes.tabs}>
      {categories.map(({ id, name }) => (
        <Link
          key={id}
          to="/cost-centers"
          search={{ category: id }}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={id === current ? 'page' : undefined}
        >
          <bdi title={name}>{name}</bdi>
        </Link>
      ))}
    </nav>
  );
}
