import { MAX_SVG } from '#contract/floor-plans.ts';
import { invalid } from '#server/lib/app-error.ts';
import { geometry, ID_PREFIX, presentation, safeGeometry, safeProperty, SVG, worded } from './svg-allowed.ts';
import { declarations, readSheet, type Sheet } from './svg-style.ts';
import { readDrawing, type Element } from './svg-tree.ts';

export type ViewBox = [minX: number, minY: number, width: number, height: number];
export type CleanSvg = { svg: string; viewBox: ViewBox };

/** Elements that a browser would make of it, copies by <use> included. */
const MAX_DRAWN = 200_000;
/** Characters; a style written out at each element can make a drawing much larger than its file. */
const MAX_CLEAN = 2 * MAX_SVG;

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const idOf = ({ attributes }: Element) => {
  const id = attributes.get('id');
  return id !== undefined && id.length <= 200 && !/\s/.test(id) && id !== '' ? id : undefined;
};
/** The id that an element's reference leads to, inside the drawing. */
const targetOf = ({ attributes }: Element) =>
  /^#([^\s"'()#]{1,200})$/.exec(attributes.get('href') ?? '')?.[1];

/** @throws 400 for a drawing that multiplies itself by references, or refers to itself */
function checkCopies(root: Element) {
  const byId = new Map<string, Element>();
  const elementsOf = (element: Element) => element.children.filter((child) => typeof child !== 'string');
  const visit = (element: Element) => {
    const id = idOf(element);
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
    elementsOf(element).forEach(visit);
  };
  visit(root);
  const known = new Map<Element, number>();
  const drawn = (element: Element, depth: number): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (depth > 1000) throw invalid('svg', 'refers to itself too deeply');
    known.set(element, Infinity); // meeting it again on the way down is a circle
    const target = element.name === 'use' ? byId.get(targetOf(element) ?? '') : undefined;
    let sum = 1 + (target ? drawn(target, depth + 1) : 0);
    for (const child of elementsOf(element)) sum += drawn(child, depth + 1);
    known.set(element, sum);
    return sum;
  };
  if (drawn(root, 0) > MAX_DRAWN) throw invalid('svg', 'repeats its parts too often');
}

/** @throws 400 */
function viewBoxOf({ attributes }: Element): ViewBox {
  const numbers = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const sides = ['width', 'height'].map((name) => {
    const side = attributes.get(name) ?? '';
    return side.trim().endsWith('%') ? Number.NaN : Number.parseFloat(side);
  });
  const box = numbers.length === 4 && numbers.every(Number.isFinite) ? numbers : [0, 0, ...sides];
  const fits = box.every((number) => Math.abs(number) <= 1e9) && box[2]! > 0 && box[3]! > 0;
  if (!fits) throw invalid('svg', 'must have a viewBox, or width and height');
  return box as ViewBox;
}

function attributesText(element: Element, sheet: Sheet): string {
  const { name, attributes } = element;
  const kept = new Map<string, string>();
  for (const [attribute, value] of attributes) {
    const safe = geometry.has(attribute)
      ? safeGeometry(attribute, value)
      : presentation.has(attribute)
        ? safeProperty(attribute, value)
        : undefined;
    if (safe !== undefined) kept.set(attribute, safe);
  }
  const id = idOf(element);
  // As in a browser: a style sheet beats attributes, the element's own style beats both.
  for (const [property, value] of sheet.of(name, attributes.get('class'), id)) kept.set(property, value);
  for (const [property, value] of declarations(attributes.get('style') ?? '')) kept.set(property, value);
  const target = targetOf(element);
  if (target !== undefined) kept.set('href', `#${ID_PREFIX}${target}`);
  if (id !== undefined) kept.set('id', ID_PREFIX + id).set('data-id', id);
  return [...kept].map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`).join('');
}

/**
 * A drawing made anew from what is allowed of it, safe to be put into a page: shapes, text and paint, no
 * scripts, links, images, fonts or style sheets, nothing that is fetched from anywhere. Styles become attributes.
 * Ids get the prefix `plan-`, references follow; `data-id` tells the id of the file. The root bears the view box
 * and no size. May take some tenths of a second for 5 MB, so do it before the transaction.
 * @throws 400 naming `svg` for anything that is no SVG, larger than 5 MB, or made to burst a browser
 */
export function sanitiseSvg(text: string): CleanSvg {
  if (Buffer.byteLength(text) > MAX_SVG) throw invalid('svg', 'is larger than 5 MB');
  const { root, styles } = readDrawing(text);
  checkCopies(root);
  const viewBox = viewBoxOf(root);
  const sheet = readSheet(styles);
  const parts: string[] = [];
  let length = 0;
  const put = (part: string) => {
    length += part.length;
    if (length > MAX_CLEAN) throw invalid('svg', 'becomes larger than 10 MB');
    parts.push(part);
  };
  const write = (element: Element) => {
    put(`<${element.name}${attributesText(element, sheet)}>`);
    for (const child of element.children) {
      if (typeof child !== 'string') write(child);
      else if (worded.has(element.name)) put(escaped(child));
    }
    put(`</${element.name}>`);
  };
  put(`<svg xmlns="${SVG}" viewBox="${viewBox.join(' ')}">`);
  for (const child of root.children) if (typeof child !== 'string') write(child);
  put('</svg>');
  return { svg: parts.join(''), viewBox };
}
