import { Alert, Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import * as m from '#messages';
import type { Priority } from '#contract/service-requests-catalogue.ts';
import { useMe } from '#src/directory/me.ts';
import { attachImage, cancelRequest, createRequest } from '#src/directory/request-api.ts';
import { type Photograph, PhotographsField } from '#src/directory/request-photographs.tsx';
import { useRequestWrite } from '#src/directory/request-queries.ts';
import type { TypeEntry } from '#src/directory/request-types.ts';
import { worksAt } from '#src/directory/rights.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { notify } from '#src/ui/notify.ts';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import { dropDraft, readDraft, writeDraft } from './ask-draft.ts';
import { RequestFields } from './ask-fields.tsx';
import { type AskFields, bodyOf, freshFields, missingIn } from './ask-form.ts';
import { showMissing, showRefusal } from './form-problems.ts';
import classes from './requests.module.css';
import { isTooEarly, useEarliest } from './when-field.tsx';

type Props = {
  entry: TypeEntry;
  priorities: readonly Priority[];
  roomId: number | undefined;
  assetId: number | undefined;
  onOtherType: () => void;
};

/** The form of one type. What is typed stays on the device until it is sent. */
export function AskForm({ entry, priorities, roomId, assetId, onOtherType }: Props) {
  const me = useMe();
  const navigate = useNavigate();
  const zone = me.organisation.timeZone;
  const { type, center } = entry;
  const [fresh] = useState(() => freshFields(entry, me, roomId, assetId));
  const form = useForm<AskFields>({
    defaultValues: withDraft(fresh, readDraft(me.id, type.id), roomId, assetId),
  });
  const [photographs, setPhotographs] = useState<Photograph[]>([]);
  const { keyFor, settle } = useIntentionKey();
  const fields = useWatch({ control: form.control }) as AskFields;
  const { data: earliest } = useEarliest(entry, fields.priority);
  const cancel = useRequestWrite(cancelRequest);
  const ask = useRequestWrite((body: ReturnType<typeof bodyOf>) => createRequest(body, keyFor(body)));
  // The pictures follow the request: it stands even where one of them does not get through.
  const attach = useRequestWrite(async ({ id, pictures }: { id: number; pictures: Photograph[] }) => {
    for (const { image, fileName } of pictures) await attachImage(id, image, fileName, randomKey());
  });
  const [sent, setSent] = useState(false);
  useEffect(() => {
    if (form.formState.isDirty && !sent) writeDraft(me.id, type.id, fields);
  }, [form.formState.isDirty, sent, me.id, type.id, fields]);

  const submit = form.handleSubmit(async (filled) => {
    const missing = missingIn(filled, entry);
    if (missing.length > 0) return showMissing(form, missing);
    try {
      const made = await ask.mutateAsync(bodyOf(filled, entry, earliest, zone));
      settle();
      dropDraft(me.id);
      setSent(true);
      if (photographs.length > 0)
        await attach
          .mutateAsync({ id: made.id, pictures: photographs })
          .catch(({ message }: Error) =>
            notify({ message: m.requests_photos_failed({ why: message }), tone: 'danger' }),
          );
      // The form is gone by then, and with it whatever is told to its mutations.
      const undo = async () => {
        try {
          await cancel.mutateAsync(made.id);
          notify({ message: m.requests_cancelled() });
          await navigate({ to: '/requests/mine', search: {}, replace: true });
        } catch (problem) {
          notify({ message: (problem as Error).message, tone: 'danger' });
        }
      };
      notify({ message: m.requests_sent({ name: made.type.name }), undo: () => void undo() });
      await navigate({ to: '/requests/mine', search: { open: made.id }, ignoreBlocker: true });
    } catch (error) {
      showRefusal(form, error, type);
    }
  });

  const staff = center !== undefined && worksAt(me, { center });
  const early = isTooEarly(fields.dateRequired, earliest, zone);
  const { errors, isSubmitting } = form.formState;
  return (
    <form
      className={classes.form}
      noValidate
      aria-label={type.name}
      onSubmit={(event) => {
        form.clearErrors();
        void submit(event);
      }}
    >
      <div className={classes.chosen}>
        <h2 dir="auto">{type.name}</h2>
        <span>{[entry.category?.name, entry.product.name].filter(Boolean).join(' · ')}</span>
        <Button variant="default" size="compact-sm" onClick={onOtherType}>
          {m.requests_other_type()}
        </Button>
      </div>
      {type.description && (
        <p className={classes.aside} dir="auto">
          {type.description}
        </p>
      )}
      <RequestFields entry={entry} priorities={priorities} form={form} staff={staff} />
      <PhotographsField value={photographs} onChange={setPhotographs} />
      {type.approval && <p className={classes.aside}>{m.requests_approval_first()}</p>}
      {errors.root?.message && (
        <Alert color="red" role="alert">
          {errors.root.message}
        </Alert>
      )}
      <Group justify="flex-end" className={classes.send}>
        <Button type="submit" size="md" loading={isSubmitting}>
          {early ? m.requests_send_early() : m.requests_send()}
        </Button>
      </Group>
      <UnsavedGuard unsaved={photographs.length > 0 && !sent} />
    </form>
  );
}

/** What was typed before, unless a scanned code says another space or thing; questions may have come since. */
const withDraft = (
  fresh: AskFields,
  draft: AskFields | undefined,
  roomId: number | undefined,
  assetId: number | undefined,
): AskFields =>
  draft
    ? {
        ...fresh,
        ...draft,
        ...(roomId && { room: String(roomId) }),
        ...(assetId && { asset: String(assetId) }),
        answers: { ...fresh.answers, ...draft.answers },
      }
    : fresh;
