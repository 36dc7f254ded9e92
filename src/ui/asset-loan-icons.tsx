import { icon } from './icons.tsx';

export const LentIcon = /* @__PURE__ */ icon(<path d="M3 6h9m0 0L9 3m3 3L9 9m8 5H8m0 0 3-3m-3 3 3 3" />);
export const ReturnIcon = /* @__PURE__ */ icon(<path d="M16.5 5v4.5a3 3 0 0 1-3 3H4m0 0 4-4m-4 4 4 4" />, {
  turns: true,
});
export const HeldIcon = /* @__PURE__ */ icon(
  <path d="M3.5 7.5 10 4l6.5 3.5v6L10 17l-6.5-3.5Zm0 0L10 11l6.5-3.5M10 11v6" />,
);
export const AskIcon = /* @__PURE__ */ icon(<path d="M4 4h12v9.5H9.5L6 16.5v-3H4Zm3.5 4.8 2 1.9 3.4-3.6" />);
