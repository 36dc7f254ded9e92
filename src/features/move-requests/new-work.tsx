import { Alert, Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import * as m from '#messages';
import type { MoveRequest, MoveRequestType, MoveTask } from '#contract/moves.ts';
import { useMe } from '#src/directory/me.ts';
import { createMove, editMove } from '#src/directory/move-api.ts';
import { useMoveWrite } from '#src/directory/move-queries.ts';
import { useBuilding } from '#src/directory/use-building.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { LinkButton } from '#src/ui/link.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import { bodyOf, changeOf, draftOf } from './draft-body.ts';
import { type Draft, emptyDraft, type Step, stepNames, unplaced } from './draft.ts';
import type { NewSearch } from './new-search.ts';
import classes from './new.module.css';
import { StepCheck } from './step-check.tsx';
import { StepLine } from './step-line.tsx';
import { StepTasks } from './step-tasks.tsx';
import { StepWhere } from './step-where.tsx';
import { StepWho } from './step-who.tsx';
import { StepWhy } from './step-why.tsx';
import { useDraft } from './use-draft.ts';
import { useSelection } from './use-selection.ts';

type Props = {
  title: string;
  types: readonly MoveRequestType[];
  tasks: readonly MoveTask[];
  /** The status a request begins with. */
  pending: number;
  request: MoveRequest | undefined;
  search: NewSearch;
  onSearch: (search: NewSearch, replace?: boolean) => void;
};

/** What has to be said before it can be sent. */
function neededIn(draft: Draft): { step: Step; word: string }[] {
  return [
    ...(draft.description.trim() ? [] : [{ step: 'why' as const, word: m.moves_need_why() }]),
    ...(draft.date ? [] : [{ step: 'why' as const, word: m.moves_need_when() }]),
    ...(draft.items.length > 0 ? [] : [{ step: 'who' as const, word: m.moves_need_who() }]),
  ];
}

/** The steps, and the draft that goes through them. */
export function NewWork({ title, types, tasks, pending, request, search, onSearch }: Props) {
  const me = useMe();
  const navigate = useNavigate();
  // A change is written down by the clocks of where it leads to; until a building is chosen, by one's own.
  const first = request?.items.find(({ toRoom }) => toRoom)?.toRoom?.floor.building;
  const [start] = useState(() =>
    request ? draftOf(request, first?.timeZone ?? me.organisation.timeZone) : emptyDraft,
  );
  const work = useDraft(me.id, request?.id, start);
  const { draft, change } = work;
  const { id: buildingId, zone } = useBuilding(draft.buildingId ?? first?.id);
  const step = search.step ?? 'why';
  const adding = useSelection({ search, types, onSearch, onItems: change });
  const [asked, setAsked] = useState(false);
  const { keyFor, settle } = useIntentionKey();
  const send = useMoveWrite(() => {
    if (request) return editMove(request.id, changeOf(draft, zone), draft.version ?? request.dateUpdated);
    const body = bodyOf(draft, zone, pending);
    return createMove(body, keyFor(body));
  });
  const needed = neededIn(draft);
  const count = (of: Step) => needed.filter((one) => one.step === of).length;
  const missing: Record<Step, number> = {
    why: count('why'),
    who: count('who'),
    where: unplaced(draft.items).length,
    tasks: 0,
    check: 0,
  };
  const at = stepNames.indexOf(step);
  const addressOf = (to: Step) => ({
    ...(to !== 'why' && { step: to }),
    ...(request && { request: request.id }),
  });
  const go = (to: Step) => {
    setAsked(true);
    onSearch(addressOf(to));
  };
  const submit = async () => {
    const made = await send.mutateAsync(undefined).catch(() => undefined);
    if (!made) return;
    settle();
    work.drop();
    notify({ message: request ? m.moves_saved() : m.moves_sent(), tone: 'success' });
    await navigate({ to: '/moves/$requestId', params: { requestId: made.id } });
  };
  const back = stepNames[at - 1];
  const next = stepNames[at + 1];
  return (
    <Page title={title} layout="fill">
      <StepLine current={step} request={request?.id} missing={missing} />
      <div className={classes.body} data-wide={step === 'who' || step === 'where' || undefined}>
        {work.resumed && (
          <div className={classes.resumed} role="status">
            <span>{m.moves_resumed()}</span>
            <Button variant="default" size="compact-sm" onClick={work.settle}>
              {m.moves_resume()}
            </Button>
            <Button variant="default" size="compact-sm" onClick={work.discard}>
              {m.moves_discard()}
            </Button>
          </div>
        )}
        {adding && (
          <p role="status" className={classes.aside}>
            {adding}
          </p>
        )}
        {step === 'why' && (
          <StepWhy draft={draft} zone={zone} buildingId={buildingId} asked={asked} onChange={change} />
        )}
        {step === 'who' && <StepWho draft={draft} zone={zone} types={types} onChange={change} />}
        {step === 'where' && (
          <StepWhere
            draft={draft}
            zone={zone}
            buildingId={buildingId}
            search={search}
            onSearch={onSearch}
            onChange={change}
          />
        )}
        {step === 'tasks' && <StepTasks draft={draft} tasks={tasks} onChange={change} />}
        {step === 'check' && (
          <StepCheck
            draft={draft}
            zone={zone}
            types={types}
            tasks={tasks}
            request={request?.id}
            needed={needed}
          />
        )}
      </div>
      {send.error && step === 'check' && (
        <Alert color="red" role="alert" className={classes.problem}>
          {send.error.message}
        </Alert>
      )}
      <footer className={classes.footer}>
        {back ? (
          <LinkButton to="/moves/new" search={addressOf(back)} variant="default">
            {m.moves_back()}
          </LinkButton>
        ) : (
          <Leave request={request?.id} />
        )}
        <span className={classes.footerWord} role="status">
          {step === 'where' && missing.where > 0 ? m.moves_open_count({ count: missing.where }) : ''}
          {step === 'who' ? m.moves_items_count({ count: draft.items.length }) : ''}
        </span>
        {next ? (
          <Button onClick={() => go(next)}>{m.moves_next()}</Button>
        ) : (
          <Button loading={send.isPending} disabled={needed.length > 0} onClick={() => void submit()}>
            {request ? m.moves_save() : m.moves_send()}
          </Button>
        )}
      </footer>
    </Page>
  );
}

const Leave = ({ request }: { request: number | undefined }) =>
  request === undefined ? (
    <LinkButton to="/moves" variant="default">
      {m.ui_cancel()}
    </LinkButton>
  ) : (
    <LinkButton to="/moves/$requestId" params={{ requestId: request }} variant="default">
      {m.ui_cancel()}
    </LinkButton>
  );
