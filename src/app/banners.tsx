import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import { browserOnline, serverReachable } from '#src/lib/connection.ts';
import { useStore } from '#src/lib/store.ts';
import { OfflineIcon, RefreshIcon } from '#src/ui/icons.tsx';
import classes from './banners.module.css';

/** Says so when this device is offline or the server does not answer. The region is always there to be heard. */
export function Banners() {
  const online = useStore(browserOnline);
  const reachable = useStore(serverReachable);
  return (
    <div role="status" aria-live="polite">
      {!online ? (
        <div className={classes.banner}>
          <OfflineIcon size={16} />
          <span>{m.shell_offline()}</span>
        </div>
      ) : (
        !reachable && <Unreachable />
      )}
    </div>
  );
}

function Unreachable() {
  const queryClient = useQueryClient();
  const [trying, setTrying] = useState(false);
  const tryNow = async () => {
    setTrying(true);
    await queryClient.refetchQueries({ type: 'active' });
    setTrying(false);
  };
  return (
    <div className={classes.banner}>
      <OfflineIcon size={16} />
      <span>{m.shell_unreachable()}</span>
      <button type="button" className={classes.action} disabled={trying} onClick={tryNow}>
        <RefreshIcon size={14} />
        {m.shell_try_now()}
      </button>
    </div>
  );
}
