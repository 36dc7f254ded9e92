/** Changes when anything that a build reads changes. */
export function fingerprint(root: string): string;
