import { icon } from '#src/ui/icons.tsx';

export const FilterIcon = /* @__PURE__ */ icon(<path d="M3 5.5h14M5.8 10h8.4M8.5 14.5h3" />);
export const BookmarkIcon = /* @__PURE__ */ icon(<path d="M5.5 3.5h9v13L10 13l-4.5 3.5Z" />);
export const CameraIcon = /* @__PURE__ */ icon(
  <path d="M3 6.8a.8.8 0 0 1 .8-.8h2.4l1.3-2h5l1.3 2h2.4a.8.8 0 0 1 .8.8v8.4a.8.8 0 0 1-.8.8H3.8a.8.8 0 0 1-.8-.8Zm7 7a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z" />,
);
export const TrashIcon = /* @__PURE__ */ icon(
  <path d="M4 5.8h12M8 5.5V3.8h4v1.7M5.5 6l.7 10.2h7.6L14.5 6M8.5 9v4.5m3-4.5v4.5" />,
);
export const HandOverIcon = /* @__PURE__ */ icon(
  <path d="M10 3 15.5 5.6v5L10 13.2 4.5 10.6v-5ZM4.7 5.7 10 8.2l5.3-2.5M10 8.2v5M3 17h14" />,
);
export const MoreIcon = /* @__PURE__ */ icon(<path d="M5 10v.1M10 10v.1M15 10v.1" strokeWidth={2.4} />);
export const DownloadIcon = /* @__PURE__ */ icon(<path d="M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13" />);
