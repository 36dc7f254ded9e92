import { icon } from './icons.tsx';

/** A list on a board, ticked off. */
export const AssetAuditIcon = /* @__PURE__ */ icon(
  <path d="M7.5 4.5H4.8a.8.8 0 0 0-.8.8v11a.8.8 0 0 0 .8.8h10.4a.8.8 0 0 0 .8-.8v-11a.8.8 0 0 0-.8-.8h-2.7M7.5 3h5v3h-5Zm-.7 8.2 2.2 2.2 4.2-4.6" />,
);
/** It stands where it should not. */
export const ElsewhereIcon = /* @__PURE__ */ icon(
  <path d="M3 13.5h4.5V9M3 6.5h10.5M10.5 3.5l3 3-3 3M13 12.5h4v4h-4Z" />,
  { turns: true },
);
export const AgainIcon = /* @__PURE__ */ icon(
  <path d="M2.5 10S5.2 5.2 10 5.2 17.5 10 17.5 10 14.8 14.8 10 14.8 2.5 10 2.5 10Zm7.5 2.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z" />,
);
export const UnknownIcon = /* @__PURE__ */ icon(
  <path d="M7.3 7.3A2.7 2.7 0 1 1 10 10v1.8m0 2.4v.1M10 17.3a7.3 7.3 0 1 0 0-14.6 7.3 7.3 0 0 0 0 14.6Z" />,
);
/** Not asked about. */
export const OutsideIcon = /* @__PURE__ */ icon(
  <path d="M10 17.3a7.3 7.3 0 1 0 0-14.6 7.3 7.3 0 0 0 0 14.6ZM5 15 15 5" />,
);
/** Not found where it was expected. */
export const MissingIcon = /* @__PURE__ */ icon(
  <path d="M8.8 14.6a5.8 5.8 0 1 0 0-11.6 5.8 5.8 0 0 0 0 11.6ZM13 13l4 4M6.8 6.8l4 4m0-4-4 4" />,
);
