import * as m from '#messages';
import type { ServiceFigures } from '#contract/service-figures.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { Bar, useShown } from '#src/ui/figure-bar.tsx';
import { Section } from '#src/ui/figure-section.tsx';
import { NumberTable } from '#src/ui/number-table.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { keptCell, keptWords, minutesCell, timeWords } from './report-words.ts';
import type { ReportSearch } from './report-search.ts';

type Counts = Pick<ServiceFigures, 'opened' | 'closed' | 'met' | 'missed' | 'medianMs'>;
/** What the figures are told of, and the filter that narrows them down to it. */
type Line = { id: number; name: string; of?: string; filter: ReportSearch } & Counts;
type Props = { figures: ServiceFigures; search: ReportSearch };

/** By type, the most frequent first; a name narrows the page down to the type. */
export function TypeTable({ figures, search }: Props) {
  return (
    <CountTable
      title={m.care_report_types()}
      heading={m.care_report_type()}
      file={`requests-types-${figures.from}-${figures.until}`}
      lines={figures.types.map(({ type, product, ...counts }) => ({
        ...type,
        of: product,
        filter: { ...search, typeId: type.id },
        ...counts,
      }))}
    />
  );
}

/** By building, the most frequent first. */
export function PlaceTable({ figures, search }: Props) {
  return (
    <CountTable
      title={m.care_report_places()}
      heading={m.care_report_building()}
      file={`requests-places-${figures.from}-${figures.until}`}
      lines={figures.places.map(({ building, ...counts }) => ({
        ...building,
        filter: { ...search, buildingId: building.id },
        ...counts,
      }))}
    />
  );
}

type TableProps = { title: string; heading: string; file: string; lines: Line[] };

function CountTable({ title, heading, file, lines }: TableProps) {
  const { shown, more } = useShown(lines);
  const most = Math.max(0, ...lines.map(({ opened }) => opened));
  const table = () => ({
    head: [
      heading,
      m.care_report_opened(),
      m.care_report_closed(),
      m.care_report_met(),
      m.care_report_missed(),
      m.care_report_kept_percent(),
      m.care_report_median_minutes(),
    ],
    rows: lines.map((one) => [
      one.of ? `${one.of} › ${one.name}` : one.name,
      one.opened,
      one.closed,
      one.met,
      one.missed,
      keptCell(one),
      minutesCell(one.medianMs),
    ]),
  });
  return (
    <Section wide title={title} file={{ name: file, table }}>
      <NumberTable
        caption={title}
        head={[
          heading,
          m.care_report_opened(),
          m.care_report_closed(),
          m.care_report_median(),
          m.care_report_kept(),
        ]}
        rows={shown.map((one) => ({
          key: one.id,
          name: (
            <TextLink to="/requests/reports" search={one.filter} title={one.of}>
              <bdi>{one.name}</bdi>
            </TextLink>
          ),
          cells: [
            <Bar key="opened" value={one.opened} most={most} />,
            formatNumber(one.closed),
            timeWords(one.medianMs),
            keptWords(one),
          ],
        }))}
      />
      {more}
    </Section>
  );
}
