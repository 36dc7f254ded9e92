import { icon } from '#src/ui/icons.tsx';

export const AuditIcon = /* @__PURE__ */ icon(
  <path d="M5 3.5h7l3 3v10H5Zm7 0v3h3M7.5 9.5h5m-5 2.5h5m-5 2.5h3" />,
);
export const AddedIcon = /* @__PURE__ */ icon(<path d="M10 4.5v11M4.5 10h11" />);
export const RestoredIcon = /* @__PURE__ */ icon(<path d="M4 9a6.2 6.2 0 1 1 1.2 5M4 5v4h4" />);
