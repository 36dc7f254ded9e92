const nameIn = (value: unknown): string | undefined => {
  const name: unknown =
    typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
  return typeof name === 'string' ? name : undefined;
};

/** Where a space is: its building and floor, as far as they are known. */
export const spaceLine = ({ floor }: { floor: Record<string, unknown> }) =>
  [nameIn(floor.building), nameIn(floor)].filter(Boolean).join(' · ');
