import type { CompilerOptions } from '@inlang/paraglide-js';

/** How messages are compiled, here and in the build. */
export const messages: Pick<CompilerOptions, 'project' | 'outdir' | 'strategy'>;
