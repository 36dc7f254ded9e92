import { icon } from '#src/ui/icons.tsx';

export const QrIcon = /* @__PURE__ */ icon(
  <path d="M3.5 3.5h5v5h-5Zm8 0h5v5h-5Zm-8 8h5v5h-5ZM6 6v.1M14 6v.1M6 14v.1M11.5 11.5h2v2h-2Zm3.5 3.5h1.5v1.5M11.8 16.5v.1M16.5 11.5v1" />,
);
