import { useQueryClient } from '@tanstack/react-query';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { requestOptions, requestsKey } from '#src/directory/request-queries.ts';
import type { StepName } from '#src/directory/request-steps.ts';
import { notify } from '#src/ui/notify.ts';
import { type Said, takeStep } from './api.ts';

/** So many calls at once leave the server room for others. */
const LANES = 4;
const did: Record<StepName, (words: { what: string }) => string> = {
  accept: m.queue_did_accept,
  reject: m.queue_did_reject,
  start: m.queue_did_start,
  hold: m.queue_did_hold,
  resume: m.queue_did_resume,
  complete: m.queue_did_complete,
  approve: m.queue_did_approve,
  decline: m.queue_did_decline,
};
/** A request, or how many, as notices name them. */
export const whatOf = (requests: readonly Pick<ServiceRequest, 'id' | 'type'>[]): string =>
  requests.length === 1
    ? m.queue_one({ name: requests[0]!.type.name, id: String(requests[0]!.id) })
    : m.queue_many({ count: requests.length });

/** Takes requests a step on, one or many, and says what came of it. Hold and resume can be taken back. */
export function useSteps() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: requestsKey });
  async function step(request: Pick<ServiceRequest, 'id'>, name: StepName, said: Said = {}) {
    const answer = await takeStep(request.id, name, said);
    client.setQueryData(requestOptions(request.id).queryKey, answer);
    return answer;
  }

  function tell(done: readonly ServiceRequest[], name: StepName) {
    if (done.length === 0) return;
    const message = did[name]({ what: whatOf(done) });
    const undo = undoOf(done, name);
    notify({ message, tone: 'success', ...(undo && { undo }) });
  }
  /** @param done as they were before */
  function undoOf(done: readonly ServiceRequest[], name: StepName) {
    if (name === 'hold') return () => void takeMany(done, 'resume');
    if (name !== 'resume') return undefined;
    return () =>
      void Promise.all(
        done.map((one) =>
          takeMany([one], 'hold', {
            reason: one.hold?.reason ? { id: one.hold.reason.id } : null,
            note: one.hold?.note ?? null,
          }),
        ),
      );
  }

  /** One request. @throws the server's refusal; what is on screen is read again either way */
  async function take(request: ServiceRequest, name: StepName, said: Said = {}): Promise<ServiceRequest> {
    try {
      const answer = await step(request, name, said);
      // With several operators, one's own part may be done and the request is not.
      if (name === 'complete' && answer.state !== 'completed')
        notify({ message: m.queue_did_part({ what: whatOf([request]) }), tone: 'success' });
      else tell([request], name);
      return answer;
    } finally {
      await refresh();
    }
  }
  /** Many at once; what the server refuses is told by name. Answers those that were refused. */
  async function takeMany(requests: readonly ServiceRequest[], name: StepName, said: Said = {}) {
    const done: ServiceRequest[] = [];
    const refused: ServiceRequest[] = [];
    const waiting = [...requests];
    const work = async () => {
      for (let one = waiting.shift(); one; one = waiting.shift())
        try {
          await step(one, name, said);
          done.push(one);
        } catch (error) {
          refused.push(one);
          const reason = error instanceof Error ? error.message : '';
          if (refused.length === 1)
            notify({ message: m.queue_refused({ what: whatOf([one]), reason }), tone: 'danger' });
        }
    };
    await Promise.all(Array.from({ length: LANES }, work));
    if (refused.length > 1)
      notify({ message: m.queue_refused_more({ count: refused.length }), tone: 'danger' });
    tell(done, name);
    await refresh();
    return refused;
  }
  return { take, takeMany };
}
