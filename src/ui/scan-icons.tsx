import { icon } from './icons.tsx';

/** Bars of a label inside the corners of a finder. */
export const BarcodeIcon = /* @__PURE__ */ icon(
  <path d="M2.5 6.5V4.3a.8.8 0 0 1 .8-.8h2.2m9 0h2.2a.8.8 0 0 1 .8.8v2.2m0 7v2.2a.8.8 0 0 1-.8.8h-2.2m-9 0H3.3a.8.8 0 0 1-.8-.8v-2.2M6 7v6m2.7-6v6m2.6-6v6M14 7v6" />,
);
