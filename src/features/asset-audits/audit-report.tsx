import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { AuditReport as Report, UnknownTag } from '#contract/asset-audit-results.ts';
import type { AssetAudit, AuditRow } from '#contract/asset-audits.ts';
import { labelCodeOf } from '#contract/assets.ts';
import * as m from '#messages';
import { ExportLink } from '#src/directory/export-link.tsx';
import { useMe } from '#src/directory/me.ts';
import { keepsAssets } from '#src/directory/rights.ts';
import { formatDate, formatDateTime, formatMoment } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { Callout } from '#src/ui/callout.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, PrintIcon } from '#src/ui/icons.tsx';
import { expectedWords, seenWords } from './difference-cells.tsx';
import { Figures } from './figures.tsx';
import { PlacesTable } from './places-table.tsx';
import { reportOptions } from './queries.ts';
import classes from './report.module.css';
import { decisionWords, listLabel, rowLists } from './report-words.ts';
import { scopeWords } from './scope-words.ts';
import { placeWords, stateLooks } from './words.ts';

/** The server lists no more of a kind. */
const MOST = 5000;

/** What came of a campaign, to be read, printed or saved. */
export function AuditReport({ audit }: { audit: AssetAudit }) {
  const me = useMe();
  const { data, error, refetch } = useQuery(reportOptions(audit.id));
  if (!data)
    return error ? (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.audits_report_failed()}
        action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
      >
        {error.message}
      </EmptyState>
    ) : (
      <div className={classes.report} role="status" aria-label={m.shell_loading()}>
        <Skeleton height={200} />
      </div>
    );
  return (
    <div className={classes.scroll}>
      <div className={classes.tools}>
        {keepsAssets(me) && <ExportLink path={`/assets/audits/${audit.id}/report.csv`} filters={{}} />}
        <Button
          variant="default"
          size="compact-md"
          leftSection={<PrintIcon size={16} />}
          onClick={() => window.print()}
        >
          {m.audits_print()}
        </Button>
      </div>
      <Sheet report={data} />
    </div>
  );
}

function Sheet({ report: { audit, lists } }: { report: Report }) {
  const { figures, state, openedAt, openedBy, walkedAt, closedAt, closedBy } = audit;
  const facts = [
    [m.audits_state(), stateLooks[state].label()],
    [m.audits_scope(), scopeWords(audit.scope)],
    [m.audits_people(), audit.auditors.map(({ name }) => name).join(', ')],
    [m.audits_due_label(), audit.dueDate === undefined ? '' : formatDate(audit.dueDate)],
    [m.audits_opened(), openedAt ? `${formatDateTime(openedAt)} · ${openedBy?.name ?? ''}` : ''],
    [m.audits_walked(), walkedAt ? formatDateTime(walkedAt) : ''],
    [m.audits_closed(), closedAt ? `${formatDateTime(closedAt)} · ${closedBy?.name ?? ''}` : ''],
  ].filter(([, value]) => value);
  const cut = Object.values(lists).some((list) => list.length >= MOST);
  const nothing = Object.values(lists).every((list) => list.length === 0);
  return (
    <article className={classes.report} aria-label={m.audits_report_of({ name: audit.name })}>
      <h2 className={classes.title}>
        <bdi>{audit.name}</bdi>
      </h2>
      <dl className={classes.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
      <Figures figures={figures} />
      <PlacesTable audit={audit} />
      {nothing && <p>{m.audits_report_clean()}</p>}
      {cut && <Callout tone="info">{m.audits_report_cut({ count: MOST })}</Callout>}
      {rowLists.map((list) => lists[list].length > 0 && <Rows key={list} list={list} rows={lists[list]} />)}
      {lists.unknown.length > 0 && <Tags tags={lists.unknown} />}
    </article>
  );
}

const Heading = ({ list, count }: { list: keyof Report['lists']; count: number }) => (
  <caption>
    {listLabel(list)} <span>{formatNumber(count)}</span>
  </caption>
);

function Rows({ list, rows }: { list: (typeof rowLists)[number]; rows: readonly AuditRow[] }) {
  return (
    <table className={classes.table}>
      <Heading list={list} count={rows.length} />
      <thead>
        <tr>
          {[
            m.audits_asset(),
            m.audits_tag(),
            m.audits_expected_at(),
            m.audits_seen_at(),
            m.audits_decision(),
          ].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.asset.id}>
            <th scope="row">
              <bdi>{row.asset.name}</bdi>
            </th>
            <td>
              <bdi>{labelCodeOf(row.asset)}</bdi>
            </td>
            <td dir="auto">{expectedWords(row)}</td>
            <td dir="auto">{seenWords(row)}</td>
            <td dir="auto">{decisionWords(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Tags({ tags }: { tags: readonly UnknownTag[] }) {
  return (
    <table className={classes.table}>
      <Heading list="unknown" count={tags.length} />
      <thead>
        <tr>
          {[m.audits_tag(), m.audits_seen_at(), m.audits_note(), m.audits_became()].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tags.map((tag) => (
          <tr key={tag.id}>
            <th scope="row">
              <bdi>{tag.tag}</bdi>
            </th>
            <td dir="auto">{[placeWords(tag.room), tag.by.name, formatMoment(tag.lastAt)].join(' · ')}</td>
            <td dir="auto">{tag.note}</td>
            <td dir="auto">{tag.asset?.name ?? tag.reason ?? m.audits_tags_open()}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
