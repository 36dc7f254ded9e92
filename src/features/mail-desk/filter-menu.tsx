import { Combobox, useCombobox } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { FilterIcon } from '#src/ui/desk-icons.tsx';
import type { Facet, FacetKey } from './facets.ts';
import classes from '#src/directory/filter-line.module.css';
import type { MailFilters } from './filters.ts';

type Props = { facets: readonly Facet[]; onChoose: (key: FacetKey, value: MailFilters[FacetKey]) => void };

/** First what to narrow by, then to which value; both by typing or by arrows. */
export function FilterMenu({ facets, onChoose }: Props) {
  const [facet, setFacet] = useState<Facet>();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setFacet(undefined);
      setTyped('');
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const all = facet ? (facet.options ?? []) : facets.map(({ key, label }) => ({ value: key, label }));
  const shown = all.filter(({ label }) =>
    label.toLocaleLowerCase().includes(typed.trim().toLocaleLowerCase()),
  );

  const close = () => {
    combobox.closeDropdown();
    combobox.focusTarget();
  };
  const submit = (value: string) => {
    setTyped('');
    if (facet) {
      onChoose(facet.key, facet.read(value));
      return close();
    }
    const next = facets.find(({ key }) => key === value);
    // A question with one answer needs no second step.
    if (next?.options?.length === 1) {
      onChoose(next.key, next.read(next.options[0]!.value));
      return close();
    }
    setFacet(next);
    combobox.resetSelectedOption();
    combobox.focusSearchInput();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={submit} position="bottom-start" width={280} withinPortal>
      <Combobox.Target withAriaAttributes={false} targetType="button">
        <button
          type="button"
          className={classes.button}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          <FilterIcon size={15} />
          {m.mail_filter()}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown className={classes.dropdown}>
        {facet && facet.options === undefined ? (
          <PersonPicker
            bare
            autoFocus
            label={facet.label}
            onPick={({ id }) => submit(String(id))}
            onCancel={(how) => how === 'escape' && close()}
          />
        ) : (
          <>
            <Combobox.Search
              role="combobox"
              aria-expanded
              aria-autocomplete="list"
              value={typed}
              aria-label={facet?.label ?? m.mail_filter_by()}
              placeholder={facet?.label ?? m.mail_filter_by()}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                combobox.updateSelectedOptionIndex();
              }}
            />
            <Combobox.Options className={classes.options} aria-label={facet?.label ?? m.mail_filter_by()}>
              {shown.map(({ value, label }) => (
                <Combobox.Option key={value} value={value} className={classes.option}>
                  {label}
                </Combobox.Option>
              ))}
              {shown.length === 0 && <Combobox.Empty>{m.mail_filter_none()}</Combobox.Empty>}
            </Combobox.Options>
          </>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
