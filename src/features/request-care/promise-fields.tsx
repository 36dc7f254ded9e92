import { type Control, Controller, useWatch } from 'react-hook-form';
import * as m from '#messages';
import type { Priority } from '#contract/service-requests-catalogue.ts';
import classes from './care.module.css';
import { MinutesField } from './minutes-field.tsx';
import type { TypeFields } from './type-values.ts';
import { promiseWords, spanWords } from './words.ts';

type Props = { control: Control<TypeFields>; priorities: readonly Priority[] };

/** Within how many opening hours a request is done: of the type, and of priorities where it is another time. */
export function PromiseFields({ control, priorities }: Props) {
  const [usual, own] = useWatch({ control, name: ['SLAMinutes', 'promises'] });
  const said = promiseWords({ SLAMinutes: usual ?? 0 });
  return (
    <section aria-label={m.care_promise()} className={classes.part}>
      <h3 className={classes.heading}>{m.care_promise()}</h3>
      <p className={classes.hint}>{m.care_promise_text()}</p>
      <Controller
        control={control}
        name="SLAMinutes"
        render={({ field, fieldState }) => (
          <MinutesField
            label={m.care_promise_usual()}
            value={field.value}
            onChange={field.onChange}
            error={fieldState.error?.message}
          />
        )}
      />
      <p className={classes.hint} role="status">
        {said}
      </p>
      <details
        className={classes.more}
        open={Object.values(own).some((minutes) => typeof minutes === 'number')}
      >
        <summary>{m.care_promise_by_priority()}</summary>
        <p className={classes.hint}>{m.care_promise_by_priority_text()}</p>
        <ul className={classes.promises}>
          {priorities.map(({ id, name }) => (
            <li key={id}>
              <Controller
                control={control}
                name={`promises.${id}`}
                render={({ field }) => (
                  <MinutesField label={name} value={field.value ?? null} onChange={field.onChange} />
                )}
              />
              <span className={classes.dim}>{wordsFor(own[id], said)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

const wordsFor = (own: number | null | undefined, usual: string) => {
  if (own === undefined || own === null) return m.care_promise_same({ promise: usual });
  return own === 0 ? m.care_no_promise() : m.care_within({ time: spanWords(own) });
};
