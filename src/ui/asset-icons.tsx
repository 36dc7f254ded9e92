import { icon } from './icons.tsx';

export const AssetIcon = /* @__PURE__ */ icon(
  <path d="M4.5 4.5h11v8h-11Zm-2 11.5h15M4.5 12.5 2.5 16m13-3.5 2 3.5" />,
);
export const SeenIcon = /* @__PURE__ */ icon(
  <path d="M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5Zm7.5 2.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z" />,
);
export const DamagedIcon = /* @__PURE__ */ icon(<path d="M11.5 2.8 5 11h4.5l-1 6.2L15 9h-4.5Z" />);
export const LostIcon = /* @__PURE__ */ icon(
  <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm-1.9-8.6A2 2 0 1 1 10.8 10c-.5.3-.8.7-.8 1.3m0 2.2v.1" />,
);
export const PlaceIcon = /* @__PURE__ */ icon(
  <path d="M10 17.2S4.8 12.4 4.8 8.2a5.2 5.2 0 0 1 10.4 0c0 4.2-5.2 9-5.2 9Zm0-7.2a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z" />,
);
