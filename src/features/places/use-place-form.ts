import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  useForm,
  type UseFormReturn,
} from 'react-hook-form';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { notify } from '#src/ui/notify.ts';
import type { Edits, Kind, PlaceOf } from './api.ts';
import { placeOptions, placesKey, save } from './queries.ts';

/** `costCenters[1]` and `address.country.id` are told at the field that holds them. */
function fieldOf<F extends FieldValues>(form: UseFormReturn<F>, said: string | undefined) {
  const parts = (said ?? '').split(/[.[]/);
  for (let length = parts.length; length > 0; length -= 1) {
    const path = parts.slice(0, length).join('.') as FieldPath<F>;
    const value: unknown = path ? form.getValues(path) : undefined;
    if (value !== undefined && (value === null || typeof value !== 'object' || Array.isArray(value)))
      return path;
  }
  return undefined;
}

/** Under its field a sentence need not begin with the attribute's name. */
function sentenceOf({ message, field = '' }: ApiError): string {
  const rest = message.startsWith(field) ? message.slice(field.length).replace(/^[:\s]+/, '') : message;
  return rest.charAt(0).toLocaleUpperCase() + rest.slice(1);
}

/** Puts what the server refused where the eye is: at its field, or over the buttons. */
function tell<F extends FieldValues>(form: UseFormReturn<F>, error: unknown) {
  // The shell asks to sign in again; the form just waits with what was typed.
  if (error instanceof ApiError && error.status === 401) return;
  const message = error instanceof Error ? error.message : m.shell_error_unknown();
  const field = error instanceof ApiError ? fieldOf(form, error.field) : undefined;
  if (field) form.setError(field, { message: sentenceOf(error as ApiError) }, { shouldFocus: true });
  else form.setError('root', { message });
}

/** Writes a place from a form. Answers it, or undefined when it was refused: the form then says why. */
function useSavePlace<K extends Kind, F extends FieldValues>(kind: K, form: UseFormReturn<F>) {
  const client = useQueryClient();
  const { keyFor, settle } = useIntentionKey();
  return async (body: Edits[K], id?: number): Promise<PlaceOf<K> | undefined> => {
    try {
      const saved = await save(id === undefined ? { kind, body, key: keyFor(body) } : { kind, body, id });
      settle();
      client.setQueryData(placeOptions(kind, saved.id).queryKey, saved as never);
      void client.invalidateQueries({ queryKey: placesKey });
      notify({ message: m.places_saved({ name: saved.name }) });
      return saved;
    } catch (error) {
      tell(form, error);
      return undefined;
    }
  };
}

type Options<K extends Kind, F extends FieldValues> = {
  kind: K;
  /** The one that is changed; without it a new one is made. */
  place: { id: number } | undefined;
  /** What the fields hold when the form opens. */
  start: () => F;
  /** What is to be written. */
  bodyOf: (now: F, before: F) => Edits[K];
  onClose: (saved?: PlaceOf<K>) => void;
};

/** A form about a place: what it holds, what is wrong with it, and how it is saved and closed. */
export function usePlaceForm<K extends Kind, F extends FieldValues>(options: Options<K, F>) {
  const { kind, place, start, bodyOf, onClose } = options;
  // As they were when the form opened: what others change meanwhile is not what was changed here.
  const [before] = useState(start);
  const form = useForm<F>({ defaultValues: before as DefaultValues<F> });
  const save = useSavePlace(kind, form);
  const onSave = async (now: F) => {
    const saved = await save(bodyOf(now, before), place?.id);
    if (saved) onClose(saved);
  };
  return { form, errors: form.formState.errors, before, onSave };
}
