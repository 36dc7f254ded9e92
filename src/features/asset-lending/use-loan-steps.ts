import * as m from '#messages';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { notify } from '#src/ui/notify.ts';
import { type LoanStep, stepLoan } from './api.ts';
import { useLendingWrite } from './queries.ts';

const told: Record<LoanStep, (name: string) => string> = {
  handOver: (name) => m.lending_told_out({ name }),
  return: (name) => m.lending_told_back({ name }),
  cancel: (name) => m.lending_told_cancelled({ name }),
  undo: (name) => m.lending_told_undone({ name }),
  remind: (name) => m.lending_told_reminded({ name }),
};

/** The steps of a loan, each with a notice that takes it back where that can be done. */
export function useLoanSteps() {
  const { mutate, isPending, variables } = useLendingWrite(
    ({ id, step, body }: { id: number; step: LoanStep; body?: object }) => stepLoan(id, step, body),
  );
  const failed = ({ message }: Error) => notify({ message, tone: 'danger' });
  const say = ({ id, asset }: AssetLoan, step: LoanStep) => {
    const undo = () => mutate({ id, step: 'undo' }, { onError: failed });
    const canUndo = step !== 'undo' && step !== 'remind';
    notify({ message: told[step](asset.name), tone: 'success', ...(canUndo && { undo }) });
  };
  return {
    take: (loan: AssetLoan, step: LoanStep) =>
      mutate({ id: loan.id, step }, { onSuccess: (now) => say(now, step), onError: failed }),
    /** Says that a step has been taken, by whoever took it. */
    say,
    busy: isPending ? variables : undefined,
  };
}
