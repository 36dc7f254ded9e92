import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm, useWatch } from 'react-hook-form';
import * as m from '#messages';
import { type FieldKind, fieldKinds } from '#contract/service-requests-catalogue.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { QuestionPreview } from './question-preview.tsx';
import type { Question } from './type-values.ts';
import { kindWords } from './words.ts';

type Props = {
  question: Question | undefined;
  onKeep: (kept: Omit<Question, 'id' | 'code'>) => void;
  onClose: () => void;
};
type Fields = { name: string; kind: FieldKind; required: boolean; choices: string };

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The lines of the field as choices. A choice that is there twice, or none at all, is told. */
function choicesProblem(text: string): true | string {
  const lines = linesOf(text);
  if (lines.length === 0) return m.care_choices_missing();
  if (lines.length > 200 || lines.some((line) => line.length > 200)) return m.care_choices_long();
  return new Set(lines).size === lines.length || m.care_choices_twice();
}

/** One question: its words, what kind of answer it takes, and how it will look. */
export function QuestionDialog({ question, onKeep, onClose }: Props) {
  const form = useForm<Fields>({
    defaultValues: {
      name: question?.name ?? '',
      kind: question?.kind ?? 'text',
      required: question?.required ?? false,
      choices: question?.choices.join('\n') ?? '',
    },
  });
  const { errors } = form.formState;
  const { name, kind, required, choices } = useWatch({ control: form.control }) as Fields;
  const kept = {
    name: name.trim(),
    kind,
    required,
    choices: kind === 'choice' ? linesOf(choices) : [],
  };
  return (
    <FormDialog
      title={question ? m.care_question_edit() : m.care_question_new()}
      submitLabel={m.care_question_keep()}
      busy={false}
      onClose={onClose}
      onSubmit={form.handleSubmit(() => onKeep(kept))}
    >
      <TextInput
        label={m.care_question()}
        data-autofocus
        dir="auto"
        maxLength={200}
        error={errors.name?.message}
        {...form.register('name', {
          validate: (text) => text.trim() !== '' || m.care_question_missing(),
        })}
      />
      <NativeSelect
        label={m.care_question_kind()}
        data={fieldKinds.map((value) => ({ value, label: kindWords[value]() }))}
        {...form.register('kind')}
      />
      {kind === 'choice' && (
        <Textarea
          label={m.care_choices()}
          description={m.care_choices_text()}
          dir="auto"
          rows={5}
          error={errors.choices?.message}
          {...form.register('choices', { validate: choicesProblem, shouldUnregister: false })}
        />
      )}
      <Checkbox label={m.care_question_required()} {...form.register('required')} />
      <QuestionPreview question={kept} />
    </FormDialog>
  );
}
