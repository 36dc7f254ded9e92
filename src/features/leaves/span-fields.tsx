import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import * as m from '#messages';
import type { Draft, DraftProblem } from './draft.ts';
import classes from './leaves.module.css';

type Props = {
  draft: Draft;
  missing: DraftProblem | undefined;
  onChange: (change: Partial<Draft>) => void;
};

const partOf = ({ startsAtNoon, endsAtNoon }: Draft) =>
  startsAtNoon ? 'afternoon' : endsAtNoon ? 'morning' : 'whole';

/** From which day until which, and which half of them. */
export function SpanFields({ draft, missing, onChange }: Props) {
  const { startDate, endDate, startsAtNoon, endsAtNoon } = draft;
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          type="date"
          label={m.leave_form_from()}
          value={startDate}
          error={missing === 'startDate' && m.leave_form_day_missing()}
          onChange={({ currentTarget }) => onChange({ startDate: currentTarget.value })}
        />
        <TextInput
          type="date"
          label={m.leave_form_until()}
          min={startDate}
          value={endDate}
          error={
            missing === 'endDate' ? m.leave_form_day_missing() : missing === 'order' && m.leave_form_order()
          }
          onChange={({ currentTarget }) => onChange({ endDate: currentTarget.value })}
        />
      </div>
      {startDate && startDate === endDate ? (
        <SegmentedControl
          fullWidth
          aria-label={m.leave_form_part()}
          value={partOf(draft)}
          onChange={(part) =>
            onChange({ startsAtNoon: part === 'afternoon', endsAtNoon: part === 'morning' })
          }
          data={[
            { value: 'whole', label: m.leave_form_whole() },
            { value: 'morning', label: m.leave_form_morning() },
            { value: 'afternoon', label: m.leave_form_afternoon() },
          ]}
        />
      ) : (
        startDate &&
        endDate && (
          <div className={classes.pair}>
            <Checkbox
              size="xs"
              label={m.leave_form_from_noon()}
              checked={startsAtNoon}
              onChange={({ currentTarget }) => onChange({ startsAtNoon: currentTarget.checked })}
            />
            <Checkbox
              size="xs"
              label={m.leave_form_until_noon()}
              checked={endsAtNoon}
              onChange={({ currentTarget }) => onChange({ endsAtNoon: currentTarget.checked })}
            />
          </div>
        )
      )}
    </>
  );
}
