/** Changes when anything that a build reads changes. */
export function fingerprint(root: string): string;
/** Whether dist/ was built from what is here now. */
export function isBuilt(root: string): boolean;
