import { Button, Skeleton, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { compareNames } from '#src/lib/language.ts';
import * as m from '#messages';
import type { BookingRule } from '#contract/booking-rules.ts';
import { MAX_PAGE } from '#contract/wire.ts';
import { bookingsKey, rulesOptions } from '#src/directory/booking-rules.ts';
import { BookingTabs } from '#src/directory/booking-tabs.tsx';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { CalendarIcon } from '#src/ui/booking-icons.tsx';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, SearchIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleGroup } from './rule-group.tsx';
import classes from './rules.module.css';
import { nameOf, useRuleUndo } from './rule-writes.ts';

/** From so many on, one looks for a name rather than along the list. */
const MANY = 8;

/** Who may book what, for how long and how: by type of space, and by space. */
export function RulesPage() {
  useLiveTopic('reservations', bookingsKey);
  const { data, error, refetch } = useQuery(rulesOptions);
  const [editing, setEditing] = useState<BookingRule | 'new'>();
  const [text, setText] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const { remove } = useRuleUndo();
  useViewKeys({ n: () => setEditing('new'), '/': () => box.current?.focus() });

  const word = text.trim().toLocaleLowerCase();
  const rules = (data ?? [])
    .filter((rule) => nameOf(rule).toLocaleLowerCase().includes(word))
    .toSorted((a, b) => compareNames(nameOf(a), nameOf(b)));
  const add = (
    <Button size="compact-md" leftSection={<PlusIcon size={15} />} onClick={() => setEditing('new')}>
      {m.rules_new()}
    </Button>
  );
  const group = (label: string, some: BookingRule[]) =>
    some.length > 0 && <RuleGroup label={label} rules={some} onEdit={setEditing} onRemove={remove} />;
  return (
    <Page title={m.rules_title()} layout="fill" count={data?.length} actions={add}>
      <BookingTabs current="rules" keys={m.rules_keys()} />
      <div className={classes.body}>
        <p className={classes.hint}>{m.rules_text()}</p>
        {data && data.length > MANY && (
          <TextInput
            ref={box}
            type="search"
            size="xs"
            className={classes.search}
            aria-label={m.rules_find()}
            placeholder={m.rules_find()}
            leftSection={<SearchIcon size={15} />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {!data && !error && (
          <div role="status" aria-label={m.shell_loading()}>
            {[0, 1, 2].map((at) => (
              <Skeleton key={at} height={44} mt={12} />
            ))}
          </div>
        )}
        {!data && error && (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.rules_failed()}
            action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
          >
            {error.message}
          </EmptyState>
        )}
        {data?.length === 0 && (
          <EmptyState icon={<CalendarIcon size={22} />} title={m.rules_none()} action={add}>
            {m.rules_none_text()}
          </EmptyState>
        )}
        {data && data.length > 0 && rules.length === 0 && (
          <p className={classes.hint} role="status">
            {m.rules_none_found()}
          </p>
        )}
        {group(
          m.rules_types(),
          rules.filter(({ roomType }) => roomType),
        )}
        {group(
          m.rules_spaces(),
          rules.filter(({ room }) => room),
        )}
        {data && data.length >= MAX_PAGE && (
          <p className={classes.hint}>{m.rules_cut({ count: MAX_PAGE })}</p>
        )}
      </div>
      {editing && (
        <RuleDialog
          {...(editing !== 'new' && { rule: editing })}
          ruled={new Set(data?.flatMap(({ roomType }) => roomType?.id ?? []))}
          onClose={() => setEditing(undefined)}
        />
      )}
    </Page>
  );
}
