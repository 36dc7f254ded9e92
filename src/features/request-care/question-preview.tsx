import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import * as m from '#messages';
import classes from './care.module.css';
import type { Question } from './type-values.ts';

/** The question as whoever files a request sees it. It can be tried; nothing of it is kept. */
export function QuestionPreview({ question }: { question: Omit<Question, 'id' | 'code'> }) {
  const { name, kind, required, choices } = question;
  const label = name || m.care_preview_empty();
  return (
    <div className={classes.preview} role="group" aria-label={m.care_preview()}>
      <span className={classes.dim}>{m.care_preview()}</span>
      {kind === 'yes-no' && <Checkbox key={kind} label={<bdi>{label}</bdi>} />}
      {kind === 'choice' && (
        <NativeSelect
          key={kind}
          label={label}
          withAsterisk={required}
          data={[{ value: '', label: m.care_preview_choose() }, ...new Set(choices)]}
        />
      )}
      {kind !== 'yes-no' && kind !== 'choice' && (
        <TextInput
          key={kind}
          label={label}
          withAsterisk={required}
          {...(kind === 'date' && { type: 'date' })}
          {...(kind === 'number' && { inputMode: 'decimal' as const })}
        />
      )}
    </div>
  );
}
