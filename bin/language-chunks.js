// Lets a browser load the words of one language only. Compiled messages carry every language; here each file of
// messages is written once for each language, and a page of its own for each language says by an import map
// which of them its modules mean. English is what the modules name themselves, so it needs no map.
import { minifySync, transformWithOxc } from 'vite';

const CHOSEN = '__LANGUAGE__';
const rightToLeft = new Set(['ar']);

/** The module's choice by the runtime, replaced by one that can be made while building. */
function chooseLater(code) {
  return code
    .replace('experimentalStaticLocale ?? options.locale ?? getLocale()', CHOSEN)
    .replace(/import \{ getLocale, experimentalStaticLocale \} from '\.\.\/runtime\.js';?/, '');
}

async function inLanguage(name, code, language) {
  const { code: chosen } = await transformWithOxc(code, name, {
    lang: 'js',
    sourcemap: false,
    define: { [CHOSEN]: JSON.stringify(language) },
  });
  return minifySync(name, chosen, { module: true, compress: {}, mangle: true, sourcemap: false }).code;
}

/** The page in another language: its attributes, where its modules find their words, and what loads early. */
function pageIn(html, language, map) {
  const names = Object.fromEntries(Object.entries(map).map(([from, to]) => [`/${from}`, `/${to}`]));
  const script = `<script type="importmap">${JSON.stringify({ imports: names })}</script>`;
  let page = html.replace(
    '<html lang="en" dir="ltr">',
    `<html lang="${language}" dir="${rightToLeft.has(language) ? 'rtl' : 'ltr'}">`,
  );
  for (const [from, to] of Object.entries(names)) page = page.replaceAll(`href="${from}"`, `href="${to}"`);
  // Before the first module: a map that comes later is not heeded.
  return page.replace('<script type="module"', () => `${script}\n    <script type="module"`);
}

/** @param languages the base language first */
export function languageChunks([base, ...others]) {
  return {
    name: 'atrium:language-chunks',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /src\/paraglide\/messages\/[^/]+\.js$/ },
      handler: (code) => ({ code: chooseLater(code), map: null }),
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const maps = Object.fromEntries(others.map((language) => [language, {}]));
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk' || !chunk.code.includes(CHOSEN)) continue;
          if (!chunk.name.startsWith('messages-')) this.error(`${chunk.fileName} must not hold messages`);
          for (const language of others) {
            const fileName = chunk.fileName.replace(/\.js$/, `.${language}.js`);
            const source = await inLanguage(fileName, chunk.code, language);
            this.emitFile({ type: 'asset', fileName, source });
            maps[language][chunk.fileName] = fileName;
          }
          chunk.code = await inLanguage(chunk.fileName, chunk.code, base);
        }
        const html = String(bundle['index.html'].source);
        for (const language of others)
          this.emitFile({
            type: 'asset',
            fileName: `index.${language}.html`,
            source: pageIn(html, language, maps[language]),
          });
      },
    },
  };
}
