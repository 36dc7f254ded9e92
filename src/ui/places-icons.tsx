import { icon } from '#src/ui/icons.tsx';

export const BuildingIcon = /* @__PURE__ */ icon(
  <path d="M4.5 17V3.5h7V17M11.5 8h4v9M2.8 17h14.4M7 6.5h2M7 9.5h2M7 12.5h2" />,
);
export const PlanIcon = /* @__PURE__ */ icon(<path d="M3.5 4h13v12h-13ZM3.5 10h5m3.5-6v5h4.5M8.5 16v-3" />);
export const PlusIcon = /* @__PURE__ */ icon(<path d="M10 4v12M4 10h12" />);
