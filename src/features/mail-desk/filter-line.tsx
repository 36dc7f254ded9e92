import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Ref, useEffect, useEffectEvent, useState } from 'react';
import * as m from '#messages';
import { personNameOptions } from '#src/directory/people.ts';
import { type ActiveFilter, ActiveFilters } from '#src/ui/filter-bar.tsx';
import { SearchIcon } from '#src/ui/icons.tsx';
import { facetsOf, valueLabel } from './facets.ts';
import { FilterMenu } from './filter-menu.tsx';
import classes from '#src/directory/filter-line.module.css';
import { changed, filtersOf, type MailSearch, readMailSearch } from './filters.ts';
import { ExportLink } from '#src/directory/export-link.tsx';
import { OverdueChip } from './overdue-chip.tsx';
import { useDesk } from '#src/directory/mail-queries.ts';
import { SavedFilters } from '#src/directory/saved-filters.tsx';

type Props = {
  search: MailSearch;
  onSearch: (search: MailSearch, replace?: boolean) => void;
  searchBox: Ref<HTMLInputElement>;
};
const PAUSE = 250;
const readFilters = (raw: Record<string, unknown>) => filtersOf(readMailSearch(raw));

/** Search, filters and saved filters in one line. The address holds them all. */
export function FilterLine({ search, onSearch, searchBox }: Props) {
  const facets = facetsOf(useDesk());
  const filters = filtersOf(search);
  const queue = search.queue ?? 'IN';
  const person = useQuery({
    ...personNameOptions(filters.toUserId ?? 0),
    enabled: filters.toUserId !== undefined,
  });

  const active = facets.flatMap((facet): ActiveFilter[] => {
    const value = filters[facet.key];
    if (value === undefined) return [];
    const label = facet.key === 'toUserId' ? (person.data?.name ?? '…') : valueLabel(facet, value);
    const onRemove = () => onSearch(changed(search, { [facet.key]: undefined }));
    return [{ key: facet.key, label: facet.label, value: label, onRemove }];
  });
  const clear = () => onSearch(changed({ ...(search.queue && { queue: search.queue }) }, {}));

  return (
    <div className={classes.line}>
      <SearchField
        value={search.search ?? ''}
        box={searchBox}
        onChange={(text) => onSearch(changed(search, { search: text }), true)}
      />
      <FilterMenu facets={facets} onChoose={(key, value) => onSearch(changed(search, { [key]: value }))} />
      <SavedFilters
        view="mail-desk"
        filters={filters}
        read={readFilters}
        onChoose={(saved) =>
          onSearch(changed({ ...(search.queue && { queue: search.queue }), ...saved }, {}))
        }
      />
      <OverdueChip
        queue={queue}
        filters={filters}
        onChange={(olderThanDays) => onSearch(changed(search, { olderThanDays }))}
      />
      {active.length > 0 && (
        <div className={classes.active}>
          <ActiveFilters filters={active} onClear={clear} />
        </div>
      )}
      <span className={classes.end}>
        <ExportLink path="/mail/items.csv" filters={{ queue, ...filters, orderByType: 'desc' }} />
      </span>
    </div>
  );
}

/** Asks once the typing pauses; going back in history brings the older text back. */
function SearchField({
  value,
  box,
  onChange,
}: {
  value: string;
  box: Ref<HTMLInputElement>;
  onChange: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);
  if (value !== sent) {
    setSent(value);
    setText(value);
  }
  const send = useEffectEvent(() => {
    setSent(text.trim() ? text : '');
    onChange(text);
  });
  useEffect(() => {
    if (text === sent) return;
    const timer = setTimeout(() => send(), PAUSE);
    return () => clearTimeout(timer);
  }, [text, sent]);
  return (
    <TextInput
      ref={box}
      type="search"
      size="xs"
      className={classes.search}
      aria-label={m.mail_search()}
      placeholder={m.mail_search_placeholder()}
      leftSection={<SearchIcon size={15} />}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
