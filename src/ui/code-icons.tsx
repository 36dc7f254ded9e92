import { icon } from './icons.tsx';

export const CodeIcon = /* @__PURE__ */ icon(
  <path d="M3.5 3.5h5v5h-5Zm8 0h5v5h-5Zm-8 8h5v5h-5Zm8 0h2m3 0v2m-5 3v-2.5h2.5m2.5 2.5h-2" />,
);
export const BusyIcon = /* @__PURE__ */ icon(<path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm-3.6-7h7.2" />);
export const SwapIcon = /* @__PURE__ */ icon(<path d="M4 7h11m-3-3 3 3-3 3m4 3H5m3 3-3-3 3-3" />);
