import { presentation, safeProperty } from './svg-allowed.ts';

type Declarations = Map<string, string>;

/** Longer ones than any real one cost time to take apart. */
const MAX_STYLE = 10_000;

/** `fill: red; stroke: none` as safe properties; the later of two holds. */
export function declarations(style: string): Declarations {
  const found: Declarations = new Map();
  if (style.length > MAX_STYLE) return found;
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    const name = declaration.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!presentation.has(name)) continue;
    const value = safeProperty(name, declaration.slice(colon + 1));
    if (value !== undefined) found.set(name, value);
  }
  return found;
}

function withoutComments(css: string): string {
  let kept = '';
  let at = 0;
  while (at < css.length) {
    const begin = css.indexOf('/*', at);
    if (begin < 0) return kept + css.slice(at);
    kept += css.slice(at, begin);
    const end = css.indexOf('*/', begin + 2);
    if (end < 0) return kept;
    at = end + 2;
  }
  return kept;
}

export type Sheet = {
  /** What the sheet says of an element, the stronger selector last: by name, by class, by id. */
  of(name: string, classes: string | undefined, id: string | undefined): Declarations;
};

/**
 * A style sheet as drawing programs write them: rules for names, `.classes` and `#ids`. Anything else (media,
 * imports, fonts, nested selectors) is left out.
 */
export function readSheet(css: string): Sheet {
  const rules = new Map<string, Declarations>();
  for (const rule of withoutComments(css).split('}')) {
    const [selectors, body, ...nested] = rule.split('{');
    if (body === undefined || nested.length > 0) continue;
    const said = declarations(body);
    for (const selector of selectors!.split(',').map((one) => one.trim()))
      if (/^[.#]?[\w-]+$/.test(selector))
        rules.set(selector, new Map([...(rules.get(selector) ?? []), ...said]));
  }
  return {
    of(name, classes, id) {
      const named = classes === undefined ? [] : classes.trim().split(/\s+/).slice(0, 20);
      const selectors = [name, ...named.map((one) => `.${one}`), ...(id === undefined ? [] : [`#${id}`])];
      return new Map(selectors.flatMap((selector) => [...(rules.get(selector) ?? [])]));
    },
  };
}
