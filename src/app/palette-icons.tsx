import { icon } from '#src/ui/icons.tsx';

/** Something that begins: a bolt. */
export const ActionIcon = /* @__PURE__ */ icon(<path d="M11.2 2.8 4.8 11.4h4.4l-.9 5.8 6.9-8.9h-4.6Z" />);
