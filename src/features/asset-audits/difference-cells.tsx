import type { Difference } from '#contract/asset-audit-results.ts';
import { labelCodeOf } from '#contract/assets.ts';
import * as m from '#messages';
import { formatMoment } from '#src/lib/dates.ts';
import { towards } from '#src/lib/language.ts';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { CheckIcon, ClockIcon, CloseIcon, LockIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './audits.module.css';
import { differenceLooks, placeWords } from './words.ts';

const Clip = ({ text }: { text: string }) => (
  <bdi className={classes.clip} title={text}>
    {text}
  </bdi>
);

export const expectedWords = ({ expectedRoom, owner }: Pick<Difference, 'expectedRoom' | 'owner'>): string =>
  expectedRoom
    ? placeWords(expectedRoom)
    : owner
      ? m.audits_held_by({ name: owner.name })
      : m.assets_nowhere();
export const seenWords = ({ seen }: Pick<Difference, 'seen'>): string =>
  seen ? [placeWords(seen.room), seen.by.name, formatMoment(seen.at)].join(' · ') : m.audits_not_seen();

function Kind({ difference }: { difference: Difference }) {
  const { label, tone, icon } = differenceLooks[difference.kind];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {label()}
    </StatusBadge>
  );
}

type Props = {
  difference: Difference;
  /** The reader decides on what they have not scanned. */
  deciding: boolean;
};

/** What has been decided, by whom; or why it is not for the reader to decide. */
function Decision({ difference, deciding }: Props) {
  const { decision, undecided, mayDecide, placed } = difference;
  if (decision) {
    const accepted = decision.decision === 'accepted';
    const words = accepted
      ? m.audits_accepted_by({ name: decision.by.name })
      : m.audits_rejected_by({ name: decision.by.name, reason: decision.reason ?? '' });
    return (
      <span className={classes.decision} title={words}>
        <StatusBadge tone={accepted ? 'success' : 'neutral'} icon={accepted ? CheckIcon : CloseIcon}>
          {accepted ? m.audits_accepted() : m.audits_rejected()}
        </StatusBadge>
        <Clip text={words} />
      </span>
    );
  }
  if (!undecided) return <Clip text={placed ? m.audits_put_right({ name: placed.by.name }) : '–'} />;
  return mayDecide || !deciding ? (
    <StatusBadge tone="warning" icon={ClockIcon}>
      {m.audits_to_decide()}
    </StatusBadge>
  ) : (
    <StatusBadge tone="neutral" icon={LockIcon}>
      {m.audits_you_scanned()}
    </StatusBadge>
  );
}

/** Its page says what else is known of it. */
const AssetName = ({ asset }: Pick<Difference, 'asset'>) => (
  <TextLink to="/assets/$assetId" params={{ assetId: asset.id }} className={classes.clip} title={asset.name}>
    <bdi>{asset.name}</bdi>
  </TextLink>
);

export const differenceColumns = (deciding: boolean): GridColumn<Difference>[] => [
  {
    id: 'asset',
    header: m.audits_asset(),
    width: 200,
    grow: 1.2,
    cell: ({ asset }) => (
      <span className={classes.what}>
        <AssetName asset={asset} />
        <bdi className={classes.dim}>{labelCodeOf(asset)}</bdi>
      </span>
    ),
  },
  {
    id: 'kind',
    header: m.audits_kind(),
    width: 150,
    grow: 0,
    cell: (one) => <Kind difference={one} />,
  },
  {
    id: 'expected',
    header: m.audits_expected_at(),
    width: 190,
    cell: (one) => <Clip text={expectedWords(one)} />,
  },
  { id: 'seen', header: m.audits_seen_at(), width: 190, cell: (one) => <Clip text={seenWords(one)} /> },
  {
    id: 'decision',
    header: m.audits_decision(),
    width: 200,
    cell: (one) => <Decision difference={one} deciding={deciding} />,
  },
];

/** The same in lines, for a phone. */
export function DifferenceCard({ difference, deciding }: Props) {
  const { asset } = difference;
  return (
    <>
      <span className={classes.cardLine}>
        <strong className={classes.clip}>
          <AssetName asset={asset} />
        </strong>
        <Kind difference={difference} />
      </span>
      <span className={classes.cardText}>
        <Clip text={`${labelCodeOf(asset)} · ${expectedWords(difference)}`} />
      </span>
      <span className={classes.cardText}>
        <Clip text={`${towards()} ${seenWords(difference)}`} />
      </span>
      <span className={classes.badges}>
        <Decision difference={difference} deciding={deciding} />
      </span>
    </>
  );
}
