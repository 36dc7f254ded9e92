import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import * as m from '#messages';
import { readDays } from './days-field.tsx';
import classes from './leaves.module.css';

type Props = {
  label: string;
  /** The label with what it is of, for readers. */
  name: string;
  days: number;
  /** Set for this person, rather than following from what holds for everybody. */
  set: boolean;
  /** Where the number comes from. */
  says: string;
  /** null: as for everybody again. */
  onSave: (days: number | null) => Promise<void>;
};

/** A number of days in place: Enter or leaving the field saves, Escape takes back. */
export function DaysCell({ label, name, days, set, says, onSave }: Props) {
  const [text, setText] = useState(String(days));
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  /** What was sent last: leaving the field does not send it once more. */
  const sent = useRef(String(days));
  const reset = () => {
    sent.current = String(days);
    setText(sent.current);
    setProblem(undefined);
  };
  const save = async () => {
    const typed = text.trim();
    if (typed === sent.current || busy) return;
    const value = typed ? readDays(typed) : null;
    if (value === undefined) return setProblem(m.leave_type_amount_wrong());
    // Nothing changes: it follows from what holds for everybody already, or is this number.
    if (value === null ? !set : value === days) return reset();
    setBusy(true);
    setProblem(undefined);
    sent.current = typed;
    try {
      await onSave(value);
    } catch (error) {
      sent.current = String(days);
      setProblem((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <TextInput
      className={classes.daysCell}
      size="xs"
      label={label}
      aria-label={name}
      description={says}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      inputMode="decimal"
      maxLength={6}
      value={text}
      error={problem}
      readOnly={busy}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={({ key }) => {
        if (key === 'Enter') void save();
        if (key === 'Escape') reset();
      }}
    />
  );
}
