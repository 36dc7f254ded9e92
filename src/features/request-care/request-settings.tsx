import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import classes from './care.module.css';
import { CatalogueTree } from './catalogue-tree.tsx';
import { PriorityList } from './priority-list.tsx';
import { catalogueSettingsOptions, useLiveCatalogue } from './queries.ts';
import { ReasonList } from './reason-list.tsx';
import { careParts, type CarePart, type CareSearch } from './settings-search.ts';
import { TypeForm } from './type-form.tsx';

type Props = { search: CareSearch; onSearch: (search: CareSearch, replace?: boolean) => void };
const titles: Record<CarePart, () => string> = {
  types: m.care_types,
  priorities: m.care_priorities,
  reasons: m.care_reasons,
};

/** What may be asked for and what is promised, how urgent things can be, and why work may wait. */
export function RequestSettings({ search, onSearch }: Props) {
  useLiveCatalogue();
  const { data, error, refetch } = useQuery(catalogueSettingsOptions);
  const part = search.part ?? 'types';
  if (!data)
    return error ? (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.care_failed()}
        action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
      >
        {error.message}
      </EmptyState>
    ) : (
      <div role="status" aria-label={m.shell_loading()}>
        <Skeleton height={280} />
      </div>
    );
  if (search.type !== undefined) {
    const type = data.types.find(({ id }) => id === search.type);
    return (
      <>
        <p className={classes.back}>
          <TextLink to="/settings" search={{ tab: 'requests' }}>
            {m.care_back_types()}
          </TextLink>
        </p>
        {type || search.type === 'new' ? (
          <TypeForm
            key={search.type}
            catalogue={data}
            type={type}
            onSaved={(id) => onSearch({ type: id }, true)}
            onLeave={() => onSearch({})}
          />
        ) : (
          <EmptyState title={m.care_type_gone()}>{m.care_type_gone_text()}</EmptyState>
        )}
      </>
    );
  }
  return (
    <>
      <div className={classes.parts} role="group" aria-label={m.care_part()}>
        {careParts.map((name) => (
          <FilterChip
            key={name}
            on={name === part}
            onClick={() => onSearch(name === 'types' ? {} : { part: name })}
          >
            {titles[name]()}
          </FilterChip>
        ))}
      </div>
      {part === 'types' && <CatalogueTree catalogue={data} onNew={() => onSearch({ type: 'new' })} />}
      {part === 'priorities' && <PriorityList catalogue={data} />}
      {part === 'reasons' && <ReasonList catalogue={data} />}
    </>
  );
}
