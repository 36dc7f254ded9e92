import { TextInput } from '@mantine/core';
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import * as m from '#messages';
import classes from './floor-plan-list.module.css';
import { PlanSwatch } from './floor-plan-legend.tsx';
import type { PlanState } from './floor-plan-types.ts';
import { SearchIcon } from './icons.tsx';

export type PlanListItem = {
  id: string;
  label: string;
  /** Under the name, and searched too. */
  detail?: string | undefined;
  state?: PlanState | undefined;
  /** At the end of the row, such as "Not on the plan". */
  note?: string | undefined;
};
type Props = {
  label: string;
  /** Keep the array and its objects stable between renders. */
  items: readonly PlanListItem[];
  selectedId?: string | undefined;
  onSelect: (id: string) => void;
  /** Under the search box. */
  children?: ReactNode;
};

const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The plan in words: the same things to choose from, to be searched and walked with the arrow keys. */
export function FloorPlanList({ label, items, selectedId, onSelect, children }: Props) {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text);
  const found = useMemo(() => {
    const words = folded(wanted).split(/\s+/).filter(Boolean);
    return items.filter(({ label: name, detail = '', state, note = '' }) => {
      const said = folded(`${name} ${detail} ${state?.word ?? ''} ${note}`);
      return words.every((word) => said.includes(word));
    });
  }, [items, wanted]);
  const list = useRef<HTMLDivElement>(null);
  const rows = () => [...(list.current?.children ?? [])] as HTMLElement[];
  const [walked, setWalked] = useState<string>();
  const tabbable = [walked, selectedId].find((id) => found.some((item) => item.id === id)) ?? found[0]?.id;

  const [seen, setSeen] = useState(selectedId);
  if (seen !== selectedId) {
    setSeen(selectedId);
    setWalked(selectedId);
  }
  useEffect(() => {
    const row = rows().find(({ dataset }) => dataset.id === selectedId);
    row?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = rows();
    const here = all.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
    const id = all[here]?.dataset.id;
    if (to !== undefined) all[to]?.focus();
    else if ((event.key === 'Enter' || event.key === ' ') && id !== undefined) onSelect(id);
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.root}>
      <TextInput
        className={classes.search}
        aria-label={m.ui_plan_search({ list: label })}
        placeholder={m.ui_plan_search_hint()}
        leftSection={<SearchIcon size={15} />}
        size="xs"
        type="search"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          rows()[0]?.focus();
        }}
      />
      {children}
      {found.length > 0 ? (
        <div
          ref={list}
          className={classes.list}
          role="listbox"
          tabIndex={-1}
          aria-label={label}
          onKeyDown={onKeyDown}
        >
          {found.map((item) => (
            <Row
              key={item.id}
              item={item}
              selected={item.id === selectedId}
              current={item.id === tabbable}
              onSelect={onSelect}
              onFocus={setWalked}
            />
          ))}
        </div>
      ) : (
        <p className={classes.none} role="status">
          {m.ui_plan_none_found()}
        </p>
      )}
    </div>
  );
}

type RowProps = {
  item: PlanListItem;
  selected: boolean;
  current: boolean;
  onSelect: (id: string) => void;
  onFocus: (id: string) => void;
};
const Row = memo(function Row({ item, selected, current, onSelect, onFocus }: RowProps) {
  const { id, label, detail, state, note } = item;
  return (
    <div
      role="option"
      aria-selected={selected}
      tabIndex={current ? 0 : -1}
      data-id={id}
      className={classes.row}
      onClick={() => onSelect(id)}
      onFocus={() => onFocus(id)}
    >
      {state && <PlanSwatch state={state} />}
      <span className={classes.words}>
        <bdi className={classes.name}>{label}</bdi>
        <span className={classes.detail}>{[state?.word, detail].filter(Boolean).join(' · ')}</span>
      </span>
      {note && <span className={classes.note}>{note}</span>}
    </div>
  );
});
