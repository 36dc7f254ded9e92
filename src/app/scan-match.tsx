import * as m from '#messages';
import type { ScanMatch } from '#contract/scan.ts';
import { AssetCard } from '#src/directory/asset-cells.tsx';
import { numberOf, states } from '#src/directory/item-facts.ts';
import { Avatar } from '#src/ui/avatar.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './scan.module.css';

/** What was found, in two lines. */
export function ScanFound({ match }: { match: ScanMatch }) {
  switch (match.kind) {
    case 'item': {
      const { item } = match;
      const { tone, icon, label } = states[item.currentQueue];
      const whose = (item.deliverTo ?? item.toUser)?.name ?? item.recipientName;
      return (
        <Lines name={numberOf(item)} kind={m.scan_kind_parcel()} detail={whose}>
          <StatusBadge tone={tone} icon={icon}>
            {label()}
          </StatusBadge>
        </Lines>
      );
    }
    case 'bag':
      return <Lines name={match.bag.name} kind={m.scan_kind_bag()} />;
    case 'stop':
      return <Lines name={match.stop.name} kind={m.scan_kind_stop()} />;
    case 'asset':
      return <AssetCard asset={match.asset} />;
    case 'space': {
      const { name, type, floor, building } = match.space;
      return <Lines name={name} kind={type} detail={[floor.name, building.name].join(' · ')} />;
    }
    case 'person': {
      const { name, color, jobTitle, space, parcels } = match.person;
      return (
        <span className={classes.person}>
          <Avatar name={name} color={color} size={28} />
          <Lines
            name={name}
            kind={jobTitle ?? m.scan_kind_person()}
            detail={[space, parcels ? m.scan_parcels({ count: parcels }) : undefined]
              .filter(Boolean)
              .join(' · ')}
          />
        </span>
      );
    }
  }
}

type LinesProps = { name: string; kind: string; detail?: string | undefined; children?: React.ReactNode };
function Lines({ name, kind, detail, children }: LinesProps) {
  return (
    <span className={classes.lines}>
      <span className={classes.head}>
        <bdi className={classes.name}>{name}</bdi>
        {children}
      </span>
      <span className={classes.dim}>
        {kind}
        {detail && (
          <>
            {' · '}
            <bdi>{detail}</bdi>
          </>
        )}
      </span>
    </span>
  );
}
