import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { useStore } from '#src/lib/store.ts';
import { TextLink } from '#src/ui/link.tsx';
import { isDuplicate } from './draft.ts';
import { draftStore } from './draft-store.ts';
import classes from './mail-list.module.css';

/** Scans that nobody has checked in yet are not forgotten on another screen. */
export function DraftReminder() {
  const { rows } = useStore(draftStore(useMe().id));
  const count = rows.filter((row) => !isDuplicate(row)).length;
  if (count === 0) return null;
  return (
    <p className={classes.reminder}>
      {m.mail_draft_waiting({ count })}{' '}
      <TextLink to="/mail/scan" inherit>
        {m.mail_draft_go_on()}
      </TextLink>
    </p>
  );
}
