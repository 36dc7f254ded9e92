import { Popover } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import lineClasses from '#src/directory/filter-line.module.css';
import { RecordField } from '#src/directory/record-field.tsx';
import { FilterIcon } from '#src/ui/desk-icons.tsx';
import classes from './register.module.css';

type Key = 'modelId' | 'roomId' | 'owner';
type Props = { onChoose: (key: Key, id: number) => void };
const fields: readonly { key: Key; label: () => string; path: string }[] = [
  { key: 'modelId', label: m.assets_model, path: '/assets/models' },
  { key: 'roomId', label: m.assets_space, path: '/rooms' },
  { key: 'owner', label: m.assets_owner, path: '/users' },
];

/** Filters whose values are found by typing: there are thousands of each. */
export function MoreFilters({ onChoose }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={320} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={lineClasses.button} onClick={() => setOpened(!opened)}>
          <FilterIcon size={15} />
          {m.assets_more_filters()}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.more} aria-label={m.assets_more_filters()}>
        {fields.map(({ key, label, path }) => (
          <RecordField
            key={key}
            label={label()}
            path={path}
            inside
            value={null}
            onChange={(record) => {
              if (!record) return;
              setOpened(false);
              onChoose(key, record.id);
            }}
          />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
