/** Whether the address asks for the code: a bookmark of it opens straight at the counter. */
export const readCodeSearch = ({ code }: Record<string, unknown>): { code?: true } =>
  code === true || code === 'true' ? { code: true } : {};
