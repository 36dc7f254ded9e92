import { icon } from './icons.tsx';

export const CalendarIcon = /* @__PURE__ */ icon(
  <path d="M3.5 4.8h13v11.7h-13Zm0 3.7h13M7 3v3.2M13 3v3.2" />,
);
export const ArrowBackIcon = /* @__PURE__ */ icon(<path d="M12 4.5 6.5 10l5.5 5.5" />, { turns: true });
export const ArrowOnIcon = /* @__PURE__ */ icon(<path d="M8 4.5 13.5 10 8 15.5" />, { turns: true });
export const RepeatIcon = /* @__PURE__ */ icon(
  <path d="M4 9.5V8a2.5 2.5 0 0 1 2.5-2.5h9M13 3l2.5 2.5L13 8m3 2.5V12a2.5 2.5 0 0 1-2.5 2.5h-9M7 17l-2.5-2.5L7 12" />,
);
export const SeatedIcon = /* @__PURE__ */ icon(
  <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm-3-6.8 2.1 2.1L13 8" />,
);
export const LinkIcon = /* @__PURE__ */ icon(
  <path d="M8.5 11.5a3 3 0 0 0 4.3 0l2.9-2.9a3 3 0 0 0-4.3-4.3l-1 1m1.1 3.2a3 3 0 0 0-4.3 0l-2.9 2.9a3 3 0 0 0 4.3 4.3l1-1" />,
);
