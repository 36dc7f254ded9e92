import type { GuideStep } from '#contract/guide.ts';
import * as m from '#messages';

type Words = {
  title: () => string;
  text: () => string;
  count: (facts: { count: number }) => string;
  act: { to: string; label: () => string };
  other?: { to: string; label: () => string };
};

/** What each step says, and where it is done. */
export const words: Record<GuideStep, Words> = {
  building: {
    title: m.guide_building,
    text: m.guide_building_text,
    count: m.guide_building_count,
    act: { to: '/places', label: m.guide_building_do },
  },
  spaces: {
    title: m.guide_spaces,
    text: m.guide_spaces_text,
    count: m.guide_spaces_count,
    act: { to: '/imports/spaces', label: m.guide_spaces_do },
    other: { to: '/spaces', label: m.guide_spaces_or },
  },
  people: {
    title: m.guide_people,
    text: m.guide_people_text,
    count: m.guide_people_count,
    act: { to: '/imports/people', label: m.guide_people_do },
    other: { to: '/people/new', label: m.guide_people_or },
  },
  roles: {
    title: m.guide_roles,
    text: m.guide_roles_text,
    count: m.guide_roles_count,
    act: { to: '/people/roles', label: m.guide_roles_do },
  },
  bookable: {
    title: m.guide_bookable,
    text: m.guide_bookable_text,
    count: m.guide_bookable_count,
    act: { to: '/spaces', label: m.guide_bookable_do },
  },
  scan: {
    title: m.guide_scan,
    text: m.guide_scan_text,
    count: m.guide_scan_count,
    act: { to: '/mail/scan', label: m.guide_scan_do },
  },
  deliver: {
    title: m.guide_deliver,
    text: m.guide_deliver_text,
    count: m.guide_deliver_count,
    act: { to: '/mail/deliver', label: m.guide_deliver_do },
  },
};
