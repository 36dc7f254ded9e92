import { expect, test } from 'vitest';
import { minutesWithin, openWeek, USUAL_HOURS } from './open-week.ts';

test('a week has its open minutes where the clock shows them', () => {
  const week = openWeek([...USUAL_HOURS, { weekday: 7, opens: 0, closes: 1440 }]);
  expect(week).toHaveLength(7 * 1440);
  expect(week.replaceAll('0', '')).toHaveLength(5 * 600 + 1440);
  expect([week[479], week[480], week[1079], week[1080]]).toEqual(['0', '1', '1', '0']);
  expect(week.slice(5 * 1440, 6 * 1440)).not.toContain('1');
  expect(week.slice(6 * 1440)).not.toContain('0');
});

test('what opens off the quarter is a moment to look at', () => {
  expect(minutesWithin(USUAL_HOURS)).toEqual([0]);
  expect(minutesWithin([{ weekday: 1, opens: 487, closes: 1440 }])).toEqual([0, 7]);
});
