import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { UnknownTag } from '#contract/asset-audit-results.ts';
import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { managesAssets } from '#src/directory/rights.ts';
import { formatMoment } from '#src/lib/dates.ts';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { CheckIcon, CloseIcon } from '#src/ui/icons.tsx';
import classes from './audits.module.css';
import inbox from './inbox.module.css';
import { placeWords, resultLooks } from './words.ts';

type Props = {
  tag: UnknownTag;
  audit: AssetAudit | undefined;
  withAudit: boolean;
  onAsk: (what: 'assign' | 'create' | 'dismiss') => void;
};

/** An unknown label with all that is known of it, and what can become of it. */
export function TagLine({ tag, audit, withAudit, onAsk }: Props) {
  const me = useMe();
  const { state, room, scans, by, lastAt, note, photograph, asset, reason, decidedBy } = tag;
  // Whoever scanned it in a campaign leaves it to somebody else, as all differences.
  const own = tag.audit !== undefined && by.id === me.id;
  const over = audit?.state === 'closed' || audit?.state === 'cancelled';
  const may = managesAssets(me) && state === 'open' && !over;
  const { icon, tone, label } = resultLooks.unknown;
  return (
    <li className={inbox.tag} aria-label={tag.tag}>
      {photograph ? (
        <a href={photograph.downloadURL} target="_blank" rel="noreferrer" className={inbox.picture}>
          <img src={photograph.downloadURL} alt={m.audits_photograph_of({ tag: tag.tag })} loading="lazy" />
        </a>
      ) : (
        <span className={inbox.picture} aria-hidden="true" />
      )}
      <div className={inbox.tagWords}>
        <span className={classes.cardLine}>
          <bdi className={inbox.tagCode}>{tag.tag}</bdi>
          {state === 'open' ? (
            <StatusBadge tone={tone} icon={icon}>
              {label()}
            </StatusBadge>
          ) : (
            <StatusBadge
              tone={state === 'resolved' ? 'success' : 'neutral'}
              icon={state === 'resolved' ? CheckIcon : CloseIcon}
            >
              {state === 'resolved' ? m.audits_tags_resolved() : m.audits_tags_dismissed()}
            </StatusBadge>
          )}
        </span>
        <span className={classes.dim}>
          <bdi>{placeWords(room)}</bdi> · {m.audits_tag_by({ name: by.name, time: formatMoment(lastAt) })}
          {scans > 1 && <> · {m.audits_scans({ count: scans })}</>}
        </span>
        {withAudit && tag.audit && (
          <Link to="/assets/audits/$auditId" params={{ auditId: tag.audit.id }} className={classes.small}>
            <bdi>{tag.audit.name}</bdi>
          </Link>
        )}
        {note && (
          <span className={inbox.noteText} dir="auto">
            {note}
          </span>
        )}
        {asset && <span>{m.audits_tag_is({ name: asset.name, by: decidedBy?.name ?? '' })}</span>}
        {reason && <span>{m.audits_tag_reason({ reason, by: decidedBy?.name ?? '' })}</span>}
        {may && own && <span className={classes.dim}>{m.audits_tag_own()}</span>}
        {may && !own && (
          <span className={classes.buttons}>
            <Button size="compact-md" variant="default" onClick={() => onAsk('assign')}>
              {m.audits_tag_assign()}
            </Button>
            <Button size="compact-md" variant="default" onClick={() => onAsk('create')}>
              {m.audits_tag_create()}
            </Button>
            <Button size="compact-md" variant="subtle" color="gray" onClick={() => onAsk('dismiss')}>
              {m.audits_tag_dismiss()}
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}
