import type { ComponentType } from 'react';
import * as m from '#messages';
import type { Feature } from '#contract/organisation.ts';
import type { Me } from '#contract/users.ts';
import { uses } from '#src/directory/features.ts';
import { worksIn } from '#src/directory/me.ts';
import { managesCenters } from '#src/directory/rights.ts';
import { AssetIcon } from '#src/ui/asset-icons.tsx';
import { AuditIcon } from '#src/ui/audit-icons.tsx';
import { CalendarIcon } from '#src/ui/booking-icons.tsx';
import { AgreementIcon, ContactsIcon, SettingsIcon, TreeIcon } from '#src/ui/center-icons.tsx';
import { FlagIcon } from '#src/ui/guide-icons.tsx';
import { HomeIcon, type IconProps, InboxIcon, ParcelIcon } from '#src/ui/icons.tsx';
import { BuildingIcon, PlanIcon } from '#src/ui/places-icons.tsx';
import { LeaveIcon } from '#src/ui/leave-icons.tsx';
import { MoveIcon } from '#src/ui/move-icons.tsx';
import { PeopleIcon } from '#src/ui/people-icons.tsx';
import { RequestIcon } from '#src/ui/request-icons.tsx';

export type NavItem = {
  to: string;
  label: () => string;
  icon: ComponentType<IconProps>;
  /** For whom; everybody when left out. */
  show?: (me: Me) => boolean;
  /** Gone while the organisation has it switched off. */
  feature?: Feature;
};

/** Whoever runs something here; everybody else may read all of it, and need not pass by it every day. */
const isStaff = (me: Me) => me.siteAdmin || me.permissions.some(({ role }) => role !== 'CUSTOMER');

/** What the navigation offers, in order. */
const items: NavItem[] = [
  { to: '/start', label: m.guide_title, icon: FlagIcon, show: (me) => me.guide },
  { to: '/', label: m.shell_nav_home, icon: HomeIcon },
  {
    to: '/mail',
    label: m.shell_nav_mail,
    icon: ParcelIcon,
    show: (me) => worksIn(me, 'mail'),
    feature: 'mail',
  },
  { to: '/parcels', label: m.mail_mine, icon: InboxIcon, feature: 'mail' },
  { to: '/bookings', label: m.booking_nav, icon: CalendarIcon, feature: 'booking' },
  { to: '/requests', label: m.requests_nav, icon: RequestIcon, feature: 'service' },
  { to: '/assets', label: m.assets_title, icon: AssetIcon, feature: 'assets' },
  { to: '/moves', label: m.moves_nav, icon: MoveIcon, feature: 'moves' },
  { to: '/leave', label: m.leave_nav, icon: LeaveIcon, feature: 'leave' },
  { to: '/people', label: m.people_title, icon: PeopleIcon },
  { to: '/places', label: m.places_nav, icon: BuildingIcon },
  { to: '/spaces', label: m.places_nav_spaces, icon: PlanIcon },
  { to: '/cost-centers', label: m.costs_title, icon: TreeIcon, show: isStaff, feature: 'cost-centers' },
  { to: '/contacts', label: m.contacts_title, icon: ContactsIcon, show: isStaff, feature: 'contacts' },
  { to: '/agreements', label: m.agreements_title, icon: AgreementIcon, show: isStaff, feature: 'agreements' },
  { to: '/settings', label: m.settings_title, icon: SettingsIcon, show: (me) => managesCenters(me) },
  { to: '/audit', label: m.audit_title, icon: AuditIcon, show: (me) => me.siteAdmin },
];

export const navigationFor = (me: Me): NavItem[] =>
  items.filter(({ show, feature }) => (!feature || uses(me, feature)) && (show?.(me) ?? true));
