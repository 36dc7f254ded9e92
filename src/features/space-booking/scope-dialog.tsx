import '@mantine/core/styles/Radio.layer.css';
import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { Scope } from '#contract/reservations.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';

const scopes: readonly [Scope, () => string][] = [
  ['this', m.booking_scope_this],
  ['following', m.booking_scope_following],
  ['all', m.booking_scope_all],
];

type FieldProps = { value: Scope; onChange: (scope: Scope) => void };
/** What of a series is meant. */
export function ScopeField({ value, onChange }: FieldProps) {
  return (
    <Radio.Group
      label={m.booking_scope_label()}
      description={m.booking_scope_text()}
      value={value}
      onChange={(scope) => onChange(scope as Scope)}
    >
      <Stack gap={8} mt={8}>
        {scopes.map(([scope, label]) => (
          <Radio key={scope} value={scope} label={label()} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Asks what of a series moves; `undefined` when nothing does. */
export function ScopeDialog({ answer }: { answer: (scope: Scope | undefined) => void }) {
  const [scope, setScope] = useState<Scope>('this');
  return (
    <FormDialog
      title={m.booking_scope_move()}
      submitLabel={m.booking_scope_go()}
      busy={false}
      onClose={() => answer(undefined)}
      onSubmit={(event) => {
        event.preventDefault();
        answer(scope);
      }}
    >
      <ScopeField value={scope} onChange={setScope} />
    </FormDialog>
  );
}
