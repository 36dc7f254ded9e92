import { SaxesParser, type SaxesTagNS } from 'saxes';
import { invalid } from '#server/lib/app-error.ts';
import { drawn, DROPPED_ATTRIBUTES, unwrapped, SVG, XLINK } from './svg-allowed.ts';

/** An element of a drawing that may stay, with its attributes by local name, and its text. */
export type Element = { name: string; attributes: Map<string, string>; children: (Element | string)[] };
export type Drawing = { root: Element; /** Text of its style sheets. */ styles: string };

const MAX_ELEMENTS = 100_000;
const MAX_DEPTH = 200;
const MAX_STYLES = 500_000;

const refuse = (problem: string) => invalid('svg', problem);

function attributesOf(tag: SaxesTagNS): Map<string, string> {
  const kept = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    const ours = uri === '' || (uri === XLINK && local === 'href');
    if (ours && !DROPPED_ATTRIBUTES.test(local) && !kept.has(local)) kept.set(local, value);
  }
  return kept;
}

/**
 * Reads a drawing strictly as XML. Elements that draw nothing or that could do something are left out with all
 * they contain; entities of the file's own are not expanded. @throws 400 for what is no SVG, or too much of it
 */
export function readDrawing(text: string): Drawing {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  let root: Element | undefined;
  let styles = '';
  let inStyle = false;
  let skipped = 0;
  let elements = 0;

  parser.on('error', (error) => {
    throw refuse(`is not well-formed XML (${error.message.slice(0, 150)})`);
  });
  parser.on('opentag', (tag) => {
    if (skipped > 0) {
      skipped += 1;
      return;
    }
    if (root === undefined && (tag.uri !== SVG || tag.local !== 'svg'))
      throw refuse('must begin with <svg xmlns="http://www.w3.org/2000/svg">');
    if (tag.uri === SVG && tag.local === 'style') inStyle = true;
    if (tag.uri !== SVG || !(drawn.has(tag.local) || unwrapped.has(tag.local))) {
      skipped = 1;
      return;
    }
    elements += 1;
    if (elements > MAX_ELEMENTS) throw refuse(`has more than ${MAX_ELEMENTS} elements`);
    if (open.length >= MAX_DEPTH) throw refuse('is nested too deeply');
    const element: Element = {
      name: unwrapped.has(tag.local) ? 'g' : tag.local,
      attributes: attributesOf(tag),
      children: [],
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    if (skipped === 0) open.pop();
    else skipped -= 1;
    if (skipped === 0) inStyle = false;
  });
  const words = (content: string) => {
    if (inStyle && skipped === 1) styles += content;
    else if (skipped === 0) open.at(-1)?.children.push(content);
    if (styles.length > MAX_STYLES) throw refuse('has too large a style sheet');
  };
  parser.on('text', words);
  parser.on('cdata', words);
  parser.write(text.replace(/^\uFEFF/, '')).close();
  if (!root) throw refuse('is empty');
  return { root, styles };
}
