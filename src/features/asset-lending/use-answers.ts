import { useQueryClient } from '@tanstack/react-query';
import * as m from '#messages';
import type { HeldAsset, HoldingAnswer } from '#contract/asset-confirmations.ts';
import { notify } from '#src/ui/notify.ts';
import { mineOptions, useLendingWrite } from './queries.ts';
import { type Answer, sendAnswers } from './round-api.ts';

export type Said = { answer: HoldingAnswer; note?: string; photograph?: string };

const told: Record<HoldingAnswer, () => string> = {
  have: m.lending_said_have,
  lost: m.lending_said_lost,
  damaged: m.lending_said_damaged,
  'not-mine': m.lending_said_not_mine,
};

/** What was said of these before, to be put back. Photographs stay where the answer does. */
const before = (assets: readonly HeldAsset[]): Answer[] =>
  assets.flatMap(({ asks }) =>
    asks.map(({ id, answer, note }) => ({ id, answer: answer ?? null, note: note ?? null })),
  );

/** Says of what one holds whether one has it; every answer can be taken back from its notice. */
export function useAnswers() {
  const client = useQueryClient();
  const { mutate, isPending, error, reset } = useLendingWrite(sendAnswers);
  const failed = ({ message }: Error) => notify({ message, tone: 'danger' });
  const send = (answers: readonly Answer[], onDone: () => void, onError = failed) =>
    mutate(answers, {
      onSuccess: (mine) => {
        client.setQueryData(mineOptions.queryKey, mine);
        onDone();
      },
      onError,
    });
  const say = (
    assets: readonly HeldAsset[],
    said: Said,
    after?: { onDone: () => void; onError: () => void },
  ) => {
    const was = before(assets);
    send(
      was.map(({ id }) => ({ id, ...said, note: said.note ?? null })),
      () => {
        after?.onDone();
        const [only] = assets;
        const message =
          assets.length === 1
            ? `${only!.name}: ${told[said.answer]()}`
            : m.lending_said_all({ count: assets.length });
        notify({ message, tone: 'success', undo: () => send(was, () => {}) });
      },
      after?.onError ?? failed,
    );
  };
  return { say, busy: isPending, problem: error?.message, reset };
}
