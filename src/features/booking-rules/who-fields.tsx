import { NativeSelect, TagsInput } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import * as m from '#messages';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { RecordsField } from '#src/directory/record-field.tsx';
import type { RuleFields } from './rule-fields.ts';

/** Who may book: everybody, those of some cost centers and departments, or managers alone. */
export function WhoFields({ form }: { form: UseFormReturn<RuleFields> }) {
  const me = useMe();
  const { control, register, formState } = form;
  const { errors } = formState;
  const who = form.watch('who');
  return (
    <>
      <NativeSelect
        label={m.rules_who()}
        data={[
          { value: 'everybody', label: m.rules_who_everybody() },
          { value: 'groups', label: m.rules_who_groups() },
          { value: 'managers', label: m.rules_who_managers() },
        ]}
        error={errors.who?.message}
        {...register('who')}
      />
      {who === 'groups' && (
        <>
          {uses(me, 'cost-centers') && (
            <Controller
              control={control}
              name="costCenters"
              render={({ field }) => (
                <RecordsField
                  label={m.rules_cost_centers()}
                  path="/categories/items"
                  value={field.value}
                  onChange={field.onChange}
                  error={errors.costCenters?.message}
                />
              )}
            />
          )}
          <Controller
            control={control}
            name="departments"
            render={({ field }) => (
              <TagsInput
                label={m.rules_departments()}
                description={m.rules_departments_text()}
                splitChars={[',', ';', '\n']}
                acceptValueOnBlur
                maxTags={200}
                value={field.value}
                onChange={field.onChange}
                error={errors.departments?.message}
              />
            )}
          />
        </>
      )}
    </>
  );
}
