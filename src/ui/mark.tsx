/** Atrium's mark: a glass roof over a court. The same drawing as public/icon.svg. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7.5" fill="#434fbf" />
      <path d="M16 6.5 25.5 25H21.2L16 14.6 10.8 25H6.5Z" fill="#fff" />
      <path d="M16 18.4 19.3 25H12.7Z" fill="#b9c0f5" />
    </svg>
  );
}
