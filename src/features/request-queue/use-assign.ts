import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { requestsKey } from '#src/directory/request-queries.ts';
import { notify } from '#src/ui/notify.ts';
import { assignMany, changeOperators, MOST_ASSIGNED } from './api.ts';
import { whatOf } from './use-steps.ts';

const standing = ({ operators }: ServiceRequest) =>
  operators.filter(({ status }) => status !== 'rejected').map(({ id }) => id);

/** Gives requests to operators, and takes one from them; each can be taken back. */
export function useAssign() {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const refresh = () => client.invalidateQueries({ queryKey: requestsKey });

  async function undo(
    requests: readonly ServiceRequest[],
    added: readonly number[],
    removed: readonly number[],
  ) {
    try {
      for (const one of requests) {
        const had = standing(one);
        await changeOperators(
          one.id,
          removed,
          added.filter((id) => !had.includes(id)),
        );
      }
    } catch (error) {
      notify({ message: error instanceof Error ? error.message : m.queue_failed(), tone: 'danger' });
    } finally {
      await refresh();
    }
  }

  /** @param before who had the one request; of several nobody is taken away. Answers whether it is done. */
  async function assign(
    requests: readonly ServiceRequest[],
    before: readonly number[],
    chosen: readonly number[],
  ): Promise<boolean> {
    const added = chosen.filter((id) => !before.includes(id));
    const removed = before.filter((id) => !chosen.includes(id));
    if (added.length + removed.length === 0) {
      setProblem(requests.length === 1 && before.length > 0 ? undefined : m.queue_assign_nobody());
      return requests.length === 1 && before.length > 0;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      if (requests.length === 1) await changeOperators(requests[0]!.id, added, removed);
      else
        for (let at = 0; at < requests.length; at += MOST_ASSIGNED)
          await assignMany(
            requests.slice(at, at + MOST_ASSIGNED).map(({ id }) => id),
            added,
          );
      notify({
        message: m.queue_did_assign({ what: whatOf(requests) }),
        tone: 'success',
        undo: () => void undo(requests, added, removed),
      });
      return true;
    } catch (error) {
      setProblem(error instanceof Error ? error.message : m.queue_failed());
      return false;
    } finally {
      setBusy(false);
      await refresh();
    }
  }
  return { busy, problem, assign };
}
