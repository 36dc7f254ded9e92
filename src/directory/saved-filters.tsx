import { ActionIcon, Alert, Button, Popover, Skeleton, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import { CloseIcon } from '#src/ui/icons.tsx';
import { BookmarkIcon } from '#src/ui/desk-icons.tsx';
import classes from './filter-line.module.css';
import { useMe } from './me.ts';
import { useSavedFilters } from './use-saved-filters.ts';

type Props<Filters> = {
  /** What sets the view apart where they are kept. */
  view: string;
  filters: Filters;
  read: (raw: Record<string, unknown>) => Filters;
  onChoose: (filters: Filters) => void;
};

/** Filters by name: call one up, save the present ones, delete. */
export function SavedFilters<Filters extends object>({ view, filters, read, onChoose }: Props<Filters>) {
  const [opened, setOpened] = useState(false);
  const kept = useSavedFilters(view, useMe().id, read, opened);
  const { saved, save, remove, isKept } = kept;
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    save(name.trim(), filters);
    setName('');
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={280} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.button} onClick={() => setOpened(!opened)}>
          <BookmarkIcon size={15} />
          {m.mail_saved()}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={m.mail_saved_filters()}>
        {kept.loading && <Skeleton height={32} aria-label={m.mail_saved_loading()} />}
        {kept.problem && (
          <Alert color="red" role="alert" mb={8}>
            {kept.problem}
            <Button size="compact-xs" variant="default" mt={6} display="block" onClick={kept.tryAgain}>
              {m.shell_try_again()}
            </Button>
          </Alert>
        )}
        {saved.length === 0 && !kept.loading && !kept.problem && (
          <p className={classes.none}>{m.mail_saved_none()}</p>
        )}
        <ul className={classes.saved}>
          {saved.map((one) => (
            <li key={one.name} className={classes.savedRow}>
              <button
                type="button"
                className={classes.savedName}
                title={one.name}
                onClick={() => {
                  setOpened(false);
                  onChoose(one.filters);
                }}
              >
                {one.name}
              </button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={m.mail_saved_delete({ name: one.name })}
                disabled={!isKept(one)}
                onClick={() => remove(one)}
              >
                <CloseIcon size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        {Object.keys(filters).length > 0 && (
          <form className={classes.save} onSubmit={submit}>
            <TextInput
              size="xs"
              label={m.mail_saved_as()}
              value={name}
              maxLength={80}
              dir="auto"
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button size="xs" type="submit" disabled={!name.trim()}>
              {m.mail_save()}
            </Button>
          </form>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
