import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import classes from './cost-centers.module.css';
import { spaceSearchOptions } from './queries.ts';
import { spaceLine } from './space-line.ts';

export type Space = { id: number; name: string; floor: Record<string, unknown> };
type Props = { label: string; onPick: (space: Space) => void };
const PAUSE = 120;

/** Finds a space by its name: type, arrows, Enter. */
export function SpacePicker({ label, onPick }: Props) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const typed = text.trim();
  const [asked] = useDebouncedValue(typed, PAUSE);
  const { data, isFetching, error } = useQuery(spaceSearchOptions(asked));
  const spaces = typed === '' || asked !== typed ? [] : (data ?? []);
  const choose = (value: string) => {
    const space = spaces.find(({ id }) => String(id) === value);
    if (!space) return;
    setText('');
    combobox.closeDropdown();
    onPick(space);
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start" width="target" withinPortal>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          role="combobox"
          aria-autocomplete="list"
          aria-label={label}
          placeholder={label}
          size="xs"
          value={text}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => typed && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed === ''}>
        <Combobox.Options mah={280} className={classes.options} aria-label={label}>
          {spaces.map((space) => (
            <Combobox.Option key={space.id} value={String(space.id)} className={classes.target}>
              <bdi>{space.name}</bdi>
              <span className={classes.dim}>{spaceLine(space)}</span>
            </Combobox.Option>
          ))}
          {spaces.length === 0 && (
            <Combobox.Empty role="status">
              {error?.message ??
                (isFetching || asked !== typed ? m.costs_space_searching() : m.costs_space_none())}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
