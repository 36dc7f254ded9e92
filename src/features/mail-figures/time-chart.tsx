import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import * as m from '#messages';
import { formatDayMonth, formatDays } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { across, axis, grid, HEIGHT, margin, Tip, upright } from '#src/ui/figure-chart.tsx';
import { formatDuration } from '#src/lib/duration.ts';
import type { AxisUnit, medianPoints } from './series.ts';

type Point = ReturnType<typeof medianPoints>[number];
type Props = { width: number; unit: AxisUnit; medianMs: number; points: Point[] };
/** More dots than this run into each other. */
const DOTS = 45;

/** The median of each day as a line over the days without a delivery, and that of the period across. */
export function TimeChart({ width, unit, medianMs, points }: Props) {
  const inUnits = ({ medianMs: ms }: Point) => (ms === null ? null : ms / unit.ms);
  return (
    <LineChart width={width} height={HEIGHT} data={points} margin={margin} aria-label={m.figures_time()}>
      <CartesianGrid {...grid} />
      <XAxis {...axis} {...across()} dataKey="day" tickFormatter={formatDayMonth} minTickGap={28} />
      <YAxis
        {...axis}
        {...upright()}
        width={46}
        domain={[0, 'auto']}
        allowDecimals={false}
        tickFormatter={formatNumber}
        axisLine={false}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--line-strong)' }}
        content={({ active, payload }) => {
          const point = payload[0]?.payload as Point | undefined;
          if (!active || !point || point.medianMs === null) return null;
          const value = formatDuration(point.medianMs);
          return (
            <Tip
              title={formatDays(point.day, point.day)}
              lines={[{ mark: 'line', text: m.figures_median_day(), value }]}
            />
          );
        }}
      />
      <ReferenceLine
        y={medianMs / unit.ms}
        stroke="var(--figure-out)"
        strokeWidth={1.5}
        strokeDasharray="6 4"
      />
      <Line
        dataKey={inUnits}
        type="linear"
        connectNulls
        stroke="var(--figure-in)"
        strokeWidth={2}
        dot={points.length <= DOTS && { r: 2.5, fill: 'var(--figure-in)', strokeWidth: 0 }}
        isAnimationActive={false}
      />
    </LineChart>
  );
}
