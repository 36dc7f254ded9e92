import { Button, Group } from '@mantine/core';
import * as m from '#messages';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { SearchIcon } from '#src/ui/icons.tsx';
import { BuildingIcon } from '#src/ui/places-icons.tsx';
import type { FindChange, FindSearch } from './find-search.ts';

type Props = { search: FindSearch; onChange: (change: FindChange) => void };
const clear = { search: undefined, floor: undefined, type: undefined, building: undefined };

/** Nothing is found: what of the search to loosen, one button each. */
export function FindEmpty({ search, onChange }: Props) {
  const ways = (
    [
      ['search', m.bookings_loosen_search()],
      ['type', m.bookings_loosen_type()],
      ['floor', m.bookings_loosen_floor()],
      ['building', m.bookings_loosen_building()],
    ] as const
  ).filter(([key]) => search[key] !== undefined);
  if (ways.length === 0)
    return (
      <EmptyState icon={<BuildingIcon size={22} />} title={m.bookings_no_spaces()}>
        {m.bookings_no_spaces_text()}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<SearchIcon size={22} />}
      title={m.bookings_none_found()}
      action={
        <Group gap={8} justify="center">
          {ways.map(([key, label]) => (
            <Button
              key={key}
              variant="default"
              size="compact-md"
              onClick={() => onChange({ [key]: undefined, ...(key === 'building' && { floor: undefined }) })}
            >
              {label}
            </Button>
          ))}
          {ways.length > 1 && (
            <Button variant="subtle" size="compact-md" onClick={() => onChange(clear)}>
              {m.ui_clear_all()}
            </Button>
          )}
        </Group>
      }
    >
      {m.bookings_none_found_text()}
    </EmptyState>
  );
}
