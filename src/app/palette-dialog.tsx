import { Button, Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { SearchIcon } from '#src/ui/icons.tsx';
import { Keys } from '#src/ui/keys.tsx';
import { useReturnFocus } from '#src/ui/use-return-focus.ts';
import type { Entry, Target } from './palette-entries.ts';
import { firstSections, groupLabels, sectionsFor } from './palette-list.ts';
import { PaletteOption } from './palette-option.tsx';
import { actionsFor, pagesFor } from './palette-places.ts';
import { remember } from './palette-recent.ts';
import { useFound } from './palette-records.ts';
import classes from './palette.module.css';

/** Short, because the server answers within it; typing on calls the last question off. */
const PAUSE = 60;

/** One field for everything: go to a page or a record, or begin something. */
export default function PaletteDialog({ onClose }: { onClose: () => void }) {
  const me = useMe();
  const router = useRouter();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [pointed, setPointed] = useState<string>();
  const text = typed.trim();
  const [asked] = useDebouncedValue(text, PAUSE);
  const { records, searching, problem, tryAgain } = useFound(me, text === '' ? '' : asked);
  const places = useMemo(() => [...actionsFor(me), ...pagesFor(me)], [me]);
  const sections = text === '' ? firstSections(me, places) : sectionsFor(text, places, records);
  const entries = sections.flatMap((section) => section.entries);
  const active = entries.find(({ key }) => key === pointed) ?? entries[0];
  const busy = searching || (asked !== text && text.length > 1);
  useReturnFocus();

  const go = (target: Target, newTab: boolean) => {
    const link = target as Parameters<typeof router.navigate>[0];
    if (newTab) window.open(router.buildLocation(link as never).href, '_blank', 'noopener');
    else void router.navigate(link);
  };
  const choose = (entry: Entry, { newTab, second }: { newTab: boolean; second: boolean }) => {
    remember(me.id, entry);
    if (!newTab) onClose();
    go(second && entry.second ? entry.second.target : entry.target, newTab);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a word of an input method chooses nothing.
    if (event.nativeEvent.isComposing) return;
    const at = active ? entries.indexOf(active) : -1;
    const to: Record<string, number> = {
      ArrowDown: (at + 1) % entries.length,
      ArrowUp: (at - 1 + entries.length) % entries.length,
      Home: 0,
      End: entries.length - 1,
    };
    if (event.key === 'Enter' && active) {
      event.preventDefault();
      choose(active, { newTab: event.ctrlKey || event.metaKey, second: event.shiftKey });
    } else if (Object.hasOwn(to, event.key) && entries.length > 0 && !event.shiftKey) {
      event.preventDefault();
      setPointed(entries[to[event.key]!]!.key);
    }
  };
  const optionId = (entry: Entry) => `${id}-${entries.indexOf(entry)}`;

  return (
    <Modal.Root opened onClose={onClose} size={640} padding={0} yOffset="10dvh">
      <Modal.Overlay />
      <Modal.Content aria-label={m.find_title()} className={classes.content!}>
        <Modal.Body className={classes.body!}>
          <div className={classes.field}>
            <SearchIcon size={18} />
            <input
              data-autofocus
              role="combobox"
              aria-label={m.find_label()}
              aria-expanded={entries.length > 0}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={active && optionId(active)}
              aria-keyshortcuts="Enter Control+Enter Shift+Enter"
              placeholder={m.find_placeholder()}
              value={typed}
              maxLength={200}
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              enterKeyHint="go"
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                setPointed(undefined);
              }}
              onKeyDown={onKeyDown}
            />
            <button type="button" className={classes.close} onClick={onClose}>
              {m.ui_close()}
            </button>
          </div>
          <div id={`${id}-list`} role="listbox" aria-label={m.find_results()} className={classes.list}>
            {sections.map(({ group, entries: those }) => (
              <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
                <div id={`${id}-${group}`} role="presentation" className={classes.heading}>
                  {groupLabels[group]()}
                </div>
                {those.map((entry) => (
                  <PaletteOption
                    key={entry.key}
                    id={optionId(entry)}
                    entry={entry}
                    active={entry === active}
                    onPoint={() => setPointed(entry.key)}
                    onChoose={(how) => choose(entry, how)}
                  />
                ))}
              </div>
            ))}
          </div>
          {problem && (
            <div role="alert" className={classes.problem}>
              <span>{m.find_failed({ reason: problem })}</span>
              <Button size="compact-xs" variant="default" onClick={tryAgain}>
                {m.shell_try_again()}
              </Button>
            </div>
          )}
          <div className={classes.foot}>
            <span role="status">
              {text === ''
                ? m.find_more()
                : busy
                  ? m.find_searching()
                  : entries.length === 0
                    ? m.find_none({ text })
                    : m.find_count({ count: entries.length })}
            </span>
            <span className={classes.hints} aria-hidden="true">
              <Keys keys={['↑', '↓']} /> {m.find_key_move()}
              <Keys keys={['↵']} /> {m.find_key_open()}
              {active?.second && (
                <>
                  <Keys keys={['⇧', '↵']} /> {active.second.label}
                </>
              )}
              <Keys keys={['mod', '↵']} /> {m.find_key_tab()}
            </span>
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
