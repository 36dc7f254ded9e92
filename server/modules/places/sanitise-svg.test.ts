import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { AppError } from '#server/lib/app-error.ts';
import { projectRoot } from '#server/lib/root.ts';
import { sanitiseSvg } from './sanitise-svg.ts';
import { drawn, geometry, presentation } from './svg-allowed.ts';

const svg = (inside: string, attributes = 'viewBox="0 0 10 10"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`;
const inside = (text: string) =>
  sanitiseSvg(svg(text))
    .svg.replace(/^<svg xmlns="[^"]*" viewBox="0 0 10 10">/, '')
    .replace(/<\/svg>$/, '');

/** Everything that a browser would find in the drawing is on the lists; references stay inside. */
function checkSafe(text: string) {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('processinginstruction', () => expect.unreachable('processing instruction'));
  parser.on('doctype', () => expect.unreachable('doctype'));
  parser.on('opentag', ({ uri, local, attributes }) => {
    expect(uri).toBe('http://www.w3.org/2000/svg');
    expect(drawn).toContain(local);
    for (const { name, value } of Object.values(attributes)) {
      expect(
        geometry.has(name) || presentation.has(name) || ['id', 'data-id', 'href', 'xmlns'].includes(name),
      ).toBe(true);
      if (name === 'id') expect(value).toMatch(/^plan-/);
      if (name === 'href') expect(value).toMatch(/^#plan-/);
      if (name !== 'xmlns' && name !== 'data-id' && name !== 'id') {
        expect(value).not.toMatch(/javascript|expression|data:|https?:|\\/i);
        expect(value.replaceAll(/^url\(#plan-[^()\s]+\)$/g, '')).not.toMatch(/url/i);
      }
    }
  });
  parser.write(text).close();
}

describe('a drawing', () => {
  test('keeps its shapes, text and paint', () => {
    expect(
      inside(
        '<g id="R1"><rect x="1" y="2" width="3" height="4" fill="#fff"/><text x="1">A &amp; B</text></g>',
      ),
    ).toBe(
      '<g id="plan-R1" data-id="R1"><rect x="1" y="2" width="3" height="4" fill="#fff"></rect><text x="1">A &amp; B</text></g>',
    );
  });

  test('has its styles written out as attributes, the stronger ones last', () => {
    const sheet = `<style>/* .a { fill: none } */ @import url(x); .a, rect { fill: red; stroke: blue } #i{stroke:none;behavior:url(x)}
      @media print { .a { fill: green } }</style>`;
    expect(
      inside(
        `${sheet}<rect class="a b" id="i" fill="black" style="stroke-width: 2 !important; position: fixed"/>`,
      ),
    ).toBe('<rect fill="red" stroke="none" stroke-width="2" id="plan-i" data-id="i"></rect>');
  });

  test('keeps references inside itself, and only those', () => {
    expect(
      inside(
        '<defs><linearGradient id="g"/></defs><path d="M0 0" fill="url(#g)" style="clip-path:url( \'#c\' )"/>',
      ),
    ).toBe(
      '<defs><linearGradient id="plan-g" data-id="g"></linearGradient></defs><path d="M0 0" fill="url(#plan-g)" clip-path="url(#plan-c)"></path>',
    );
    expect(
      inside('<use xlink:href="#g"/><use href="https://x.test/y.svg#g"/><use href="data:image/svg+xml,x"/>'),
    ).toBe('<use href="#plan-g"></use><use></use><use></use>');
    for (const value of [
      'url(https://x.test)',
      'url(//x.test#a)',
      'URL(x)',
      'u\\72l(x)',
      'expression(1)',
      'image(x)',
      'red;x:y',
      'url(#a) url(http://x)',
    ])
      expect(inside(`<rect fill="${value}" style="fill:${value.replace(/;.*/, '')}"/>`)).not.toMatch(
        /url|expression|image|;/i,
      );
  });

  test.each([
    '<script>alert(1)</script>',
    '<script xlink:href="https://x.test/x.js"/>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"><img src="x"/></body></foreignObject>',
    '<image href="https://x.test/x.png"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>',
    '<handler xmlns="http://www.w3.org/2001/xml-events">alert(1)</handler>',
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
    '<filter id="f"><feImage href="https://x.test/x.png"/></filter>',
    '<style>@import url(https://x.test/x.css); * { fill: url(https://x.test) }</style>',
    '<!-- <script>alert(1)</script> -->',
    '<?xml-stylesheet href="https://x.test/x.css"?>',
    '<metadata><x xmlns="urn:x">alert(1)</x></metadata>',
  ])('loses %s', (evil) => {
    expect(inside(`${evil}<rect/>`)).toBe('<rect></rect>');
  });

  test('loses handlers, links, foreign attributes and everything that CSS could do', () => {
    expect(
      inside(
        '<g onclick="alert(1)" ONLOAD="x" xml:base="https://x.test" tabindex="0" class="app" role="button"><a href="javascript:alert(1)" xlink:href="javascript:alert(1)" target="_top"><rect/></a></g>',
      ),
    ).toBe('<g><g><rect></rect></g></g>');
    expect(inside('<text>&lt;script&gt;</text><title>&quot;&lt;x</title>')).toBe(
      '<text>&lt;script&gt;</text><title>&quot;&lt;x</title>',
    );
    const quoted = inside(`<rect id='a"onload="alert(1)' d='"&gt;&lt;script&gt;'/>`);
    expect(quoted).not.toMatch(/"onload|<script/);
    checkSafe(sanitiseSvg(svg(`<rect id='a"onload="alert(1)'/>`)).svg);
  });

  test('has a view box, or is measured by its size', () => {
    const box = (attributes: string) => sanitiseSvg(svg('', attributes)).viewBox;
    expect(box('viewBox="-1,2  30 40"')).toEqual([-1, 2, 30, 40]);
    expect(box('width="100px" height="50"')).toEqual([0, 0, 100, 50]);
    for (const wrong of [
      '',
      'viewBox="0 0 0 10"',
      'viewBox="0 0 -1 10"',
      'viewBox="a b c d"',
      'width="100%" height="100%"',
      'viewBox="0 0 1e300 1"',
    ])
      expect(() => box(wrong)).toThrow('viewBox');
  });
});

test.each([
  ['', 'empty|XML'],
  ['not xml', 'XML'],
  ['<html/>', 'must begin'],
  ['<svg viewBox="0 0 1 1"/>', 'must begin'],
  ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">', 'XML'],
  ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g></svg>', 'XML'],
  [`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${svg('<text>&b;</text>')}`, 'XML'],
  [`<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${svg('<text>&x;</text>')}`, 'XML'],
  [svg('<g>'.repeat(300) + '</g>'.repeat(300)), 'nested'],
  [svg('<g/>'.repeat(100_001)), 'elements'],
  [svg(`<text>${'x'.repeat(5 * 1024 * 1024)}</text>`), '5 MB'],
  [svg('<g id="a"><use href="#a"/></g>'), 'repeats'],
  [
    svg(
      Array.from({ length: 12 }, (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`).join(
        '',
      ) + '<rect id="l0"/>',
    ),
    'repeats',
  ],
  [
    svg(
      `<style>.a{${['fill', 'stroke', 'color'].map((name) => `${name}:${' 1'.repeat(990)}`).join(';')}}</style>${'<g class="a"/>'.repeat(90_000)}`,
    ),
    '10 MB',
  ],
])('is refused: %#', (text, problem) => {
  let refused: unknown;
  try {
    sanitiseSvg(text);
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(AppError);
  expect(refused).toMatchObject({ statusCode: 400, field: 'svg', message: expect.stringMatching(problem) });
});

test('whatever is put together, only what is allowed comes out, or a refusal', () => {
  const word = fc.oneof(
    fc.constantFrom(
      'javascript:alert(1)',
      'url(https://x.test)',
      'url(#a)',
      '#a',
      'red',
      '10',
      '&quot;&gt;&lt;script&gt;',
      'expression(1)',
      '\\75rl(x)',
      '/**/',
      '}{',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.replaceAll(/[<&"\p{C}]/gu, '')),
  );
  const name = fc.constantFrom(
    'script',
    'style',
    'g',
    'rect',
    'a',
    'use',
    'image',
    'foreignObject',
    'text',
    'animate',
    'switch',
    'svg',
    'title',
    'iframe',
    'clipPath',
  );
  const attribute = fc.constantFrom(
    'onload',
    'href',
    'xlink:href',
    'style',
    'fill',
    'id',
    'class',
    'd',
    'src',
    'clip-path',
    'font-family',
    'values',
    'data-x',
    'transform',
  );
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(
        name,
        fc.dictionary(attribute, word, { maxKeys: 4 }),
        fc.array(fc.oneof({ maxDepth: 4 }, word, tie('element')), { maxLength: 3 }),
      )
      .map(
        ([tag, attributes, children]) =>
          `<${tag}${Object.entries(attributes)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('')}>${children.join('').replaceAll(']]>', '')}</${tag}>`,
      ),
  }));
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(element, { maxLength: 5 }), (elements) => {
      try {
        checkSafe(sanitiseSvg(svg(elements.join(''))).svg);
        accepted += 1;
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        expect(error.statusCode).toBe(400);
      }
    }),
    { numRuns: 400 },
  );
  expect(accepted).toBeGreaterThan(200);
});

test('plans of a real campus keep every room, and can be cleaned again', () => {
  const folder = resolve(projectRoot, '../shared/data/campus-noi/plans');
  const rooms = new Set<string>();
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    const { svg: clean, viewBox } = sanitiseSvg(text);
    checkSafe(clean);
    expect(viewBox[2]).toBeGreaterThan(100);
    for (const shape of ['rect', 'polygon', 'polyline', 'path', 'line', 'circle', 'text'])
      expect([file, shape, clean.split(`<${shape} `).length]).toEqual([
        file,
        shape,
        text.split(`<${shape} `).length,
      ]);
    for (const [, id] of text.matchAll(/<g class="clickable[^"]*" id="([^"]+)"/g)) {
      expect(clean).toContain(`data-id="${id}"`);
      rooms.add(id!);
    }
    // Cleaned again it is the same, but for the prefix of the ids.
    const again = sanitiseSvg(clean).svg;
    expect(again.replaceAll('plan-plan-', 'plan-').length).toBeGreaterThanOrEqual(clean.length - 1);
  }
  expect(rooms.size).toBeGreaterThan(500);
});
