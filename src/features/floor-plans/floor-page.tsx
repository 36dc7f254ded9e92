import { Alert, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import * as m from '#messages';
import { floorOptions, planOptions, spacesOptions, useLiveFloor } from '#src/directory/floor-plans.ts';
import { useMe } from '#src/directory/me.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, PencilIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { PlanIcon } from '#src/ui/plan-icons.tsx';
import { FloorSelect } from './floor-select.tsx';
import { FloorView } from './floor-view.tsx';
import classes from './floors.module.css';
import type { FloorSearch } from './search.ts';
import { UploadButton } from './upload-button.tsx';

// Most people never change a plan.
const PlanEditor = lazy(async () => ({ default: (await import('./plan-editor.tsx')).PlanEditor }));

type Props = {
  floorId: number;
  search: FloorSearch;
  onSearch: (search: FloorSearch, replace?: boolean) => void;
};

/** A floor with its plan and spaces; site administrators change the plan here too. */
export function FloorPage({ floorId, search: { space, edit }, onSearch }: Props) {
  const { siteAdmin } = useMe();
  useLiveFloor(floorId);
  const floor = useQuery(floorOptions(floorId));
  const plan = useQuery(planOptions(floorId));
  const spaces = useQuery(spacesOptions(floorId));
  const [problem, setProblem] = useState<string>();
  const editing = siteAdmin && edit === true;
  const choose = (id: number | undefined) =>
    onSearch({ ...(id !== undefined && { space: id }), ...(edit && { edit }) });
  const setEditing = (on: boolean) => onSearch({ ...(space && { space }), ...(on && { edit: true }) }, false);

  const failure = floor.error ?? plan.error ?? spaces.error;
  const again = () => void Promise.all([floor.refetch(), plan.refetch(), spaces.refetch()]);
  const ready = floor.data && plan.data && spaces.data;
  const fallback = (
    <div className={classes.split} role="status" aria-label={m.shell_loading()}>
      <Skeleton className={classes.plan} radius={0} />
      <div className={classes.side}>
        {[0, 1, 2, 3, 4].map((at) => (
          <Skeleton key={at} height={36} m={8} w="auto" />
        ))}
      </div>
    </div>
  );
  const empty = (
    <EmptyState icon={<PlanIcon size={22} />} title={m.floors_empty()}>
      {siteAdmin ? m.floors_empty_text() : m.floors_empty_reader()}
    </EmptyState>
  );

  return (
    <Page
      title={floor.data?.name ?? m.floors_title()}
      count={spaces.data?.length}
      layout="fill"
      description={floor.data?.building.name}
      filters={floor.data && <FloorSelect floor={floor.data} />}
      actions={
        siteAdmin &&
        ready &&
        !editing && (
          <>
            {!plan.data.svg && (
              <UploadButton
                size="compact-md"
                floorId={floorId}
                label={m.floors_upload()}
                onProblem={setProblem}
                onUploaded={() => setEditing(true)}
              />
            )}
            {plan.data.viewBox && (
              <Button
                size="compact-md"
                variant="default"
                leftSection={<PencilIcon size={16} />}
                onClick={() => setEditing(true)}
              >
                {m.floors_edit()}
              </Button>
            )}
          </>
        )
      }
    >
      {problem && (
        <Alert
          color="red"
          role="alert"
          withCloseButton
          closeButtonLabel={m.ui_close()}
          onClose={() => setProblem(undefined)}
          title={m.floors_upload_failed()}
        >
          {problem}
        </Alert>
      )}
      {ready ? (
        editing ? (
          <Suspense fallback={fallback}>
            <PlanEditor
              floorId={floorId}
              plan={plan.data}
              spaces={spaces.data}
              selected={space}
              onSelect={choose}
              onDone={() => setEditing(false)}
              onProblem={setProblem}
            />
          </Suspense>
        ) : (
          <FloorView plan={plan.data} spaces={spaces.data} selected={space} onSelect={choose} empty={empty} />
        )
      ) : failure ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.floors_failed()}
          action={<Button onClick={again}>{m.shell_try_again()}</Button>}
        >
          {failure.message}
        </EmptyState>
      ) : (
        fallback
      )}
    </Page>
  );
}
