import { icon } from '#src/ui/icons.tsx';

export const QuestionIcon = /* @__PURE__ */ icon(
  <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM8 8.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.6-.7 1.1v.3M10 13.6v.1" />,
);
export const PeopleIcon = /* @__PURE__ */ icon(
  <path d="M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2.5 16a5 5 0 0 1 10 0M13 9.6a2.6 2.6 0 0 0 0-5M14.8 11.6a5 5 0 0 1 2.7 4.4" />,
);
/** Two of the same. */
export const CopiesIcon = /* @__PURE__ */ icon(
  <path d="M7.3 7.3h8.4a.8.8 0 0 1 .8.8v8.4a.8.8 0 0 1-.8.8H7.3a.8.8 0 0 1-.8-.8V8.1a.8.8 0 0 1 .8-.8Zm-3.8 5.2V4.3a.8.8 0 0 1 .8-.8h8.2" />,
);
