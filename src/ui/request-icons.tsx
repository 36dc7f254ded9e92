import { icon } from './icons.tsx';

export const RequestIcon = /* @__PURE__ */ icon(
  <path d="M12.8 3.2a4.2 4.2 0 0 0-4.5 5.6l-5 5a1.6 1.6 0 0 0 0 2.3l.6.6a1.6 1.6 0 0 0 2.3 0l5-5a4.2 4.2 0 0 0 5.6-4.5l-2.6 2.6-2.6-.6-.6-2.6Z" />,
);
export const PauseIcon = /* @__PURE__ */ icon(<path d="M7 5v10M13 5v10" />);
export const PlayIcon = /* @__PURE__ */ icon(<path d="M6.5 4.5 15.5 10l-9 5.5Z" />);
