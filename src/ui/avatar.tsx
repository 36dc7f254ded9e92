import classes from './avatar.module.css';

export type AvatarProps = {
  name: string;
  /** #rrggbb */
  color?: string | undefined;
  src?: string | undefined;
  /** Pixels; 24 in rows, 28 in bars. */
  size?: number;
};

/** A person's picture, or initials on their colour. The name stands beside it, so readers skip it. */
export function Avatar({ name, color = '#626773', src, size = 24 }: AvatarProps) {
  const box = { width: size, height: size };
  if (src) return <img className={classes.avatar} src={src} alt="" style={box} loading="lazy" />;
  return (
    <span
      className={classes.avatar}
      aria-hidden="true"
      style={{ ...box, fontSize: Math.round(size * 0.42), background: color, color: inkOn(color) }}
    >
      {initials(name)}
    </span>
  );
}

/** First letters of the first and last word, in any script; one is enough where words are not spaced. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(firstLetter);
  return letters.join('').toLocaleUpperCase();
}

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const firstLetter = (word = '') => segments.segment(word)[Symbol.iterator]().next().value?.segment ?? '';

/**
 * Black or white, whichever reads better on the colour (WCAG relative luminance). True black: any softer
 * ink leaves middling colours on which neither reaches a contrast of 4.5.
 */
export function inkOn(color: string): '#ffffff' | '#000000' {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return luminance > 0.179 ? '#000000' : '#ffffff';
}
