import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import * as m from '#messages';
import { SearchIcon } from '#src/ui/icons.tsx';
import { findTypes, groupsOf, type TypeEntry } from './request-types.ts';
import classes from './request-type-picker.module.css';

type Props = { entries: readonly TypeEntry[]; onPick: (type: number) => void };
/** From so many types on, categories are closed at first: one would scroll for long. */
const MANY = 40;

/** What can be asked for: one box that searches all of it, and category, product, type to browse. */
export function RequestTypePicker({ entries, onPick }: Props) {
  const [text, setText] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const found = findTypes(entries, text);
  const categories = groupsOf(found, ({ category }) => category?.id ?? 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      if (text.trim() && found[0]) onPick(found[0].type.id);
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...(root.current?.querySelectorAll<HTMLElement>('input, details[open] button') ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at === -1 || !next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div ref={root} className={classes.root} onKeyDown={onKeyDown} role="presentation">
      <TextInput
        type="search"
        size="md"
        aria-label={m.requests_find_type()}
        placeholder={m.requests_find_type_hint()}
        leftSection={<SearchIcon size={16} />}
        value={text}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {found.length === 0 && (
        <p role="status" className={classes.none}>
          {m.requests_type_none()}
        </p>
      )}
      {categories.map((some) => (
        // Anew with every search: what is found is to be seen.
        <details
          key={`${some[0]!.category?.id} ${text.trim() !== ''}`}
          open={text.trim() !== '' || entries.length <= MANY}
        >
          <summary dir="auto">{some[0]!.category?.name ?? m.requests_no_category()}</summary>
          {groupsOf(some, ({ product }) => product.id).map((types) => (
            <Product key={types[0]!.product.id} types={types} onPick={onPick} />
          ))}
        </details>
      ))}
    </div>
  );
}

function Product({ types, onPick }: { types: readonly TypeEntry[]; onPick: Props['onPick'] }) {
  const { product } = types[0]!;
  return (
    <section className={classes.product} aria-label={product.name}>
      <h3 dir="auto">{product.name}</h3>
      <ul>
        {types.map(({ type }) => (
          <li key={type.id}>
            <button type="button" dir="auto" onClick={() => onPick(type.id)}>
              {type.name}
              {type.description && <span>{type.description}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
