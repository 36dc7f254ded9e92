import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import * as m from '#messages';
import type { MailDesk } from '#contract/mail.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { addPlace, changePlace, type PlaceKind } from './api.ts';
import { usePlaceWrite } from './queries.ts';

export type Place = { id: number; name: string; forShipping?: boolean; centerId?: number | undefined };
type Props = {
  kind: PlaceKind;
  desk: MailDesk;
  place?: Place;
  /** Where a new one goes that has an order: behind the others. */
  sortOrder?: number;
  onClose: () => void;
};
const titles = {
  routes: [m.settings_route_new, m.settings_route_edit],
  mailstops: [m.settings_stop_new, m.settings_stop_edit],
  locations: [m.settings_rack_new, m.settings_rack_edit],
  packageTypes: [m.settings_package_new, m.settings_package_edit],
  couriers: [m.settings_courier_new, m.settings_courier_edit],
} as const;

/** Names an entry of the desk's catalogues, or adds one. */
export function PlaceDialog({ kind, desk, place, sortOrder, onClose }: Props) {
  const { keyFor, settle } = useIntentionKey();
  const write = usePlaceWrite((body: Parameters<typeof addPlace>[1]) =>
    place ? changePlace(kind, place.id, body) : addPlace(kind, body, keyFor(body)),
  );
  const form = useForm({
    defaultValues: {
      name: place?.name ?? '',
      forShipping: place?.forShipping ?? false,
      center: place?.centerId === undefined ? '' : String(place.centerId),
    },
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(async ({ name, forShipping, center }) => {
    try {
      await write.mutateAsync({
        name: name.trim(),
        ...(kind === 'routes' && { forShipping }),
        ...(kind === 'locations' && { center: center ? { id: Number(center) } : null }),
        ...(!place && sortOrder !== undefined && { sortOrder }),
      });
      settle();
      notify({ message: m.settings_place_saved({ name: name.trim() }) });
      onClose();
    } catch (error) {
      showProblem(form, error, ['name', 'forShipping', 'center']);
    }
  });
  return (
    <FormDialog
      title={titles[kind][place ? 1 : 0]()}
      submitLabel={m.settings_save()}
      busy={write.isPending}
      problem={errors.root?.message}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={m.settings_place_name()}
        data-autofocus
        dir="auto"
        maxLength={200}
        error={errors.name?.message}
        {...form.register('name', { validate: (name) => name.trim() !== '' || m.settings_name_missing() })}
      />
      {kind === 'routes' && (
        <Checkbox
          label={m.settings_shipping()}
          description={m.settings_shipping_text()}
          {...form.register('forShipping')}
        />
      )}
      {kind === 'locations' && desk.centers.length > 1 && (
        <NativeSelect
          label={m.settings_center()}
          error={errors.center?.message}
          data={[
            { value: '', label: m.settings_every_center() },
            ...desk.centers.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          {...form.register('center')}
        />
      )}
    </FormDialog>
  );
}
