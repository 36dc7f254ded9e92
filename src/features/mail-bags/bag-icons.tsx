import { icon } from '#src/ui/icons.tsx';

export const BagIcon = /* @__PURE__ */ icon(
  <path d="M7 3h6l-1.2 3.2c2.7 1.5 4.2 4.1 4.2 6.6 0 2.8-1.9 4.2-6 4.2s-6-1.4-6-4.2c0-2.5 1.5-5.1 4.2-6.6Zm1.2 3.2h3.6" />,
);
