import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { useMe } from '#src/directory/me.ts';
import { editRequest } from '#src/directory/request-api.ts';
import { catalogueOptions, useRequestWrite } from '#src/directory/request-queries.ts';
import { worksAt } from '#src/directory/rights.ts';
import { clockOf } from '#src/lib/zone-clock.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { RequestFields } from './ask-fields.tsx';
import { type AskFields, bodyOf, fieldsOf, missingIn } from './ask-form.ts';
import { showMissing, showRefusal } from './form-problems.ts';

type Props = { request: ServiceRequest; onClose: () => void };

/** Changes what was asked, while nobody works on it. Only what is another than before is sent. */
export function EditRequest({ request, onClose }: Props) {
  const me = useMe();
  const zone = me.organisation.timeZone;
  const { data: catalogue } = useQuery(catalogueOptions);
  const { type, center, priority } = request;
  const entry = { type, center, product: type.product };
  const shown = clockOf(request.dateRequired, zone);
  const form = useForm<AskFields>({ defaultValues: fieldsOf(request, shown) });
  const write = useRequestWrite((body: Parameters<typeof editRequest>[1]) =>
    editRequest(request.id, body, request.dateUpdated),
  );
  const submit = form.handleSubmit(async (fields) => {
    const missing = missingIn(fields, entry);
    if (missing.length > 0) return showMissing(form, missing);
    const { type: _type, dateRequired, ...body } = bodyOf(fields, entry, request.dateRequired, zone);
    // The field shows minutes: untouched, the seconds stay.
    const moved = fields.dateRequired !== shown;
    try {
      const without = request.asset && fields.asset === '' && { asset: null };
      await write.mutateAsync({ ...body, ...without, ...(moved && { dateRequired }) });
      notify({ message: m.requests_saved() });
      onClose();
    } catch (error) {
      showRefusal(form, error, type);
    }
  });
  return (
    <FormDialog
      title={m.requests_edit_title()}
      submitLabel={m.requests_save()}
      busy={write.isPending}
      problem={form.formState.errors.root?.message}
      size={520}
      onClose={onClose}
      onSubmit={(event) => {
        form.clearErrors();
        void submit(event);
      }}
    >
      <RequestFields
        entry={entry}
        priorities={catalogue?.priorities ?? [priority]}
        form={form}
        staff={worksAt(me, request)}
      />
    </FormDialog>
  );
}
