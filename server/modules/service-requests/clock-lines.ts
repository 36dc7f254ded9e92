import type { ClockLine } from '#contract/service-clock.ts';
import { piecesOf } from './clock-pieces.ts';
import type { History, Phase, Promised } from './clock-log.ts';

/** A stretch of more lines than this is told by its first and last ones. */
const MOST_LINES = 60;
const AT_EACH_END = 20;

/** Of a long time the middle is added up: at most one line of each kind. */
function folded(lines: ClockLine[]): ClockLine[] {
  if (lines.length <= MOST_LINES) return lines;
  const middle = lines.slice(AT_EACH_END, -AT_EACH_END);
  const [from, to] = [middle[0]!.from, middle.at(-1)!.to];
  const sums = (['worked', 'paused', 'closed'] as const).flatMap((kind): ClockLine[] => {
    const some = middle.filter((line) => line.kind === kind);
    if (some.length === 0) return [];
    const ms = some.reduce((sum, line) => sum + line.ms, 0);
    const why = kind === 'closed' ? 'several' : some[0]!.why;
    return [{ kind, from, to, ms, ...(why && { why }), folded: true }];
  });
  return [...lines.slice(0, AT_EACH_END), ...sums, ...lines.slice(-AT_EACH_END)];
}

function piecesAsLines({ standing, calendar }: Phase, from: number, to: number): ClockLine[] {
  const lines = piecesOf(calendar, from, to).map((piece): ClockLine => {
    const { from: begins, to: ends, closed } = piece;
    const line = { from: begins, to: ends, ms: ends - begins };
    if (closed) return { ...line, kind: 'closed', ...closed };
    if (standing === 'running') return { ...line, kind: 'worked' };
    return { ...line, kind: 'paused', why: standing === 'held' ? 'hold' : 'finished' };
  });
  return folded(lines);
}

function moment({ event, type, priority }: Phase, promised: Promised): ClockLine {
  const line = { kind: event.kind, from: event.at, to: event.at, ms: 0 };
  const promisedMinutes = promised(type, priority);
  if (event.kind === 'opened') return { ...line, type, priority, promisedMinutes };
  if (event.kind === 'priority') return { ...line, priority, promisedMinutes };
  return event.kind === 'type' ? { ...line, type, promisedMinutes } : line;
}

/** The history line by line, with what is ahead until it is due. */
export function linesOf(
  { phases, until, ended }: History,
  due: number | null,
  promised: Promised,
): ClockLine[] {
  const lines: ClockLine[] = [];
  let told = due === null;
  const tellDue = () => {
    if (due !== null && !told) lines.push({ kind: 'due', from: due, to: due, ms: 0 });
    told = true;
  };
  for (const phase of phases) {
    const [from, to] = [Math.min(phase.from, until), Math.min(phase.to, until)];
    if (!told && due! < phase.event.at) tellDue();
    lines.push(moment(phase, promised));
    if (due !== null && from <= due && due < to) {
      lines.push(...piecesAsLines(phase, from, due));
      tellDue();
      lines.push(...piecesAsLines(phase, due, to));
    } else lines.push(...piecesAsLines(phase, from, to));
  }
  if (due !== null && due > until && !ended)
    lines.push(
      ...piecesAsLines(phases.at(-1)!, until, due).map((line) => ({ ...line, ahead: true as const })),
    );
  tellDue();
  return lines;
}
