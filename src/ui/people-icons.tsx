import { icon } from '#src/ui/icons.tsx';

export const PeopleIcon = /* @__PURE__ */ icon(
  <path d="M7.5 9a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 7.5 9Zm-5 7.5c0-2.8 2.2-4.8 5-4.8s5 2 5 4.8m.3-12.8a2.7 2.7 0 0 1 0 5.2m1.7 3c1.8.7 3 2.4 3 4.6" />,
);
export const TreeIcon = /* @__PURE__ */ icon(
  <path d="M7.5 2.8h5v3.6h-5ZM2.5 13.6h5v3.6h-5Zm10 0h5v3.6h-5ZM10 6.4V10m-5 3.6V10h10v3.6" />,
);
export const PhoneIcon = /* @__PURE__ */ icon(
  <path d="M4 3.5h3l1.4 3.6-1.9 1.3a9 9 0 0 0 5.1 5.1l1.3-1.9 3.6 1.4v3c0 .6-.5 1-1 1A13.5 13.5 0 0 1 3 4.5c0-.5.4-1 1-1Z" />,
);
export const MailIcon = /* @__PURE__ */ icon(<path d="M3 5h14v10.5H3Zm0 .6 7 5.6 7-5.6" />);
export const ShieldIcon = /* @__PURE__ */ icon(
  <path d="m10 2.8 6 2v4.6c0 3.7-2.4 6.3-6 7.8-3.6-1.5-6-4.1-6-7.8V4.8Zm-2.4 7 1.8 1.8 3.2-3.4" />,
);
export const PlusIcon = /* @__PURE__ */ icon(<path d="M10 4.5v11M4.5 10h11" />);
/** Somebody who has left. */
export const AwayIcon = /* @__PURE__ */ icon(
  <path d="M7.5 9a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 7.5 9Zm-5 7.5c0-2.8 2.2-4.8 5-4.8s5 2 5 4.8M13 7l4 4m0-4-4 4" />,
);
