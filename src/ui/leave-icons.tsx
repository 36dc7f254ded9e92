import { icon } from './icons.tsx';

export const LeaveIcon = /* @__PURE__ */ icon(
  <path d="M10 6.5a3.5 3.5 0 0 1 3.5 3.5v0h-7a3.5 3.5 0 0 1 3.5-3.5Zm0-3.5v1.2M4.6 5.2l.9.9m9.9-.9-.9.9M2.5 10h1.2m12.6 0h1.2M3 13.5h14M5.5 16.5h9" />,
);
