import { Button, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import { type MailAlert, useLiveAlerts } from '#src/directory/alerts.ts';
import { MailTabs } from '#src/directory/mail-tabs.tsx';
import { useMe } from '#src/directory/me.ts';
import { useLiveMail } from '#src/directory/use-live-mail.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, PencilIcon, SearchIcon, WarningIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import { AlertDialog } from './alert-dialog.tsx';
import { AlertRow, subjectOf } from './alert-row.tsx';
import classes from './alerts.module.css';
import { NewAlertOn } from './new-alert.tsx';
import { alertCountOptions, alertsOptions, useDeleteAlert, useWriteAlert } from './queries.ts';
import type { AlertSearch } from './search.ts';

type Props = { search: AlertSearch; onSearch: (search: AlertSearch) => void };
const PAUSE = 250;

/** Standing notes: what the clerk has to know when something arrives for somebody. */
export function AlertsPage({ search, onSearch }: Props) {
  const { write, ...filter } = search;
  useLiveMail(useMe().id);
  useLiveAlerts();
  const list = useInfiniteQuery(alertsOptions(filter.search));
  const { data: count } = useQuery(alertCountOptions(filter.search));
  const notes = list.data?.pages.flat() ?? [];
  const [editing, setEditing] = useState<MailAlert>();
  const [text, setText] = useState(filter.search ?? '');
  const find = useDebouncedCallback(
    (typed: string) => onSearch(typed.trim() ? { search: typed.trim() } : {}),
    PAUSE,
  );
  const remove = useDeleteAlert();
  const rewrite = useWriteAlert();

  const failed = ({ message }: Error) => notify({ message, tone: 'danger' });
  const bringBack = ({ notes: said, user, multipleAlerts }: MailAlert) => {
    const body = { notes: said, user: user ? { id: user.id } : null, multipleAlerts };
    rewrite.mutate({ body, key: randomKey() }, { onError: failed });
  };
  const drop = (note: MailAlert) =>
    remove.mutate(note.id, {
      onSuccess: () =>
        notify({ message: m.alerts_deleted({ name: subjectOf(note) }), undo: () => bringBack(note) }),
      onError: failed,
    });
  const close = (saved?: boolean) => {
    setEditing(undefined);
    if (write) onSearch(filter);
    if (saved) notify({ message: m.alerts_saved() });
  };

  return (
    <Page
      title={m.alerts_title()}
      count={count}
      layout="fill"
      description={m.alerts_intro()}
      actions={
        <LinkButton
          to="/mail/alerts"
          search={{ ...filter, write: 'new' }}
          size="compact-md"
          leftSection={<PencilIcon size={16} />}
        >
          {m.alerts_add()}
        </LinkButton>
      }
    >
      <MailTabs current="alerts" />
      <div className={classes.top}>
        <TextInput
          aria-label={m.alerts_search()}
          placeholder={m.alerts_search_hint()}
          leftSection={<SearchIcon size={15} />}
          size="xs"
          type="search"
          value={text}
          maxLength={200}
          onChange={(event) => {
            setText(event.currentTarget.value);
            find(event.currentTarget.value);
          }}
        />
      </div>
      <div className={classes.scroll}>
        {list.isPending ? (
          <div className={classes.bones} role="status" aria-label={m.shell_loading()}>
            {[0, 1, 2].map((at) => (
              <Skeleton key={at} height={44} />
            ))}
          </div>
        ) : !list.data ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.alerts_failed()}
            action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
          >
            {list.error?.message}
          </EmptyState>
        ) : notes.length > 0 ? (
          <ul className={classes.list} aria-label={m.alerts_title()}>
            {notes.map((note) => (
              <AlertRow key={note.id} note={note} onEdit={setEditing} onDelete={drop} />
            ))}
          </ul>
        ) : filter.search ? (
          <EmptyState
            icon={<SearchIcon size={22} />}
            title={m.alerts_empty_search({ search: filter.search })}
          >
            {m.alerts_empty_search_text()}
          </EmptyState>
        ) : (
          <EmptyState icon={<WarningIcon size={22} />} title={m.alerts_empty()}>
            {m.alerts_empty_text()}
          </EmptyState>
        )}
        {list.hasNextPage && (
          <div className={classes.more}>
            <Button
              variant="default"
              size="compact-md"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {m.alerts_older()}
            </Button>
          </div>
        )}
      </div>
      {editing && <AlertDialog key={editing.id} note={editing} onClose={close} />}
      {write === 'new' && <AlertDialog onClose={close} />}
      {typeof write === 'number' && <NewAlertOn key={write} person={write} onClose={close} />}
    </Page>
  );
}
