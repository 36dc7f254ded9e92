import { ActionIcon, Button, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import * as m from '#messages';
import { CloseIcon, SearchIcon } from '#src/ui/icons.tsx';
import classes from './cost-centers.module.css';

export type Member = { id: number; name: string; line: string; mark: ReactNode };
type Props = {
  label: string;
  members: readonly Member[] | undefined;
  error: Error | null;
  onRetry: () => void;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
  empty: string;
  /** Absent for who may only look. */
  onRemove: ((member: Member) => void) | undefined;
};

/** Who or what belongs to an item, page after page. */
export function Members(props: Props) {
  const { members, error } = props;
  if (!members && error)
    return (
      <p role="alert" className={classes.error}>
        {error.message}{' '}
        <Button variant="default" size="compact-xs" onClick={props.onRetry}>
          {m.shell_try_again()}
        </Button>
      </p>
    );
  if (!members)
    return (
      <div className={classes.bones} role="status" aria-label={m.shell_loading()}>
        {[0, 1, 2].map((at) => (
          <Skeleton key={at} height={32} />
        ))}
      </div>
    );
  if (members.length === 0) return <p className={classes.hint}>{props.empty}</p>;
  return (
    <>
      <ul className={classes.members} aria-label={props.label}>
        {members.map((member) => (
          <li key={member.id} className={classes.member}>
            {member.mark}
            <span className={classes.who}>
              <bdi title={member.name}>{member.name}</bdi>
              <span className={classes.dim}>{member.line}</span>
            </span>
            {props.onRemove && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={m.costs_member_remove({ name: member.name })}
                title={m.costs_member_remove_short()}
                onClick={() => props.onRemove?.(member)}
              >
                <CloseIcon size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {props.hasMore && (
        <Button variant="default" size="compact-md" loading={props.loadingMore} onClick={props.onMore}>
          {m.costs_more()}
        </Button>
      )}
    </>
  );
}

const PAUSE = 200;

/** Words to find a member by, as typed and as asked for. */
export function useMemberSearch() {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), PAUSE);
  const field = (label: string) => (
    <TextInput
      type="search"
      size="xs"
      aria-label={label}
      placeholder={label}
      leftSection={<SearchIcon size={14} />}
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
  return { asked, field };
}
