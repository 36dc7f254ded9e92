import * as m from '#messages';
import type { Me } from '#contract/users.ts';
import { assetTabsFor } from '#src/directory/asset-tabs.tsx';
import { bookingTabsFor } from '#src/directory/booking-tabs.tsx';
import { uses } from '#src/directory/features.ts';
import { worksIn } from '#src/directory/me.ts';
import { moveTabs } from '#src/directory/move-tabs.tsx';
import { requestTabsFor } from '#src/directory/request-tabs.tsx';
import { keepsAssets, managesAssets } from '#src/directory/rights.ts';
import { peopleTabsFor } from '#src/features/people/people-tabs.tsx';
import { settingsFor } from '#src/features/settings/search.ts';
import { titles } from '#src/features/settings/titles.ts';
import { PersonIcon } from '#src/ui/icons.tsx';
import { navigationFor } from './navigation.ts';
import type { Entry, Target } from './palette-entries.ts';
import { ActionIcon } from './palette-icons.tsx';

type Place = { to: string; label: string; search?: Target['search'] };
const place = (to: string, label: string, search?: Target['search']): Place => ({
  to,
  label,
  ...(search && { search }),
});
const ofTabs = (tabs: readonly { to: string; label: () => string }[]) =>
  tabs.map(({ to, label }) => place(to, label()));

const mailPlaces = () => [
  place('/mail/exceptions', m.mail_exceptions()),
  place('/mail/runs', m.mail_runs()),
  place('/mail/bags', m.mail_bags()),
  place('/mail/notices', m.notices_title()),
  place('/mail/alerts', m.alerts_title()),
  place('/mail/figures', m.mail_figures()),
];
/** The views behind an entry of the navigation, by its address. */
const within: Record<string, (me: Me) => Place[]> = {
  '/mail': mailPlaces,
  '/bookings': (me) => ofTabs(bookingTabsFor(me)),
  '/requests': (me) => ofTabs(requestTabsFor(me)),
  '/assets': (me) => ofTabs(assetTabsFor(me)),
  '/moves': () => ofTabs(moveTabs),
  '/people': (me) => peopleTabsFor(me).map(([, to, label]) => place(to, label())),
  '/spaces': () => [place('/spaces/types', m.places_types())],
  '/settings': (me) => settingsFor(me).map((name) => place('/settings', titles[name](), { tab: name })),
};

const pageOf = ({ to, label, search }: Place, icon: Entry['icon'], parent?: string): Entry => ({
  key: `page ${to} ${search ? JSON.stringify(search) : ''}`,
  group: 'page',
  title: label,
  ...(parent && { also: parent }),
  parts: parent ? [parent] : [],
  target: { to, ...(search && { search }) },
  icon,
});

/** Every page that somebody may open. */
export function pagesFor(me: Me): Entry[] {
  const pages = navigationFor(me).flatMap(({ to, label, icon }) => [
    pageOf({ to, label: label() }, icon),
    ...(within[to]?.(me) ?? [])
      .filter((inner) => inner.to !== to || inner.search)
      .map((inner) => pageOf(inner, icon, label())),
  ]);
  return [...pages, pageOf({ to: '/profile', label: m.shell_profile() }, PersonIcon)];
}

/** What somebody may begin, wherever they are. */
export function actionsFor(me: Me): Entry[] {
  const mail = worksIn(me, 'mail');
  const keeps = uses(me, 'assets') && keepsAssets(me);
  const all: (readonly [boolean, string, string, Target])[] = [
    [uses(me, 'booking'), m.find_do_book(), m.find_do_book_also(), { to: '/bookings/find' }],
    [uses(me, 'service'), m.find_do_ask(), m.find_do_ask_also(), { to: '/requests/new' }],
    [mail, m.find_do_check_in(), m.find_do_check_in_also(), { to: '/mail/scan' }],
    [mail, m.find_do_hand_over(), m.find_do_hand_over_also(), { to: '/mail/deliver' }],
    [uses(me, 'moves'), m.find_do_move(), m.find_do_move_also(), { to: '/moves/new' }],
    [keeps, m.find_do_asset(), m.find_do_asset_also(), { to: '/assets', search: { open: 'new' } }],
    [keeps, m.find_do_lend(), m.find_do_lend_also(), { to: '/assets/loans', search: { open: 'new' } }],
    [
      uses(me, 'assets') && managesAssets(me),
      m.find_do_audit(),
      m.find_do_audit_also(),
      { to: '/assets/audits/new' },
    ],
    [mail, m.find_do_alert(), m.find_do_alert_also(), { to: '/mail/alerts', search: { write: 'new' } }],
    [me.siteAdmin, m.find_do_person(), m.find_do_person_also(), { to: '/people/new' }],
    [
      me.siteAdmin,
      m.find_do_import(),
      m.find_do_import_also(),
      { to: '/imports/$kind', params: { kind: 'people' } },
    ],
  ];
  return all.flatMap(([may, title, also, target]) =>
    may
      ? [
          {
            key: `action ${target.to}`,
            group: 'action' as const,
            title,
            also,
            parts: [],
            target,
            icon: ActionIcon,
          },
        ]
      : [],
  );
}
