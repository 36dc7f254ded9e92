import { icon } from './icons.tsx';

export const TreeIcon = /* @__PURE__ */ icon(
  <path d="M7.5 3h5v4h-5ZM3 13h4.5v4H3Zm9.5 0H17v4h-4.5ZM10 7v3M5.2 13v-3h9.6v3" />,
);
export const ContactsIcon = /* @__PURE__ */ icon(
  <path d="M5 3h10.2a.8.8 0 0 1 .8.8v12.4a.8.8 0 0 1-.8.8H5Zm0 3.5H3.5M5 10H3.5M5 13.5H3.5M10.5 9.6a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Zm-3 4.4a3 3 0 0 1 6 0" />,
);
export const AgreementIcon = /* @__PURE__ */ icon(
  <path d="M5 3h7l3.5 3.5v10.2H5ZM12 3v3.5h3.5M7.5 9.5h5m-5 2.5h5m-5 2.5H10" />,
);
export const SettingsIcon = /* @__PURE__ */ icon(
  <path d="M3 6h7m4 0h3M3 14h3m4 0h7M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm-4 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z" />,
);
export const PlusIcon = /* @__PURE__ */ icon(<path d="M10 4v12M4 10h12" />);
export const ExpandIcon = /* @__PURE__ */ icon(<path d="m6 8 4-4 4 4m-8 4 4 4 4-4" />);
export const CollapseIcon = /* @__PURE__ */ icon(<path d="m6 4 4 4 4-4M6 16l4-4 4 4" />);
export const GripIcon = /* @__PURE__ */ icon(
  <path d="M7.5 5v.1M7.5 10v.1M7.5 15v.1M12.5 5v.1M12.5 10v.1M12.5 15v.1" strokeWidth={2.4} />,
);
export const SpaceIcon = /* @__PURE__ */ icon(<path d="M3.5 3.5h13v13h-13Zm6.5 0V9m0 3.5v4M3.5 11H8" />);
