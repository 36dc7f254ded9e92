import { Alert, Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { LendingRules } from '#contract/asset-loans.ts';
import { notify } from '#src/ui/notify.ts';
import { saveRules } from './api.ts';
import classes from './lending.module.css';
import { rulesOptions, useLendingWrite } from './queries.ts';

/** How often borrowers, and those who owe an answer, are reminded. */
export function RulesForm() {
  const { data, error } = useQuery(rulesOptions);
  if (data) return <Fields key={`${data.daysBefore}-${data.overdueDays}`} rules={data} />;
  return error && <p className={classes.problem}>{error.message}</p>;
}

const whole = (text: string, most: number) => {
  const number = Number(text);
  return text.trim() !== '' && Number.isInteger(number) && number >= 1 && number <= most ? number : undefined;
};

function Fields({ rules }: { rules: LendingRules }) {
  const [before, setBefore] = useState(String(rules.daysBefore));
  const [after, setAfter] = useState(String(rules.overdueDays));
  const save = useLendingWrite(saveRules);
  const [daysBefore, overdueDays] = [whole(before, 30), whole(after, 60)];
  return (
    <form
      aria-labelledby="reminders"
      className={classes.section}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (daysBefore === undefined || overdueDays === undefined) return;
        save.mutate(
          { daysBefore, overdueDays },
          { onSuccess: () => notify({ message: m.lending_told_rules(), tone: 'success' }) },
        );
      }}
    >
      <h2 id="reminders" className={classes.heading}>
        {m.lending_reminders()}
      </h2>
      <div className={classes.window}>
        <TextInput
          inputMode="numeric"
          label={m.lending_days_before()}
          value={before}
          error={daysBefore === undefined ? m.lending_days_wrong({ most: 30 }) : undefined}
          onChange={({ currentTarget }) => setBefore(currentTarget.value)}
        />
        <TextInput
          inputMode="numeric"
          label={m.lending_overdue_days()}
          value={after}
          error={overdueDays === undefined ? m.lending_days_wrong({ most: 60 }) : undefined}
          onChange={({ currentTarget }) => setAfter(currentTarget.value)}
        />
      </div>
      {save.error && (
        <Alert color="red" role="alert" mb="sm">
          {save.error.message}
        </Alert>
      )}
      <Button type="submit" variant="default" loading={save.isPending}>
        {m.lending_save()}
      </Button>
    </form>
  );
}
