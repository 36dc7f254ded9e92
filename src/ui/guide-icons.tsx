import { icon } from './icons.tsx';

export const FlagIcon = /* @__PURE__ */ icon(<path d="M5 17V3.5m0 .5h9.5l-2 3.5 2 3.5H5" />);
