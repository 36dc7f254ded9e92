import type { ReactNode, SVGProps } from 'react';

export type IconProps = SVGProps<SVGSVGElement> & { size?: number };

/**
 * Line icons on a 20 px grid. They repeat what a word beside them says, so they are hidden from readers. What
 * points along the line of reading turns with it (global.css); clocks, checks and plans do not.
 */
export const icon = (drawing: ReactNode, { turns = false } = {}) =>
  function Icon({ size = 18, ...props }: IconProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
        data-turns={turns || undefined}
        {...props}
      >
        {drawing}
      </svg>
    );
  };

export const HomeIcon = /* @__PURE__ */ icon(
  <path d="M3.5 9 10 3.5 16.5 9v7a.8.8 0 0 1-.8.8h-3.2v-4.6h-5v4.6H4.3a.8.8 0 0 1-.8-.8Z" />,
);
export const ParcelIcon = /* @__PURE__ */ icon(
  <path d="M10 2.8 16.5 6v8L10 17.2 3.5 14V6Zm0 14.4V9.2M3.7 6.1 10 9.2l6.3-3.1M6.8 4.4l6.3 3.1v2.6" />,
);
export const MenuIcon = /* @__PURE__ */ icon(<path d="M3 5.5h14M3 10h14M3 14.5h14" />);
export const CloseIcon = /* @__PURE__ */ icon(<path d="m5 5 10 10M15 5 5 15" />);
export const SearchIcon = /* @__PURE__ */ icon(
  <path d="M8.8 14.6a5.8 5.8 0 1 0 0-11.6 5.8 5.8 0 0 0 0 11.6ZM13 13l4 4" />,
);
export const ChevronDownIcon = /* @__PURE__ */ icon(<path d="m5.5 8 4.5 4.5L14.5 8" />);
export const ArrowUpIcon = /* @__PURE__ */ icon(<path d="M10 16V4.5M5.5 9 10 4.5 14.5 9" />);
export const ArrowDownIcon = /* @__PURE__ */ icon(<path d="M10 4v11.5M5.5 11l4.5 4.5 4.5-4.5" />);
export const PanelIcon = /* @__PURE__ */ icon(
  <path d="M3.8 4h12.4a.8.8 0 0 1 .8.8v10.4a.8.8 0 0 1-.8.8H3.8a.8.8 0 0 1-.8-.8V4.8a.8.8 0 0 1 .8-.8ZM8 4v12" />,
  { turns: true },
);
export const SunIcon = /* @__PURE__ */ icon(
  <path d="M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM10 2.2v1.6m0 12.4v1.6M2.2 10h1.6m12.4 0h1.6M4.5 4.5l1.1 1.1m8.8 8.8 1.1 1.1m0-11-1.1 1.1m-8.8 8.8-1.1 1.1" />,
);
export const MoonIcon = /* @__PURE__ */ icon(
  <path d="M16.5 11.6A6.8 6.8 0 0 1 8.4 3.5a6.8 6.8 0 1 0 8.1 8.1Z" />,
);
export const ScreenIcon = /* @__PURE__ */ icon(<path d="M3.3 4h13.4v9H3.3Zm4 12.5h5.4M10 13v3.5" />);
export const PersonIcon = /* @__PURE__ */ icon(
  <path d="M10 9.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.8 16.8a6.2 6.2 0 0 1 12.4 0" />,
);
export const SignOutIcon = /* @__PURE__ */ icon(
  <path d="M8 3.5H4.3a.8.8 0 0 0-.8.8v11.4a.8.8 0 0 0 .8.8H8M12.5 6.5 16 10l-3.5 3.5M16 10H7.5" />,
  { turns: true },
);
export const CheckIcon = /* @__PURE__ */ icon(<path d="m4.5 10.5 3.7 3.7 7.3-8" />);
export const InfoIcon = /* @__PURE__ */ icon(
  <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-7.5v4M10 6.6v.1" />,
);
export const WarningIcon = /* @__PURE__ */ icon(<path d="M10 3.2 17.3 16H2.7Zm0 5v3.6m0 2v.1" />);
export const ErrorIcon = /* @__PURE__ */ icon(
  <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-10.5v4M10 13.4v.1" />,
);
export const ClockIcon = /* @__PURE__ */ icon(
  <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm0-10.8V10l2.6 1.6" />,
);
export const OfflineIcon = /* @__PURE__ */ icon(
  <path d="M3 3l14 14M10 16v.1M7.4 13a4 4 0 0 1 4.6-.6M4.9 10.2a7.6 7.6 0 0 1 3-1.8m3.6-.2a7.6 7.6 0 0 1 3.6 2M2.4 7.4a11 11 0 0 1 3-2M9 4.2a11 11 0 0 1 8.6 3.2" />,
);
export const LockIcon = /* @__PURE__ */ icon(<path d="M5 9h10v7.5H5Zm2-.2V6.5a3 3 0 0 1 6 0v2.3" />);
export const RefreshIcon = /* @__PURE__ */ icon(
  <path d="M16.5 4v4h-4M3.5 16v-4h4M16 8A6.5 6.5 0 0 0 4.8 6.2M4 12a6.5 6.5 0 0 0 11.2 1.8" />,
);
export const UndoIcon = /* @__PURE__ */ icon(
  <path d="M7 4.5 3.5 8 7 11.5M3.5 8h8.2a4.3 4.3 0 0 1 0 8.6H8" />,
  { turns: true },
);
export const PencilIcon = /* @__PURE__ */ icon(<path d="m3.5 16.5.8-3.4 9-9 2.6 2.6-9 9Zm8-10.6 2.6 2.6" />);
export const InboxIcon = /* @__PURE__ */ icon(
  <path d="m3 11 2.4-6.5h9.2L17 11v5H3Zm0 0h4.2a2.8 2.8 0 0 0 5.6 0H17" />,
);
export const CompassIcon = /* @__PURE__ */ icon(
  <path d="M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm2.9-9.9-1.6 4.2-4.2 1.6 1.6-4.2Z" />,
);
export const TruckIcon = /* @__PURE__ */ icon(
  <path d="M2.5 5h8.8v8.6M2.5 5v8.6h1.2m3.4 0h4.2m0-6h3.2l2.5 3v3h-.6m-3.4 0h-1.7M5.4 15.3a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Zm9.3 0a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z" />,
  { turns: true },
);
export const TransferIcon = /* @__PURE__ */ icon(
  <path d="M3.5 7h13M13 3.5 16.5 7 13 10.5M16.5 13.5h-13M7 10l-3.5 3.5L7 17" />,
);
export const PrintIcon = /* @__PURE__ */ icon(
  <path d="M6 7V3.5h8V7M6 14H4a.8.8 0 0 1-.8-.8V7.8A.8.8 0 0 1 4 7h12a.8.8 0 0 1 .8.8v5.4a.8.8 0 0 1-.8.8h-2m-8-2.5h8v5H6Z" />,
);
