export type RunTab = 'all' | 'remaining' | 'delivered';
/** What the address holds; what remains is looked at when it says nothing. */
export type RunSearch = { tab?: 'all' | 'delivered' };

/** Reads an address that anybody may have written. */
export const readRunSearch = ({ tab }: Record<string, unknown>): RunSearch =>
  tab === 'all' || tab === 'delivered' ? { tab } : {};
