import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { notify } from '#src/ui/notify.ts';
import { type Attributes, type OpenRecord, type OpenRecords, useWriteRecord } from './open-records.ts';

type Options<T extends OpenRecord, F extends FieldValues> = {
  records: OpenRecords<T>;
  /** The one that is changed; without it a new one is written. */
  record: T | undefined;
  form: UseFormReturn<F>;
  names: readonly Path<F>[];
  bodyOf: (fields: F) => Attributes;
  /** What is said when it is saved. */
  said: (saved: T) => string;
  onClose: (saved?: number) => void;
};

/** Saves what a form holds: a new record once, however often it is sent; a refusal stands at its field. */
export function useRecordForm<T extends OpenRecord, F extends FieldValues>(options: Options<T, F>) {
  const { records, record, form, names, bodyOf, said, onClose } = options;
  const write = useWriteRecord(records);
  const { keyFor, settle } = useIntentionKey();
  const onSubmit = form.handleSubmit(async (fields) => {
    const body = bodyOf(fields);
    try {
      const saved = await write.mutateAsync(record ? { id: record.id, body } : { body, key: keyFor(body) });
      settle();
      notify({ message: said(saved) });
      onClose(saved.id);
    } catch (error) {
      showProblem(form, error, names);
    }
  });
  return { onSubmit, busy: write.isPending, problem: form.formState.errors.root?.message };
}
