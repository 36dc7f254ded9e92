import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import { formatDayMonth, formatDays } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { across, axis, grid, HEIGHT, margin, Tip, upright } from './figure-chart.tsx';

/** From one day to another, both included, with two numbers. */
export type PairPoint = { from: string; until: string; first: number; second: number };
type Props = {
  width: number;
  height?: number;
  label: string;
  first: string;
  second: string;
  points: PairPoint[];
};

/** Bars side by side: filled for the first of two numbers, hatched for the second. */
export function PairChart({ width, height = HEIGHT, label, first, second, points }: Props) {
  const hatch = useId();
  return (
    <BarChart
      width={width}
      height={height}
      data={points}
      margin={margin}
      barGap={1}
      barCategoryGap="20%"
      aria-label={label}
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--figure-out-soft)" />
          <rect width="2" height="5" fill="var(--figure-out)" />
        </pattern>
      </defs>
      <CartesianGrid {...grid} />
      <XAxis {...axis} {...across()} dataKey="from" tickFormatter={formatDayMonth} minTickGap={28} />
      <YAxis
        {...axis}
        {...upright()}
        width={46}
        allowDecimals={false}
        tickFormatter={formatNumber}
        axisLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--hover-strong)', opacity: 0.6 }}
        content={({ active, payload }) => {
          const point = payload[0]?.payload as PairPoint | undefined;
          if (!active || !point) return null;
          return (
            <Tip
              title={formatDays(point.from, point.until)}
              lines={[
                { mark: 'in', text: first, value: formatNumber(point.first) },
                { mark: 'out', text: second, value: formatNumber(point.second) },
              ]}
            />
          );
        }}
      />
      <Bar dataKey="first" fill="var(--figure-in)" maxBarSize={18} isAnimationActive={false} />
      <Bar
        dataKey="second"
        fill={`url(#${hatch})`}
        stroke="var(--figure-out)"
        maxBarSize={18}
        isAnimationActive={false}
      />
    </BarChart>
  );
}
