import { useState } from 'react';
import * as m from '#messages';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { useMe } from '#src/directory/me.ts';
import { notify } from '#src/ui/notify.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { formatDateTime } from '#src/lib/dates.ts';
import { editLoan } from './api.ts';
import { DueField } from './due-field.tsx';
import { dueIn, momentMs, momentOf } from './moments.ts';
import { useLendingWrite } from './queries.ts';

/** Another date by which it is to come back. */
export function ExtendDialog({ loan, onClose }: { loan: AssetLoan; onClose: () => void }) {
  const zone = useMe().timeZone;
  const [due, setDue] = useState(() => (loan.overdue ? dueIn(7, zone) : momentOf(loan.dueDate, zone)));
  const [tried, setTried] = useState(false);
  const extend = useLendingWrite((dueDate: number) => editLoan(loan, { dueDate }));
  const dueDate = momentMs(due, zone);
  return (
    <FormDialog
      title={m.lending_extend_title({ name: loan.asset.name })}
      submitLabel={m.lending_extend()}
      busy={extend.isPending}
      problem={extend.error?.message}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (dueDate === undefined) return;
        extend.mutate(dueDate, {
          onSuccess: (now) => {
            notify({
              message: m.lending_told_extended({ name: now.asset.name, time: formatDateTime(now.dueDate) }),
              tone: 'success',
            });
            onClose();
          },
        });
      }}
    >
      <DueField
        zone={zone}
        value={due}
        onChange={(value) => {
          extend.reset();
          setDue(value);
        }}
        error={tried && dueDate === undefined ? m.lending_due_missing() : undefined}
      />
    </FormDialog>
  );
}
