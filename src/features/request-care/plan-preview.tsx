import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Control, useWatch } from 'react-hook-form';
import * as m from '#messages';
import { formatDateTime } from '#src/lib/dates.ts';
import { previewPlan } from './api.ts';
import classes from './care.module.css';
import { type PlanFields, ruleIn, timeProblems } from './plan-values.ts';

const PAUSE = 300;
const SHOWN = 4;

/** When the next requests will be required, as the server reckons it. */
export function PlanPreview({ control, rule }: { control: Control<PlanFields>; rule: string | undefined }) {
  const fields = useWatch({ control }) as PlanFields;
  const ready = fields.type !== '' && timeProblems(fields).length === 0;
  const [asked] = useDebouncedValue(
    ready
      ? JSON.stringify({
          type: { id: Number(fields.type) },
          rule: ruleIn(fields, rule),
          start: `${fields.date}T${fields.time}`,
        })
      : '',
    PAUSE,
  );
  const { data: times, error } = useQuery({
    queryKey: ['service-plan-preview', asked],
    queryFn: ({ signal }) => previewPlan(JSON.parse(asked), signal),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  if (!ready) return null;
  if (error)
    return (
      <p role="alert" className={classes.failed}>
        {error.message}
      </p>
    );
  if (!times) return null;
  return (
    <p role="status" className={classes.hint}>
      {times.length === 0
        ? m.care_plan_never()
        : m.care_plan_next_times({
            times: times
              .slice(0, SHOWN)
              .map((time) => formatDateTime(time))
              .join(' · '),
          })}
    </p>
  );
}
