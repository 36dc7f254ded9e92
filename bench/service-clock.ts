import type { CenterHours } from '#contract/center-hours.ts';
import { explainSla, slaOf, type ClockEvent } from '#server/modules/service-requests/clock.ts';
import { byTurns, timeFigure, type Figure } from './measure.ts';

const REQUESTS = 1000;
const HOUR = 3_600_000;
const NOW = Date.parse('2026-06-15T10:20Z');

const center = (zone: string): CenterHours => ({
  id: 1,
  name: zone,
  timeZone: zone,
  hours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: 480, closes: 720 },
    { weekday, opens: 780, closes: 1080 },
  ]),
  holidays: [{ day: '2026-05-25', name: 'Whit Monday' }],
});

/** Opened within the last quarter of a year, some held and taken up again, some given another priority. */
function logOf(n: number, calendar: CenterHours): ClockEvent[] {
  const opened = NOW - (1 + ((n * 7919) % 2160)) * HOUR;
  const log: ClockEvent[] = [{ kind: 'opened', at: opened, calendar, type: 1, priority: n % 4 }];
  if (n % 3 === 0) log.push({ kind: 'held', at: opened + HOUR }, { kind: 'resumed', at: opened + 30 * HOUR });
  if (n % 5 === 0) log.push({ kind: 'priority', at: opened + 2 * HOUR, priority: (n + 1) % 4 });
  if (n % 7 === 0) log.push({ kind: 'completed', at: opened + 50 * HOUR });
  return log;
}

/** The clocks of a thousand requests, with the calendars of three centers read anew each time. */
export async function serviceClock(): Promise<Figure[]> {
  const promised = (_: number | null, priority: number | null) => 240 * (1 + (priority ?? 0)) ** 2;
  const many = async () => {
    const centers = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'].map(center);
    for (let n = 0; n < REQUESTS; n += 1) slaOf({ log: logOf(n, centers[n % 3]!), promised, now: NOW });
  };
  const berlin = center('Europe/Berlin');
  const one = async () => explainSla({ log: logOf(15, berlin), promised, now: NOW });
  const [all, explained] = await byTurns(30, [many, one], 3);
  return [
    timeFigure('promises of 1,000 service requests reckoned', all!, { atMost: 50 }),
    timeFigure('promise of one service request explained', explained!),
  ];
}
