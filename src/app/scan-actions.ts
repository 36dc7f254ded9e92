import { linkOptions, type LinkProps } from '@tanstack/react-router';
import * as m from '#messages';
import type { ScanMatch } from '#contract/scan.ts';
import type { Me } from '#contract/users.ts';
import { uses } from '#src/directory/features.ts';
import { isOpen } from '#src/directory/item-facts.ts';
import { worksIn } from '#src/directory/me.ts';

export type ScanAction = { label: string; link: LinkProps };
const action = (label: string, link: LinkProps): ScanAction => ({ label, link });

/**
 * What somebody may want to do with what they scanned, the likeliest first. A feature that is switched off offers
 * nothing.
 */
export function actionsFor(me: Me, match: ScanMatch): ScanAction[] {
  switch (match.kind) {
    case 'item': {
      const { item } = match;
      const collector = item.deliverTo ?? item.toUser;
      const show = action(
        m.scan_show_parcel(),
        linkOptions({ to: '/mail/$itemId', params: { itemId: item.id } }),
      );
      if (!worksIn(me, 'mail') || !isOpen(item) || !collector) return [show];
      const over = linkOptions({ to: '/mail/deliver', search: { person: collector.id } });
      return [show, action(m.scan_hand_over(), over)];
    }
    case 'bag':
      return [
        action(m.scan_open_bag(), linkOptions({ to: '/mail/bags/$bagId', params: { bagId: match.bag.id } })),
      ];
    case 'stop':
      return worksIn(me, 'mail')
        ? [action(m.scan_stop_parcels(), linkOptions({ to: '/mail', search: { mailStopId: match.stop.id } }))]
        : [];
    case 'person': {
      const { id, parcels } = match.person;
      const card = action(
        m.scan_show_person(),
        linkOptions({ to: '/people/$userId', params: { userId: id } }),
      );
      if (!worksIn(me, 'mail')) return [card];
      const over = action(m.scan_hand_over(), linkOptions({ to: '/mail/deliver', search: { person: id } }));
      return parcels ? [over, card] : [card, over];
    }
    case 'asset': {
      const { id } = match.asset;
      return [
        action(m.scan_show_asset(), linkOptions({ to: '/assets/$assetId', params: { assetId: id } })),
        ...(uses(me, 'service')
          ? [action(m.scan_ask(), linkOptions({ to: '/requests/new', search: { assetId: id } }))]
          : []),
      ];
    }
    case 'space':
      return spaceActions(me, match.space);
  }
}

function spaceActions(
  me: Me,
  { id, reservable }: Extract<ScanMatch, { kind: 'space' }>['space'],
): ScanAction[] {
  const here = { roomId: id };
  return [
    ...(uses(me, 'booking') && reservable
      ? [action(m.scan_book(), linkOptions({ to: '/s/$roomId', params: here }))]
      : []),
    ...(uses(me, 'assets') && worksIn(me, 'asset')
      ? [action(m.scan_assets_here(), linkOptions({ to: '/assets', search: { roomId: id } }))]
      : []),
    ...(uses(me, 'service')
      ? [action(m.scan_ask(), linkOptions({ to: '/requests/new', search: here }))]
      : []),
    action(m.scan_show_space(), linkOptions({ to: '/spaces/$roomId', params: here })),
  ];
}

/** What a code may become that nobody knows. */
export const actionsForUnknown = (me: Me, code: string): ScanAction[] => [
  ...(worksIn(me, 'mail')
    ? [action(m.scan_check_in(), linkOptions({ to: '/mail/scan', search: { code } }))]
    : []),
  action(m.scan_find_person(), linkOptions({ to: '/people', search: { find: code } })),
];
