import type { CompilerOptions } from '@inlang/paraglide-js';

/** How messages are compiled, here and in the build. */
export const messages: Pick<CompilerOptions, 'project' | 'outdir' | 'strategy'>;
/** Compiles what is not compiled yet. */
export function compileMessages(): void;
/** For whoever compiles by other means: the next run compiles anew. */
export function forgetMessages(): void;
