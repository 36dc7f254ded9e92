import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { ServicePlan } from '#contract/service-requests-plans.ts';
import { ruleWords } from '#src/directory/repeat-words.ts';
import { formatDate, formatDateTime } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { Callout } from '#src/ui/callout.tsx';
import { Confirm } from '#src/ui/confirm.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import { Panel } from '#src/ui/panel.tsx';
import { changePlan, endPlan } from './api.ts';
import { PlanStatus } from './plan-cells.tsx';
import { PlanForm } from './plan-form.tsx';
import { useCatalogueWrite } from './queries.ts';

// The start of requests leads on to the view of whoever looks.
const REQUESTS: string = '/requests';

/** A plan: what it asks for and when, and what may be done with it. */
export function PlanPanel({ plan, onClose }: { plan: ServicePlan; onClose: () => void }) {
  const [doing, setDoing] = useState<'edit' | 'end'>();
  const turn = useCatalogueWrite((active: boolean) => changePlan(plan.id, { active }));
  const end = useCatalogueWrite(() => endPlan(plan.id));
  const { name, active, lastRequest } = plan;
  const said = (on: boolean) => (on ? m.care_plan_resumed_said({ name }) : m.care_plan_paused_said({ name }));
  const failed = ({ message }: Error) => notify({ message, tone: 'danger' });
  const setActive = (on: boolean) =>
    turn.mutate(on, {
      onSuccess: () => notify({ message: said(on), undo: () => turn.mutate(!on, { onError: failed }) }),
      onError: failed,
    });
  return (
    <Panel label={name} title={<bdi>{name}</bdi>} onClose={onClose}>
      <div>
        <PlanStatus plan={plan} />
      </div>
      {plan.problem && (
        <Callout tone="warning" title={m.care_plan_problem()}>
          {plan.problem}
        </Callout>
      )}
      <Facts
        facts={[
          { label: m.care_plan_type(), value: plan.type.name },
          { label: m.care_plan_space(), value: plan.room.name },
          { label: m.care_plan_priority(), value: plan.priority.name },
          { label: m.care_center(), value: plan.center.name },
          { label: m.care_plan_rule(), value: ruleWords(plan.rule) },
          {
            label: m.care_plan_next(),
            value: active && plan.nextRequired !== undefined && formatDateTime(plan.nextRequired),
          },
          { label: m.care_plan_ahead(), value: formatNumber(plan.daysAhead) },
          {
            label: m.care_plan_last(),
            value: lastRequest && (
              <TextLink to={REQUESTS} search={{ open: lastRequest.id }}>
                {formatDate(lastRequest.required)}
              </TextLink>
            ),
          },
          { label: m.care_plan_made(), value: formatNumber(plan.requests) },
          { label: m.care_plan_requester(), value: plan.requester.name },
          { label: m.care_plan_description(), value: plan.description },
        ]}
      />
      <Group gap="xs">
        <Button size="compact-md" onClick={() => setDoing('edit')}>
          {m.care_plan_change()}
        </Button>
        <Button
          size="compact-md"
          variant="default"
          loading={turn.isPending}
          onClick={() => setActive(!active)}
        >
          {active ? m.care_plan_pause() : m.care_plan_resume()}
        </Button>
        <Button size="compact-md" variant="subtle" color="red" onClick={() => setDoing('end')}>
          {m.care_plan_end()}
        </Button>
      </Group>
      {doing === 'edit' && <PlanForm plan={plan} onClose={() => setDoing(undefined)} />}
      <Confirm
        opened={doing === 'end'}
        title={m.care_plan_end_title({ name })}
        confirmLabel={m.care_plan_end()}
        danger
        busy={end.isPending}
        problem={end.error?.message}
        onClose={() => {
          setDoing(undefined);
          end.reset();
        }}
        onConfirm={() =>
          end.mutate(undefined, {
            onSuccess: () => {
              notify({ message: m.care_plan_ended_said({ name }) });
              onClose();
            },
          })
        }
      >
        {m.care_plan_end_text()}
      </Confirm>
    </Panel>
  );
}
