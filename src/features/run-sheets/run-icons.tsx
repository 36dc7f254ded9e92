import { icon } from '#src/ui/icons.tsx';

export const PrintIcon = /* @__PURE__ */ icon(
  <path d="M6 7V3.5h8V7M6 14H4a.8.8 0 0 1-.8-.8V7.8A.8.8 0 0 1 4 7h12a.8.8 0 0 1 .8.8v5.4a.8.8 0 0 1-.8.8h-2m-8-2.5h8v5H6Z" />,
);
