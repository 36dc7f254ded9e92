import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import * as m from '#messages';
import { ApiError, offiserv } from '#src/lib/http.ts';
import { notify } from '#src/ui/notify.ts';

/** Ends the session and forgets everything this tab knew. A session that is gone already counts as ended. */
export function useSignOut() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    try {
      await offiserv('POST', '/logout');
    } catch (error) {
      const reason = error instanceof ApiError ? error.message : m.shell_error_unknown();
      if (!(error instanceof ApiError) || error.status !== 401)
        return notify({ tone: 'danger', message: m.shell_sign_out_failed({ reason }) });
    }
    // First away from the views that need the data, then forget it, or they would ask for it again.
    await queryClient.cancelQueries();
    await navigate({ to: '/sign-in' });
    queryClient.clear();
  };
}
