import { useElementSize } from '@mantine/hooks';
import { Legend } from '#src/ui/figure-legend.tsx';
import { PairChart, type PairPoint } from '#src/ui/figure-pair-chart.tsx';
import figures from '#src/ui/figures.module.css';

type Props = { label: string; first: string; second: string; points: PairPoint[] };
const HEIGHT = 132;

/** What came and what went, small: the numbers beside it say where it stands. */
export function DeskChart({ label, first, second, points }: Props) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  return (
    <div className={figures.tones}>
      <Legend
        entries={[
          { mark: 'in', text: first },
          { mark: 'out', text: second },
        ]}
      />
      <div ref={ref} style={{ minHeight: HEIGHT, overflow: 'hidden' }}>
        {width > 0 && (
          <PairChart
            width={width}
            height={HEIGHT}
            label={label}
            first={first}
            second={second}
            points={points}
          />
        )}
      </div>
    </div>
  );
}
