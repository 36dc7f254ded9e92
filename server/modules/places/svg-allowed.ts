export const SVG = 'http://www.w3.org/2000/svg';
export const XLINK = 'http://www.w3.org/1999/xlink';

const set = (names: string) => new Set(names.split(/\s+/));

/** What draws. Not among them: script, foreignObject, image, animations, filters, anything of other namespaces. */
export const drawn = set(
  `svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc clipPath mask
   pattern linearGradient radialGradient stop marker`,
);
/** Kept as groups, without what else they do. */
export const unwrapped = set('a switch');
export const worded = set('text tspan title desc');
export const DROPPED_ATTRIBUTES = /^(on|xmlns)/i;

/** Attributes of numbers, lists of numbers and key words. */
export const geometry = set(
  `x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy width height d points transform viewBox preserveAspectRatio offset
   gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits
   maskUnits maskContentUnits markerWidth markerHeight markerUnits refX refY orient rotate textLength lengthAdjust
   pathLength`,
);

/** Properties that may be written as attributes; whatever a style says otherwise is left out. */
export const presentation = set(
  `fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
   stroke-dasharray stroke-dashoffset opacity display visibility color stop-color stop-opacity clip-path clip-rule
   mask font-family font-size font-style font-weight text-anchor text-decoration letter-spacing word-spacing
   dominant-baseline alignment-baseline baseline-shift marker-start marker-mid marker-end paint-order vector-effect
   shape-rendering`,
);

/** Ids are set apart from those of the page that the drawing is shown in. */
export const ID_PREFIX = 'plan-';
const LONGEST = 2000;
const plain = /^[\w\s.,+\-%]*$/;
const path = /^[MmZzLlHhVvCcSsQqTtAaEe\d\s.,+-]*$/;
const transform = /^(?:[\s,]*(?:matrix|translate|scale|rotate|skewX|skewY)\s?\([\deE\s.,+-]*\))*[\s,]*$/;
const painted = /^(?:[\w\s#.,%+-]|(?:rgba?|hsla?)\([\d\s.,%/]+\))*$/;
const family = /^[\p{L}\p{N}\s_,'"-]*$/u;
const local = /^url\(\s*["']?#([^\s"'()#]{1,200})["']?\s*\)$/;

/** The value of an attribute of geometry as it may stay; undefined to leave it out. Paths may be long. */
export function safeGeometry(name: string, value: string): string | undefined {
  if (value.length > LONGEST && name !== 'd' && name !== 'points') return undefined;
  const fits = name === 'd' ? path : /transform$/i.test(name) ? transform : plain;
  return fits.test(value) ? value : undefined;
}

/** The value of a property as it may stay, references kept within the drawing; undefined to leave it out. */
export function safeProperty(name: string, value: string): string | undefined {
  const said = value.replace(/!\s*important\s*$/i, '').trim();
  if (said === '' || said.length > LONGEST) return undefined;
  const target = local.exec(said)?.[1];
  if (target !== undefined) return `url(#${ID_PREFIX}${target})`;
  return (name === 'font-family' ? family : painted).test(said) ? said : undefined;
}
