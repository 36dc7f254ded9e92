import { NativeSelect, TextInput, Textarea } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import * as m from '#messages';
import type { ServiceType } from '#contract/service-requests-catalogue.ts';
import { type AskFields, answerKey } from './ask-form.ts';

type Question = ServiceType['fields'][number];

/** One of the type's own questions. */
export function QuestionField({ question, form }: { question: Question; form: UseFormReturn<AskFields> }) {
  const { id, name, kind, required, choices } = question;
  const at = `answers.${answerKey(id)}` as const;
  const error = form.formState.errors.answers?.[answerKey(id)]?.message;
  const label = required ? name : m.requests_optional({ name });
  return (
    <Controller
      control={form.control}
      name={at}
      render={({ field: { value, onChange, ref, onBlur } }) => {
        const props = {
          ref,
          onBlur,
          label,
          error,
          value: value ?? '',
          'aria-required': required,
          onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
        };
        if (kind === 'choice' || kind === 'yes-no') {
          const data =
            kind === 'choice'
              ? choices.map((choice) => ({ value: choice, label: choice }))
              : [
                  { value: 'true', label: m.request_yes() },
                  { value: 'false', label: m.request_no() },
                ];
          return <NativeSelect {...props} data={[{ value: '', label: m.requests_choose() }, ...data]} />;
        }
        if (kind === 'text')
          return <Textarea {...props} dir="auto" autosize minRows={1} maxRows={6} maxLength={10_000} />;
        return (
          <TextInput
            {...props}
            maxLength={30}
            {...(kind === 'date' ? { type: 'date' } : { inputMode: 'decimal' as const })}
          />
        );
      }}
    />
  );
}
