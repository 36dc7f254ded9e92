import { isRightToLeft } from './language.ts';

const TURNED: Record<string, string> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/**
 * The key as it is meant where the page runs from left to right: in another page what comes next, or lies deeper,
 * is on the left.
 */
export const sideKey = (key: string): string => (isRightToLeft() ? (TURNED[key] ?? key) : key);
