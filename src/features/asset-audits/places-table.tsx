import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { AssetAudit, AuditFigures } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { progressOptions } from './queries.ts';
import classes from './audits.module.css';
import standing from './standing.module.css';
import { Bar } from './bar.tsx';
import { seenOf, wantedOf } from './words.ts';

/** How far each building and floor is; a floor leads to its plan. */
export function PlacesTable({ audit }: { audit: AssetAudit }) {
  const { data, error, refetch } = useQuery(progressOptions(audit.id));
  if (!data)
    return error ? (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.audits_progress_failed()}
        action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
      >
        {error.message}
      </EmptyState>
    ) : (
      <Skeleton height={160} />
    );
  const { elsewhere } = data;
  return (
    <table className={standing.places}>
      <caption>{m.audits_by_place()}</caption>
      <thead>
        <tr>
          <th scope="col">{m.audits_place()}</th>
          <th scope="col">{m.audits_seen_column()}</th>
          <th scope="col">{m.audits_spaces_column()}</th>
          <th scope="col">{m.audits_missing()}</th>
          <th scope="col">{m.audits_misplaced()}</th>
        </tr>
      </thead>
      <tbody>
        {data.buildings.map((building) => (
          <Fragment key={building.id}>
            <tr data-building>
              <th scope="row">
                <bdi>{building.name}</bdi>
              </th>
              <Cells figures={building.figures} visits={building.visits} />
            </tr>
            {building.floors.map((floor) => (
              <tr key={floor.id}>
                <th scope="row">
                  <Link
                    to="/assets/audits/$auditId"
                    params={{ auditId: audit.id }}
                    search={{ tab: 'progress', floor: floor.id }}
                  >
                    <bdi>{floor.name}</bdi>
                  </Link>
                  {floor.auditors.length > 0 && (
                    <bdi className={classes.dim}>{floor.auditors.map(({ name }) => name).join(', ')}</bdi>
                  )}
                </th>
                <Cells figures={floor.figures} visits={floor.visits} />
              </tr>
            ))}
          </Fragment>
        ))}
        {elsewhere.expected + elsewhere.unexpected > 0 && (
          <tr>
            <th scope="row">{m.audits_with_people()}</th>
            <Cells figures={elsewhere} />
          </tr>
        )}
      </tbody>
    </table>
  );
}

type CellsProps = { figures: AuditFigures; visits?: { toVisit: number; done: number } };
function Cells({ figures, visits }: CellsProps) {
  const [done, all] = [seenOf(figures), wantedOf(figures)];
  return (
    <>
      <td>
        <Bar done={done} all={all} words={m.audits_of({ done, all })} />
      </td>
      <td>{visits ? m.audits_of({ done: visits.done, all: visits.toVisit }) : '–'}</td>
      <td>{formatNumber(figures.missing)}</td>
      <td>{formatNumber(figures.misplaced)}</td>
    </>
  );
}
