import { icon } from './icons.tsx';

export const PlusIcon = /* @__PURE__ */ icon(<path d="M10 4v12M4 10h12" />);
export const MinusIcon = /* @__PURE__ */ icon(<path d="M4 10h12" />);
export const FitIcon = /* @__PURE__ */ icon(
  <path d="M3.5 7V4.3a.8.8 0 0 1 .8-.8H7m6 0h2.7a.8.8 0 0 1 .8.8V7m0 6v2.7a.8.8 0 0 1-.8.8H13m-6 0H4.3a.8.8 0 0 1-.8-.8V13" />,
);
export const PlanIcon = /* @__PURE__ */ icon(<path d="M3.5 3.5h13v13h-13Zm0 6h5m3 0h5m-8-6v6m3 7v-4" />);
export const UploadIcon = /* @__PURE__ */ icon(<path d="M10 13V3.5M6 7l4-4 4 4M3.5 16.5h13" />);
