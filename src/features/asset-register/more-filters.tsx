import { Popover } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import lineClasses from '#src/directory/filter-line.module.css';
import { RecordField } from '#src/directory/record-field.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { FilterIcon } from '#src/ui/desk-icons.tsx';
import classes from './register.module.css';
import type { changed, Placed, RegisterSearch } from './search.ts';

type Props = { search: RegisterSearch; onChange: (change: Parameters<typeof changed>[1]) => void };
const fields = [
  { key: 'modelId', label: m.assets_model, path: '/assets/models' },
  { key: 'roomId', label: m.assets_space, path: '/rooms' },
  { key: 'owner', label: m.assets_owner, path: '/users' },
] as const;
export const placedLabels: Record<Placed, () => string> = {
  room: m.assets_in_space,
  owner: m.assets_with_person,
  nowhere: m.assets_nowhere,
  left: m.assets_owner_left,
};
/** Takes away all that is chosen here. */
export const noMore = {
  modelId: undefined,
  roomId: undefined,
  owner: undefined,
  placed: undefined,
  active: undefined,
};

/** Filters that are needed less, and those whose values are found by typing: there are thousands of each. */
export function MoreFilters({ search, onChange }: Props) {
  const [opened, setOpened] = useState(false);
  const choose: Props['onChange'] = (change) => {
    setOpened(false);
    onChange(change);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={320} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={lineClasses.button} onClick={() => setOpened(!opened)}>
          <FilterIcon size={15} />
          {m.assets_more_filters()}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.more} aria-label={m.assets_more_filters()}>
        {/* Not those that are typed into: the first has the focus, and would open its list over all others. */}
        <Choice
          label={m.assets_place()}
          none={m.assets_any()}
          value={search.placed}
          options={(Object.keys(placedLabels) as Placed[]).map((id) => ({ id, name: placedLabels[id]() }))}
          onChange={(placed) => choose({ placed })}
        />
        <Choice
          label={m.assets_use()}
          none={m.assets_any()}
          value={search.active === undefined ? undefined : String(search.active)}
          options={[
            { id: 'true', name: m.assets_active() },
            { id: 'false', name: m.assets_inactive() },
          ]}
          onChange={(active) => choose({ active: active === undefined ? undefined : active === 'true' })}
        />
        {fields.map(({ key, label, path }) => (
          <RecordField
            key={key}
            label={label()}
            path={path}
            inside
            value={null}
            onChange={(record) => record && choose({ [key]: record.id })}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
