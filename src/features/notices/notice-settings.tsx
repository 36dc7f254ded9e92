import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { NoticePreferences } from '#contract/notices.ts';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { formatTime } from '#src/lib/dates.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import type { PreferencesEdit } from './api.ts';
import { NoticeKinds } from './notice-kinds.tsx';
import classes from './notices.module.css';
import { preferencesOptions, useSavePreferences } from './queries.ts';

/** What somebody is told of and how, by kind; `children` says when letters go. */
export function NoticeSettings({ children }: { children: ReactNode }) {
  const me = useMe();
  const { data, error, refetch } = useQuery(preferencesOptions);
  return (
    <Page
      title={m.news_settings_title()}
      layout="narrow"
      description={m.news_settings_intro({ email: me.email })}
      actions={
        <LinkButton to="/notices" variant="default" size="compact-md">
          {m.news_see_all()}
        </LinkButton>
      }
    >
      {data && <Choices preferences={data} />}
      {!data && !error && <Skeleton height={480} role="status" aria-label={m.shell_loading()} />}
      {!data && error && (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.news_settings_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      )}
      {children}
    </Page>
  );
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

function Choices({ preferences }: { preferences: NoticePreferences }) {
  const save = useSavePreferences();
  /** @param before what takes the edit back */
  const change = (edit: PreferencesEdit, before: PreferencesEdit) =>
    save.mutate(edit, {
      onSuccess: () => notify({ message: m.news_settings_saved(), undo: () => undo(before) }),
      onError: failed,
    });
  const undo = (before: PreferencesEdit) =>
    save.mutate(before, {
      onSuccess: () => notify({ message: m.news_settings_undone(), tone: 'info' }),
      onError: failed,
    });
  const { digestHour, timeZone } = preferences;
  return (
    <>
      <section className={classes.section} aria-labelledby="notice-kinds">
        <h2 id="notice-kinds" className={classes.heading}>
          {m.news_settings_kinds()}
        </h2>
        <p className={classes.text}>{m.news_settings_kinds_text()}</p>
        <NoticeKinds
          choices={preferences.kinds}
          saving={save.isPending ? save.variables.kinds : undefined}
          onChange={(choice, before) => change({ kinds: [choice] }, { kinds: [before] })}
        />
      </section>
      <section className={classes.section} aria-labelledby="notice-digest">
        <h2 id="notice-digest" className={classes.heading}>
          {m.news_settings_digest()}
        </h2>
        <p className={classes.text}>{m.news_settings_digest_text()}</p>
        <label className={classes.hour}>
          {m.news_settings_hour()}
          <select
            value={save.isPending ? (save.variables.digestHour ?? digestHour) : digestHour}
            onChange={(event) => change({ digestHour: Number(event.currentTarget.value) }, { digestHour })}
          >
            {hours.map((hour) => (
              <option key={hour} value={hour}>
                {formatTime(Date.UTC(2026, 0, 1, hour), 'UTC')}
              </option>
            ))}
          </select>
          <span className={classes.dim}>{m.news_settings_zone({ zone: timeZone.replaceAll('_', ' ') })}</span>
        </label>
      </section>
    </>
  );
}

const failed = (error: Error) => notify({ message: error.message, tone: 'danger' });
