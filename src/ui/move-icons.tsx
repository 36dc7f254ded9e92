import { icon } from './icons.tsx';

export const MoveIcon = /* @__PURE__ */ icon(
  <path d="M3 6.5h6.5v10H3Zm3.2-3h3.3M12.5 12h4.3m-2-2.2 2.2 2.2-2.2 2.2M5.2 9.5h2m-2 3h2" />,
  { turns: true },
);
export const NewPersonIcon = /* @__PURE__ */ icon(
  <path d="M7.5 9a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 7.5 9Zm-5 7.5c0-2.8 2.2-4.8 5-4.8s5 2 5 4.8M15 4.5v5m-2.5-2.5h5" />,
);
export const EquipmentIcon = /* @__PURE__ */ icon(
  <path d="M3.3 4h13.4v9H3.3Zm4 12.5h5.4M10 13v3.5M6 10l2-2 2 1.5L13.5 7" />,
);
export const ArchiveIcon = /* @__PURE__ */ icon(<path d="M3 4h14v3.5H3Zm1 3.5h12v8.5H4Zm4 3h4" />);
