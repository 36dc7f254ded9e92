import type { Tx, WriteTx } from '#server/lib/database.ts';
import {
  addModels,
  addTypes,
  knownModels,
  knownTypes,
  type KnownModel,
} from '#server/modules/assets/service.ts';
import type { AssetLine } from './asset-rows.ts';
import { groupBy, type Problems } from './plan.ts';

/** Folded words of a row; what it does not say is undefined. */
export type ModelKeys = {
  model: string;
  manufacturer: string | undefined;
  modelNumber: string | undefined;
  type: string | undefined;
};
/** A model to be made; its type, below zero, may be new too. */
type NewModel = {
  name: string;
  manufacturer: string;
  modelNumber: string;
  description: string;
  type: number;
};
/** What is to be made before assets can refer to it: below zero a model or type has no id yet, but its place here. */
export type NewCatalogue = { models: NewModel[]; types: string[] };

/** Below zero until it has an id: its place among the new. */
export const placeOf = (nth: number) => -1 - nth;
const sameWords = (some: readonly KnownModel[]) =>
  new Set(
    some.map(({ name, manufacturer, number, type }) => JSON.stringify([name, manufacturer, number, type])),
  ).size === 1;

/**
 * The models that there are, and those to be made. A model is known by its name and, where the file says them, by
 * its maker, model number and type too.
 */
export async function openCatalogue(tx: Tx) {
  const byName = groupBy(await knownModels(tx), ({ name }) => name);
  const types = await knownTypes(tx);
  const made: NewCatalogue = { models: [], types: [] };
  const newModels = new Map<string, number>();

  /** Every model that the words may mean. */
  const candidates = ({ model, manufacturer, modelNumber, type }: ModelKeys) =>
    (byName.get(model) ?? []).filter(
      (one) =>
        (manufacturer === undefined || one.manufacturer === manufacturer) &&
        (modelNumber === undefined || one.number === modelNumber) &&
        (type === undefined || one.type === type),
    );
  /** The type of this word, which is made when there is none. */
  function typeOf(key: string, name: string): number {
    const there = types.get(key);
    if (there !== undefined) return there;
    const id = placeOf(made.types.length);
    made.types.push(name);
    types.set(key, id);
    return id;
  }
  function add({ row, words }: AssetLine, keys: ModelKeys, found: Problems): number | undefined {
    const key = JSON.stringify([keys.model, keys.manufacturer, keys.modelNumber, keys.type]);
    const there = newModels.get(key);
    if (there !== undefined) return there;
    const unknown = { problem: 'unknown' as const };
    const called = [words.model, words.manufacturer, words.modelNumber, words.type]
      .filter((one) => one !== undefined)
      .map((one) => `“${one}”`)
      .join(', ');
    if (words.newModels === 'refuse')
      return found.add(row, 'model', `${called} is no model; add it first, or let models be made`, unknown);
    if (words.type === undefined)
      return found.add(
        row,
        'type',
        `must not be empty, for ${called} is no model yet and needs a type`,
        unknown,
      );
    const id = placeOf(made.models.length);
    newModels.set(key, id);
    made.models.push({
      name: words.model,
      manufacturer: words.manufacturer ?? '',
      modelNumber: words.modelNumber ?? '',
      description: '',
      type: typeOf(keys.type!, words.type),
    });
    return id;
  }
  /** The model that a row means, or is to be made for it. @param now that of the asset as it stands */
  function choose(line: AssetLine, keys: ModelKeys, now: number | undefined, found: Problems) {
    const some = candidates(keys);
    if (some.length === 0) return add(line, keys, found);
    const exact = some.filter(
      ({ manufacturer, number }) =>
        manufacturer === (keys.manufacturer ?? '') && number === (keys.modelNumber ?? ''),
    );
    const best = some.find(({ id }) => id === now) ?? (sameWords(exact) ? exact[0] : undefined);
    if (best) return best.id;
    if (sameWords(some)) return some[0]!.id;
    return found.add(
      line.row,
      'model',
      `“${line.words.model}” is the name of ${some.length} models; say its manufacturer, model number or type too`,
    );
  }
  return { candidates, choose, typeOf, types, made };
}

/** Makes those of the types that are needed; answers the id of what may be one of them. */
export async function makeTypes(tx: WriteTx, types: readonly string[], used: readonly number[]) {
  const needed = [...new Set(used.filter((id) => id < 0))];
  const made =
    needed.length === 0
      ? []
      : await addTypes(
          tx,
          needed.map((id) => types[placeOf(id)]!),
        );
  const ids = new Map(needed.map((id, n) => [id, made[n]!]));
  return (id: number) => ids.get(id) ?? id;
}

/** Makes those of the models that are needed, and their types first; answers their ids by the numbers they had. */
export async function makeCatalogue(tx: WriteTx, { models, types }: NewCatalogue, used: readonly number[]) {
  const needed = [...new Set(used.filter((id) => id < 0))];
  const wanted = needed.map((id) => models[placeOf(id)]!);
  if (wanted.length === 0) return new Map<number, number>();
  const typeId = await makeTypes(
    tx,
    types,
    wanted.map(({ type }) => type),
  );
  const made = await addModels(
    tx,
    wanted.map((model) => ({ ...model, type: typeId(model.type) })),
  );
  return new Map(needed.map((id, n) => [id, made[n]!]));
}
