import { icon } from './icons.tsx';

export const FeedIcon = /* @__PURE__ */ icon(
  <path d="M4.5 15.5v.1M4.5 10a5.5 5.5 0 0 1 5.5 5.5M4.5 5A10.5 10.5 0 0 1 15 15.5" />,
);
