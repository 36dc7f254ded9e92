import { icon } from './icons.tsx';

export const BellIcon = /* @__PURE__ */ icon(
  <path d="M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5.3-1.5 6h12c0-.7-1.5-2-1.5-6A4.5 4.5 0 0 0 10 3ZM8.3 16a1.8 1.8 0 0 0 3.4 0" />,
);
