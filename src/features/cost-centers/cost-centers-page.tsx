import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { PlusIcon, TreeIcon } from '#src/ui/center-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { CategoryDialog } from './category-dialog.tsx';
import { CategoryTabs } from './category-tabs.tsx';
import { CategoryView } from './category-view.tsx';
import { categoriesOptions, depthsOptions, treeOptions, useLiveCosts } from './queries.ts';
import type { CostSearch } from './search.ts';
import { TreeBones } from './tree-bones.tsx';

type Props = { search: CostSearch; onSearch: (search: CostSearch, replace?: boolean) => void };

/** Cost centers: each category a tree, with its people and spaces. */
export function CostCentersPage({ search, onSearch }: Props) {
  const { siteAdmin } = useMe();
  useLiveCosts();
  const list = useQuery(categoriesOptions);
  const depths = useQuery(depthsOptions);
  const category = list.data?.find(({ id }) => id === search.category) ?? list.data?.[0];
  const tree = useQuery({ ...treeOptions(category?.id ?? 0), enabled: category !== undefined });
  const [adding, setAdding] = useState(false);
  const failed = (list.data ? undefined : list) ?? (depths.data ? undefined : depths) ?? tree;

  return (
    <Page
      title={m.costs_title()}
      count={tree.data?.length}
      layout="fill"
      {...(category && category.id === list.data?.[0]?.id && { description: m.costs_default_text() })}
      actions={
        siteAdmin && (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<PlusIcon size={16} />}
            onClick={() => setAdding(true)}
          >
            {m.costs_category_new()}
          </Button>
        )
      }
    >
      {list.data && category && <CategoryTabs categories={list.data} current={category.id} />}
      {category && tree.data && depths.data ? (
        <CategoryView
          key={category.id}
          category={category}
          items={tree.data}
          depths={depths.data}
          editable={siteAdmin}
          search={search}
          onSearch={(next, replace) => onSearch({ ...next, category: category.id }, replace)}
          onRemoved={() => onSearch({}, true)}
        />
      ) : failed.error ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.costs_failed()}
          action={<Button onClick={() => void failed.refetch()}>{m.shell_try_again()}</Button>}
        >
          {failed.error.message}
        </EmptyState>
      ) : list.data && !category ? (
        <EmptyState
          icon={<TreeIcon size={22} />}
          title={m.costs_no_categories()}
          action={siteAdmin && <Button onClick={() => setAdding(true)}>{m.costs_category_new()}</Button>}
        >
          {m.costs_no_categories_text()}
        </EmptyState>
      ) : (
        <TreeBones />
      )}
      {adding && (
        <CategoryDialog
          onClose={(saved) => {
            setAdding(false);
            if (saved !== undefined) onSearch({ category: saved });
          }}
        />
      )}
    </Page>
  );
}
