import { MAX_SVG } from '#contract/floor-plans.ts';
import { type GeoJsonPlan, readGeoJson } from '#contract/geojson-plan.ts';
import * as m from '#messages';

/** GeoJSON says much in many words; the drawing made of it is what has to be small. */
const MAX_JSON = 20 * 1024 * 1024;

export type DrawingRead = { fileName: string } & (
  | { svg: string }
  | { levels: GeoJsonPlan[] }
  | { problem: string }
);

const problems = {
  'no-json': m.floors_problem_json,
  'no-geojson': m.floors_problem_geojson,
  'no-polygons': m.floors_problem_polygons,
  'no-degrees': m.floors_problem_degrees,
};

/** A file as a drawing: SVG as it is (the server looks closer), GeoJSON level by level. */
export async function readDrawing(file: File): Promise<DrawingRead> {
  const fileName = file.name.slice(0, 300);
  const isJson = /\.(geo)?json$/i.test(file.name);
  if (!isJson && !/\.svg$/i.test(file.name)) return { fileName, problem: m.floors_problem_kind() };
  if (file.size === 0) return { fileName, problem: m.floors_problem_empty() };
  if (file.size > (isJson ? MAX_JSON : MAX_SVG))
    return { fileName, problem: m.floors_problem_large({ size: isJson ? 20 : 5 }) };
  const text = await file.text();
  if (!isJson) return { fileName, svg: text };
  const read = readGeoJson(text);
  if (read.problem !== undefined) return { fileName, problem: problems[read.problem]() };
  const [only, ...more] = read.plans;
  return more.length === 0 ? { fileName, svg: only!.svg } : { fileName, levels: read.plans };
}
