import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import * as m from '#messages';
import type { Recipient } from '#contract/mail.ts';
import { PersonOption } from './person-option.tsx';
import classes from './person-picker.module.css';
import { recipientsOptions } from './recipients.ts';

export type PersonPickerProps = {
  label: string;
  /** The label is for screen readers only. */
  bare?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
  error?: string | undefined;
  /** Where people are looked for; the desk's recipients when not given. */
  find?: typeof recipientsOptions;
  onPick: (person: Recipient) => void;
  /** Offered last: what was typed, as it stands. */
  asTyped?: { label: (text: string) => string; onPick: (text: string) => void };
  /** Escape, or leaving the field empty. */
  onCancel?: (how: 'escape' | 'leave') => void;
};

const PAUSE = 120;
const AS_TYPED = 'as-typed';

/** Finds a person by any part of name, employee id, mail stop or space: type, arrows, Enter. */
export function PersonPicker({
  label,
  bare,
  placeholder,
  autoFocus,
  error,
  find = recipientsOptions,
  onPick,
  asTyped,
  onCancel,
}: PersonPickerProps) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const typed = text.trim();
  const [asked] = useDebouncedValue(typed, PAUSE);
  const { data, isPlaceholderData, isFetching, error: problem } = useQuery(find(asked));
  const people = typed === '' || asked === '' ? [] : (data ?? []);
  const fresh = asked === typed && !isPlaceholderData && !(isFetching && !data);
  /** Enter came before the answer. */
  const waiting = useRef(false);

  const choose = (value: string) => {
    if (value === AS_TYPED) return asTyped?.onPick(typed);
    const person = people.find(({ id }) => String(id) === value);
    if (!person) return;
    setText('');
    combobox.closeDropdown();
    onPick(person);
  };
  const settle = useEffectEvent(() => {
    combobox.selectFirstOption();
    if (waiting.current && people.length === 1) choose(String(people[0]!.id));
    waiting.current = false;
  });
  useEffect(() => {
    if (fresh && typed) settle();
  }, [fresh, typed, data]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel?.('escape');
    }
    // The options on screen belong to an older text: nobody is chosen by accident.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && typed && !fresh) {
      event.preventDefault();
      event.stopPropagation();
      waiting.current = true;
    }
  };

  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start" width="target" withinPortal>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          role="combobox"
          aria-autocomplete="list"
          {...(bare ? { 'aria-label': label } : { label })}
          placeholder={placeholder ?? m.mail_person_placeholder()}
          value={text}
          error={error}
          autoFocus={autoFocus}
          data-autofocus={autoFocus || undefined}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onKeyDownCapture={onKeyDown}
          onFocus={() => typed && combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            if (!typed) onCancel?.('leave');
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed === ''} className={classes.dropdown}>
        <Combobox.Options mah={320} className={classes.options} aria-label={label} aria-busy={!fresh}>
          {people.map((person) => (
            <Combobox.Option key={person.id} value={String(person.id)} className={classes.option}>
              <PersonOption person={person} />
            </Combobox.Option>
          ))}
          {asTyped && (
            <Combobox.Option value={AS_TYPED} className={classes.asTyped}>
              {asTyped.label(typed)}
            </Combobox.Option>
          )}
          {people.length === 0 && (
            <Combobox.Empty className={classes.empty} role="status">
              {problem?.message ?? (fresh ? m.mail_person_nobody() : m.mail_person_searching())}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
