import type { IconProps } from './icons.tsx';

/** Bars as on a label; drawn thinner than the other icons, or they run together. */
export function BarcodeIcon({ size = 18, ...props }: IconProps) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      aria-hidden="true"
      focusable="false"
      {...props}
    >
      <path d="M2.5 6.5V4.3a.8.8 0 0 1 .8-.8h2.2m9 0h2.2a.8.8 0 0 1 .8.8v2.2m0 7v2.2a.8.8 0 0 1-.8.8h-2.2m-9 0H3.3a.8.8 0 0 1-.8-.8v-2.2M6 7v6m2.7-6v6m2.6-6v6M14 7v6" />
    </svg>
  );
}
