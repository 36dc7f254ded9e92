import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Guide } from '#contract/guide.ts';
import * as m from '#messages';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { Callout } from '#src/ui/callout.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import classes from './guide.module.css';
import { guideOptions, useCloseGuide, useSkipStep } from './queries.ts';
import { words } from './steps.ts';

type Step = Guide['steps'][number];

/** What a new organisation sets up, one below the other; the next thing to do is the one that stands out. */
export function GuidePage() {
  const guide = useQuery(guideOptions);
  useLiveTopic('places', guideOptions.queryKey);
  useLiveTopic('users', guideOptions.queryKey);
  useLiveTopic('mail', guideOptions.queryKey);
  const close = useCloseGuide();
  const steps = guide.data?.steps ?? [];
  const next = steps.find(({ done, skipped }) => !done && !skipped)?.step;
  const done = steps.filter((one) => one.done).length;
  const put = guide.data && (
    <Button variant="default" loading={close.isPending} onClick={() => close.mutate(!guide.data.closed)}>
      {guide.data.closed ? m.guide_again() : m.guide_close()}
    </Button>
  );
  return (
    <Page
      title={m.guide_title()}
      layout="narrow"
      description={m.guide_text()}
      {...(guide.data && { count: m.guide_progress({ done, total: steps.length }) })}
      actions={put}
    >
      {guide.isError && !guide.data ? (
        <EmptyState
          title={m.guide_failed()}
          action={
            <Button variant="default" onClick={() => void guide.refetch()}>
              {m.shell_try_again()}
            </Button>
          }
        >
          {guide.error.message}
        </EmptyState>
      ) : guide.data ? (
        <>
          {next === undefined && (
            <Callout tone="info" title={m.guide_complete()}>
              <p>{m.guide_complete_text()}</p>
            </Callout>
          )}
          <ol className={classes.steps}>
            {steps.map((step) => (
              <StepLine key={step.step} step={step} next={step.step === next} />
            ))}
          </ol>
        </>
      ) : (
        <Skeleton height={480} />
      )}
    </Page>
  );
}

function StepLine({ step: { step, count, done, skipped }, next }: { step: Step; next: boolean }) {
  const { title, text, count: counted, act, other } = words[step];
  const skip = useSkipStep();
  const state = done ? counted({ count }) : skipped ? m.guide_skipped() : undefined;
  return (
    <li className={classes.step} data-done={done || undefined} aria-current={next ? 'step' : undefined}>
      <span className={classes.mark} aria-hidden>
        {done && <CheckIcon size={14} />}
      </span>
      <div className={classes.words}>
        <h2>{title()}</h2>
        {state && (
          <p className={classes.state}>
            {done && <VisuallyHidden>{m.guide_done()}: </VisuallyHidden>}
            {state}
          </p>
        )}
        {!done && !skipped && <p>{text()}</p>}
      </div>
      <div className={classes.actions}>
        {!skipped && (
          <LinkButton to={act.to} variant={next ? 'filled' : 'default'} size="sm">
            {act.label()}
          </LinkButton>
        )}
        {!done && !skipped && other && (
          <LinkButton to={other.to} variant="default" size="sm">
            {other.label()}
          </LinkButton>
        )}
        {!done && (
          <Button
            variant="subtle"
            size="sm"
            aria-label={
              skipped ? m.guide_take_up_named({ step: title() }) : m.guide_skip_named({ step: title() })
            }
            onClick={() => skip.mutate({ step, skipped: !skipped })}
          >
            {skipped ? m.guide_take_up() : m.guide_skip()}
          </Button>
        )}
      </div>
    </li>
  );
}
