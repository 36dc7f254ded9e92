import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { personNameOptions } from '#src/directory/people.ts';
import { formatTime } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { towards } from '#src/lib/language.ts';
import { Callout } from '#src/ui/callout.tsx';
import { changers } from '#src/directory/changers.ts';
import { differing, type EditValues, editValues, fieldLabels, fieldText } from './edit-fields.ts';
import classes from './item-edit-form.module.css';
import { states } from '#src/directory/item-facts.ts';

type Props = {
  /** What the edit was begun on. */
  base: MailItem;
  theirs: MailItem;
  mine: EditValues;
  busy: boolean;
  onTheirs: () => void;
  onMine: () => void;
};

/** Somebody changed the item since the edit was begun: who, what, and what to do about it. */
export function EditConflict({ base, theirs, mine, busy, onTheirs, onMine }: Props) {
  const name = useChanger(base, theirs);
  const began = editValues(base);
  const fields = differing(began, editValues(theirs));
  const overlapping = new Set(differing(began, mine));
  const moved = base.currentQueue !== theirs.currentQueue;
  const time = formatTime(theirs.dateUpdated);
  return (
    <div ref={showUp}>
      <Callout
        tone="warning"
        urgent
        title={name ? m.mail_conflict_by({ name, time }) : m.mail_conflict({ time })}
      >
        {fields.length > 0 || moved ? (
          <table className={classes.differences}>
            <tbody>
              {moved && (
                <tr>
                  <th scope="row">{m.mail_state()}</th>
                  <td>
                    {states[base.currentQueue].label()} {towards()} {states[theirs.currentQueue].label()}
                  </td>
                </tr>
              )}
              {fields.map((field) => (
                <tr key={field}>
                  <th scope="row">{fieldLabels[field]()}</th>
                  <td>
                    <bdi>{fieldText(base, field)}</bdi> {towards()} <bdi>{fieldText(theirs, field)}</bdi>
                    {overlapping.has(field) && <> ({m.mail_conflict_yours()})</>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p>{m.mail_conflict_elsewhere()}</p>
        )}
        <p className={classes.kept}>{m.mail_conflict_kept()}</p>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={onTheirs}>
            {m.mail_conflict_theirs()}
          </Button>
          <Button size="xs" loading={busy} onClick={onMine}>
            {m.mail_conflict_mine()}
          </Button>
        </Group>
      </Callout>
    </div>
  );
}

/** The form may be longer than the screen. */
const showUp = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });

/** From the newest step or comment, or else from what the stream of changes said. */
function useChanger(base: MailItem, theirs: MailItem): string | undefined {
  const heard = useStore(changers).get(theirs.id);
  const newest = [theirs.statuses.at(-1), theirs.comments.at(-1)]
    .filter((one) => one !== undefined && one.dateCreated > base.dateUpdated)
    .find((one) => one?.enteredBy)?.enteredBy;
  const person = useQuery({ ...personNameOptions(heard ?? 0), enabled: heard !== undefined && !newest });
  return newest?.name ?? person.data?.name;
}
