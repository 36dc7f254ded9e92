import { loadavg } from 'node:os';
import { openDataset } from './dataset.ts';
import { assetAudits } from './asset-audits.ts';
import { assets } from './assets.ts';
import { calls } from './calls.ts';
import { barcodes } from './barcodes.ts';
import { board } from './board.ts';
import { booking } from './booking.ts';
import { checkIns } from './check-ins.ts';
import { exceptions } from './exceptions.ts';
import { find } from './find.ts';
import { mailFigures } from './figures.ts';
import { directory } from './directory.ts';
import { home } from './home.ts';
import { imports } from './imports.ts';
import { lists } from './lists.ts';
import { machine, table, type Figure } from './measure.ts';
import { moves } from './moves.ts';
import { places } from './places.ts';
import { plans } from './plans.ts';
import { runSheets } from './run-sheets.ts';
import { searches } from './searches.ts';
import { spaceUse } from './space-use.ts';
import { serviceClock } from './service-clock.ts';
import { serviceRequests } from './service-requests.ts';
import { starts } from './starts.ts';
import { timeline } from './timeline.ts';
import { trees } from './trees.ts';
import { web } from './web.ts';

// Writers last: they leave a larger table behind.
const parts = { lists, searches, find, directory, calls, web, runSheets, exceptions, trees, checkIns };
/** These bring what they measure. */
const apart = {
  starts,
  figures: mailFigures,
  barcodes,
  places,
  plans,
  imports,
  timeline,
  booking,
  spaceUse,
  board,
  serviceClock,
  serviceRequests,
  assets,
  assetAudits,
  home,
  moves,
};
const say = (text: string) => process.stdout.write(`${text}\n`);

const asked = process.argv.slice(2);
const known = [...Object.keys(parts), ...Object.keys(apart)];
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  say(`There is no ${unknown.join(', ')}. Parts: ${known.join(', ')}.`);
  process.exit(2);
}
const wanted = (name: string) => asked.length === 0 || asked.includes(name);

say(machine());
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(apart).filter(([part]) => wanted(part))) {
  say(`${name} … (load ${loadavg()[0]!.toFixed(1)})`);
  figures.push(...(await measure()));
}
const ofDataset = Object.entries(parts).filter(([name]) => wanted(name));
if (ofDataset.length > 0) {
  const dataset = await openDataset();
  try {
    for (const [name, measure] of ofDataset) {
      say(`${name} … (load ${loadavg()[0]!.toFixed(1)})`);
      figures.push(...(await measure(dataset)));
    }
  } finally {
    await dataset.close();
  }
}
say(`\n${table(figures)}`);
