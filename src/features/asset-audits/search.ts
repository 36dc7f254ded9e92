type Raw = Record<string, unknown>;
const idIn = (value: unknown) =>
  Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : undefined;
const textIn = (value: unknown) =>
  (typeof value === 'string' || typeof value === 'number') && String(value).trim()
    ? String(value).slice(0, 200)
    : undefined;
const oneOf = <T extends string>(values: readonly T[], value: unknown) =>
  values.find((known) => known === value);
const compact = <T extends object>(search: T): T =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;

const tagViews = ['resolved', 'dismissed'] as const;
export type TagView = (typeof tagViews)[number];

/** What the address of the list holds; without a view the campaigns that are not over. */
const auditViews = ['closed', 'cancelled', 'inbox'] as const;
export type AuditsSearch = {
  view?: (typeof auditViews)[number] | undefined;
  search?: string | undefined;
  /** Of unknown tags those; without: open ones. */
  tags?: TagView | undefined;
};
export const readAuditsSearch = ({ view, search, tags }: Raw): AuditsSearch =>
  compact({ view: oneOf(auditViews, view), search: textIn(search), tags: oneOf(tagViews, tags) });

const auditTabs = ['progress', 'differences', 'inbox', 'report'] as const;
export const assetDifferences = ['missing', 'misplaced', 'unexpected', 'damaged'] as const;
export type AssetDifference = (typeof assetDifferences)[number];

/** What the address of a campaign holds; without a tab the overview. */
export type AuditSearch = {
  tab?: (typeof auditTabs)[number] | undefined;
  /** The floor and the space that the progress is looked at. */
  floor?: number | undefined;
  space?: number | undefined;
  kind?: AssetDifference | undefined;
  /** Those as well that have been decided on. */
  all?: true | undefined;
  search?: string | undefined;
  /** Of unknown tags those; without: open ones. */
  tags?: TagView | undefined;
  /** The form is open. */
  edit?: true | undefined;
};
export const readAuditSearch = (raw: Raw): AuditSearch =>
  compact({
    tab: oneOf(auditTabs, raw.tab),
    floor: idIn(raw.floor),
    space: idIn(raw.space),
    kind: oneOf(assetDifferences, raw.kind),
    all: raw.all === true || undefined,
    search: textIn(raw.search),
    tags: oneOf(tagViews, raw.tags),
    edit: raw.edit === true || undefined,
  });

/** Where somebody stands. */
export type WalkSearch = { space?: number | undefined };
export const readWalkSearch = ({ space }: Raw): WalkSearch => compact({ space: idIn(space) });
