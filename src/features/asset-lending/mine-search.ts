export type MineSearch = {
  /** The search for something to reserve is open. */
  reserve?: true;
};
/** Reads an address that anybody may have written. */
export const readMineSearch = ({ reserve }: Record<string, unknown>): MineSearch =>
  reserve === true || reserve === 'true' ? { reserve: true } : {};
