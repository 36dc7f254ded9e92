// Which sentences the code says to people, read off its source: for the test that none lacks its translations.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';

type Node = { type: string; [key: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** The text of a string or template, its values as {1}, {2} …; undefined for anything else. */
function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral') return undefined;
  const parts = node.quasis as { value: { cooked: string } }[];
  return parts.map(({ value }, nth) => `${nth ? `{${nth}}` : ''}${value.cooked}`).join('');
}
const nameOf = (node: unknown) =>
  isNode(node) && node.type === 'Identifier' ? String(node.name) : undefined;

const SENTENCE = /^[\p{Lu}{][^\n]*\s[^\n]*[.?]$/u;
/** Without a word of its own there is nothing to translate. */
const WORDS = /\p{L}{2}/u;
const SQL = /\b(SELECT|WHERE|UPDATE|INSERT|DELETE|organisation_id)\b/;
/** Words of the API's documentation, not of its answers. */
const described = new Set(['describe', 'description', 'summary']);

function visit(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) for (const one of node) visit(one, found);
  if (!isNode(node)) return;
  const text = textOf(node);
  if (text !== undefined && SENTENCE.test(text) && WORDS.test(text) && !SQL.test(text)) found.add(text);
  if (node.type === 'TaggedTemplateExpression' && nameOf(node.tag) === 'say') found.add(textOf(node.quasi)!);
  if (node.type === 'CallExpression') {
    const said = node.arguments as Node[];
    // `invalid(field, problem)` says «field problem».
    const problem = nameOf(node.callee) === 'invalid' && textOf(said[1]);
    if (problem) found.add(`{1} ${problem.replaceAll(/\{(\d+)\}/g, (_, nth) => `{${Number(nth) + 1}}`)}`);
    const callee = node.callee as Node;
    if (callee.type === 'MemberExpression' && described.has(nameOf(callee.property) ?? '')) return;
  }
  // What a schema of the contract says of a value.
  const checked = node.type === 'Property' && nameOf(node.key) === 'message' && textOf(node.value);
  if (checked && !SENTENCE.test(checked)) found.add(checked);
  if (node.type === 'Property' && described.has(nameOf(node.key) ?? '')) return;
  for (const [key, value] of Object.entries(node)) if (key !== 'type') visit(value, found);
}

/** Of what is no part of answering people: starting up, the demo's data. */
const aside =
  /(^|\/)(cluster[\w-]*|migrate|config|start|root|openapi|sentences)\.ts$|\.test\.ts$|modules\/demo\//;

/** Every English sentence below the folders, as the catalogues know it. */
export function sentencesIn(...folders: string[]): Set<string> {
  // What a schema finds wrong is told after the name of the attribute.
  const found = new Set<string>(['{1}: {2}']);
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true }).map(String))
      if (name.endsWith('.ts') && !aside.test(name))
        visit(parseAst(readFileSync(join(folder, name), 'utf8'), { lang: 'ts' }), found);
  return found;
}
