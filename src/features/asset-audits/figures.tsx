import type { AuditFigures } from '#contract/asset-audits.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import * as m from '#messages';
import standing from './standing.module.css';
import { resultLooks, rowLooks, wantedOf } from './words.ts';

/** All figures of a campaign, each with its sign and its word. */
export function Figures({ figures }: { figures: AuditFigures }) {
  const shown = [
    rowLooks.found,
    rowLooks.misplaced,
    rowLooks.missing,
    rowLooks.pending,
    rowLooks.unexpected,
    resultLooks.unknown,
  ].map((look, at) => ({
    ...look,
    count: [
      figures.found,
      figures.misplaced,
      figures.missing,
      figures.pending,
      figures.unexpected,
      figures.unknown,
    ][at]!,
  }));
  return (
    <dl className={standing.figures}>
      <div>
        <dt>{m.audits_expected()}</dt>
        <dd>{formatNumber(wantedOf(figures))}</dd>
      </div>
      {shown.map(({ label, icon: Icon, tone, count }) => (
        <div key={label()} data-tone={count > 0 ? tone : undefined}>
          <dt>
            <Icon size={14} /> {label()}
          </dt>
          <dd>{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
