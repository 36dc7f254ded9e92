import { Button } from '@mantine/core';
import * as m from '#messages';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { MailIcon } from '#src/ui/people-icons.tsx';
import { LentIcon, ReturnIcon } from '#src/ui/asset-loan-icons.tsx';
import { UndoIcon } from '#src/ui/icons.tsx';
import classes from './lending.module.css';
import { useLoanSteps } from './use-loan-steps.ts';

export type LoanAsking = (kind: 'return' | 'extend', loan: AssetLoan) => void;

/** What can be done with a loan, the likely thing first. */
export function LoanButtons({ loan, onAsk }: { loan: AssetLoan; onAsk: LoanAsking }) {
  const { take, busy } = useLoanSteps();
  const doing = (step: string) => busy?.id === loan.id && busy.step === step;
  const { state } = loan;
  return (
    <div className={classes.buttons}>
      {state === 'out' && (
        <>
          <Button
            size="compact-md"
            leftSection={<ReturnIcon size={15} />}
            onClick={() => onAsk('return', loan)}
          >
            {m.lending_take_back()}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => onAsk('extend', loan)}>
            {m.lending_extend()}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            leftSection={<MailIcon size={15} />}
            loading={doing('remind')}
            onClick={() => take(loan, 'remind')}
          >
            {m.lending_remind()}
          </Button>
        </>
      )}
      {state === 'reserved' && (
        <>
          <Button
            size="compact-md"
            leftSection={<LentIcon size={15} />}
            loading={doing('handOver')}
            onClick={() => take(loan, 'handOver')}
          >
            {m.lending_hand_over()}
          </Button>
          <Button size="compact-md" variant="default" onClick={() => onAsk('extend', loan)}>
            {m.lending_change_due()}
          </Button>
          <Button
            size="compact-md"
            variant="default"
            loading={doing('cancel')}
            onClick={() => take(loan, 'cancel')}
          >
            {m.lending_cancel()}
          </Button>
        </>
      )}
      {(state === 'returned' || state === 'out') && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<UndoIcon size={15} />}
          loading={doing('undo')}
          onClick={() => take(loan, 'undo')}
        >
          {state === 'out' ? m.lending_undo_out() : m.lending_undo_back()}
        </Button>
      )}
    </div>
  );
}
