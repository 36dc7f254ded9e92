import type { Plugin } from 'vite';

/** @param languages the base language first */
export function languageChunks(languages: readonly string[]): Plugin;
