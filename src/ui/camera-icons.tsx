import { icon } from './icons.tsx';

export const PictureIcon = /* @__PURE__ */ icon(
  <path d="M3.3 3.5h13.4a.8.8 0 0 1 .8.8v11.4a.8.8 0 0 1-.8.8H3.3a.8.8 0 0 1-.8-.8V4.3a.8.8 0 0 1 .8-.8ZM2.5 14l4.3-4.4 3.6 3.7 2.6-2.6 4.5 4.4M12.6 7.4v.1" />,
);
export const LightIcon = /* @__PURE__ */ icon(<path d="M11.2 2.5 4.5 11.4h4.6l-.6 6.1 6.9-9.2h-4.7Z" />);
export const SoundIcon = /* @__PURE__ */ icon(
  <path d="M3 7.8h2.8L10 4.2v11.6l-4.2-3.6H3Zm9.6-.4a3.7 3.7 0 0 1 0 5.2m2.1-7.3a6.7 6.7 0 0 1 0 9.4" />,
);
export const MutedIcon = /* @__PURE__ */ icon(
  <path d="M3 7.8h2.8L10 4.2v11.6l-4.2-3.6H3Zm9.9.3 4 4m0-4-4 4" />,
);
