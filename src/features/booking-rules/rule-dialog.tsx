import { Checkbox, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Controller, useForm } from 'react-hook-form';
import * as m from '#messages';
import type { BookingRule } from '#contract/booking-rules.ts';
import { RecordField } from '#src/directory/record-field.tsx';
import { ruleSentence } from '#src/directory/rule-words.ts';
import { typesOptions } from '#src/directory/space-types.ts';
import { showProblem } from '#src/lib/form-problem.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { addRule, changeRule } from './api.ts';
import { bodyOf, fieldsOf, problemsIn, type RuleFields, termsOf, units } from './rule-fields.ts';
import classes from './rules.module.css';
import { nameOf, useRuleUndo, useRuleWrite } from './rule-writes.ts';
import { WhoFields } from './who-fields.tsx';

type Props = {
  /** The one that is changed; without it a new one is made. */
  rule?: BookingRule;
  /** Types that have a rule already. */
  ruled: ReadonlySet<number>;
  onClose: () => void;
};
const unitWords = { minute: m.rules_minutes, hour: m.rules_hours, day: m.rules_days };
const sentBy = [
  'roomType',
  'room',
  'costCenters',
  'departments',
  'longestMinutes',
  'daysAhead',
  'bufferBefore',
  'bufferAfter',
  'checkInMinutes',
  'releaseMinutes',
] as const;

/** Makes or changes a rule, with what it will mean for who books below the fields. */
export function RuleDialog({ rule, ruled, onClose }: Props) {
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const types = (useQuery(typesOptions).data ?? []).filter(({ id }) => !ruled.has(id));
  const form = useForm<RuleFields>({ defaultValues: fieldsOf(rule) });
  const { control, register, formState } = form;
  const { errors } = formState;
  const fields = form.watch();
  const { keyFor, settle } = useIntentionKey();
  const undo = useRuleUndo();
  const write = useRuleWrite((values: RuleFields) => {
    const body = bodyOf(termsOf(values));
    if (rule) return changeRule(rule.id, body);
    const room = values.about === 'space' && values.room ? values.room : undefined;
    const subject = room ? { room: { id: room.id } } : { roomType: { id: Number(values.roomType) } };
    return addRule({ ...subject, ...body }, keyFor({ ...subject, ...body }));
  });
  const onSubmit = form.handleSubmit(async (values) => {
    const problems = problemsIn(values);
    for (const [at, message] of problems)
      form.setError(at, { message }, { shouldFocus: at === problems[0]![0] });
    if (problems.length > 0) return;
    try {
      const saved = await write.mutateAsync(values);
      settle();
      notify({
        message: m.rules_saved({ name: nameOf(saved) }),
        undo: () => (rule ? undo.putBack(rule) : undo.unmake(saved)),
      });
      onClose();
    } catch (error) {
      showProblem(form, error, sentBy);
    }
  });
  const minutes = (
    name: 'bufferBefore' | 'bufferAfter' | 'checkInMinutes' | 'releaseMinutes',
    label: string,
    none: string,
  ) => (
    <TextInput
      label={label}
      inputMode="numeric"
      maxLength={9}
      placeholder={none}
      error={errors[name]?.message}
      {...register(name)}
    />
  );

  return (
    <FormDialog
      title={rule ? m.rules_edit({ name: nameOf(rule) }) : m.rules_new()}
      submitLabel={m.rules_save()}
      busy={write.isPending}
      problem={errors.root?.message}
      size={560}
      fullScreen={phone}
      onClose={onClose}
      onSubmit={(event) => {
        form.clearErrors();
        void onSubmit(event);
      }}
    >
      {!rule && (
        <>
          <Controller
            control={control}
            name="about"
            render={({ field }) => (
              <SegmentedControl
                aria-label={m.rules_about()}
                value={field.value}
                onChange={(about) => field.onChange(about)}
                data={[
                  { value: 'type', label: m.rules_about_type() },
                  { value: 'space', label: m.rules_about_space() },
                ]}
              />
            )}
          />
          {fields.about === 'type' ? (
            <NativeSelect
              label={m.rules_type()}
              error={errors.roomType?.message}
              data={[
                { value: '', label: m.rules_choose() },
                ...types.map(({ id, name }) => ({ value: String(id), label: name })),
              ]}
              {...register('roomType')}
            />
          ) : (
            <Controller
              control={control}
              name="room"
              render={({ field }) => (
                <RecordField
                  label={m.rules_space()}
                  path="/rooms"
                  value={field.value}
                  onChange={field.onChange}
                  error={errors.room?.message}
                />
              )}
            />
          )}
        </>
      )}
      <WhoFields form={form} />
      <div className={classes.pair}>
        <TextInput
          label={m.rules_longest()}
          inputMode="numeric"
          maxLength={9}
          placeholder={m.rules_no_limit()}
          error={errors.longestMinutes?.message}
          {...register('longestMinutes')}
        />
        <NativeSelect
          label={m.rules_unit()}
          data={units.map((unit) => ({ value: unit, label: unitWords[unit]() }))}
          {...register('longestUnit')}
        />
        <TextInput
          label={m.rules_ahead()}
          inputMode="numeric"
          maxLength={9}
          placeholder={m.rules_no_limit()}
          error={errors.daysAhead?.message}
          {...register('daysAhead')}
        />
      </div>
      <div className={classes.times}>
        {minutes('bufferBefore', m.rules_before(), '0')}
        {minutes('bufferAfter', m.rules_after(), '0')}
        {minutes('checkInMinutes', m.rules_check_in(), m.rules_any_time())}
        {minutes('releaseMinutes', m.rules_release(), m.rules_never())}
      </div>
      <Checkbox label={m.rules_approval()} description={m.rules_approval_text()} {...register('approval')} />
      <output className={classes.preview} aria-label={m.rules_means()}>
        {ruleSentence(termsOf(fields))}
      </output>
    </FormDialog>
  );
}
