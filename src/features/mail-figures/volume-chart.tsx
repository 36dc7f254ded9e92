import { useId } from 'react';
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from 'recharts';
import * as m from '#messages';
import { formatDayMonth, formatDays } from '#src/lib/dates.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { axis, grid, HEIGHT, margin, Tip } from './chart-parts.tsx';
import type { VolumePoint } from './series.ts';

/** Bars side by side: filled for what was checked in, hatched for what was delivered. */
export function VolumeChart({ width, points }: { width: number; points: VolumePoint[] }) {
  const hatch = useId();
  return (
    <BarChart
      width={width}
      height={HEIGHT}
      data={points}
      margin={margin}
      barGap={1}
      barCategoryGap="20%"
      aria-label={m.figures_volume()}
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="var(--figure-out-soft)" />
          <rect width="2" height="5" fill="var(--figure-out)" />
        </pattern>
      </defs>
      <CartesianGrid {...grid} />
      <XAxis {...axis} dataKey="from" tickFormatter={formatDayMonth} minTickGap={28} />
      <YAxis {...axis} width={46} allowDecimals={false} tickFormatter={formatNumber} axisLine={false} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--hover-strong)', opacity: 0.6 }}
        content={({ active, payload }) => {
          const point = payload[0]?.payload as VolumePoint | undefined;
          if (!active || !point) return null;
          return (
            <Tip
              title={formatDays(point.from, point.until)}
              lines={[
                { mark: 'in', text: m.figures_checked_in(), value: formatNumber(point.checkedIn) },
                { mark: 'out', text: m.figures_delivered(), value: formatNumber(point.delivered) },
              ]}
            />
          );
        }}
      />
      <Bar dataKey="checkedIn" fill="var(--figure-in)" maxBarSize={18} isAnimationActive={false} />
      <Bar
        dataKey="delivered"
        fill={`url(#${hatch})`}
        stroke="var(--figure-out)"
        maxBarSize={18}
        isAnimationActive={false}
      />
    </BarChart>
  );
}
