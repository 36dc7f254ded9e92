import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { LockIcon, OfflineIcon } from '#src/ui/icons.tsx';
import { useTitle } from '#src/ui/page.tsx';
import { useWakeLock } from '#src/ui/use-wake-lock.ts';
import classes from './door.module.css';
import { DoorView } from './door-view.tsx';
import { doorOptions } from './queries.ts';
import { useNow } from './use-now.ts';

const TICK = 2000;
/** Three answers that did not come. */
const STALE = 95_000;

/** The display at a door: nobody signs in, nobody touches it, and it looks after itself. */
export function DoorPage({ token }: { token: string }) {
  useWakeLock();
  const { data, error, dataUpdatedAt } = useQuery(doorOptions(token));
  useTitle(data?.space.name ?? '');
  const device = useNow(TICK);
  const gone = error instanceof ApiError && (error.status === 404 || error.status === 400);
  if (gone)
    return (
      <main id="content" className={classes.blank}>
        <EmptyState level={1} icon={<LockIcon size={22} />} title={m.door_gone()}>
          {m.door_gone_text()}
        </EmptyState>
      </main>
    );
  if (!data)
    return (
      <main id="content" className={classes.blank} role="status">
        <EmptyState level={1} icon={<OfflineIcon size={22} />} title={m.door_waiting()}>
          {error && m.door_waiting_text({ reason: error.message })}
        </EmptyState>
      </main>
    );
  // The clock of a tablet on a wall may be wrong: the server's goes on from its last answer.
  const since = Math.max(0, device - dataUpdatedAt);
  return <DoorView door={data} now={data.now + since} staleSince={since > STALE ? data.now : undefined} />;
}
