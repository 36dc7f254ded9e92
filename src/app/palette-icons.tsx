import { icon } from '#src/ui/icons.tsx';

/** Something that begins: a bolt. */
export const ActionIcon = /* @__PURE__ */ icon(<path d="M11.2 2.8 4.8 11.4h4.4l-.9 5.8 6.9-8.9h-4.6Z" />);
/** A few keys over a space bar. */
export const KeyboardIcon = /* @__PURE__ */ icon(
  <path d="M3.2 5.5h13.6a.7.7 0 0 1 .7.7v7.6a.7.7 0 0 1-.7.7H3.2a.7.7 0 0 1-.7-.7V6.2a.7.7 0 0 1 .7-.7ZM5.5 8.5v.1m3 0v-.1m3 0v.1m3 0v-.1M7 11.5h6" />,
);
