import * as m from '#messages';
import { Bar, useShown } from '#src/ui/figure-bar.tsx';
import type { MailStats } from './api.ts';
import { NumberTable } from '#src/ui/number-table.tsx';
import { Section } from '#src/ui/figure-section.tsx';

const fileName = (what: string, { from, until }: MailStats) => `mail-${what}-${from}-${until}`;

export function CourierTable({ stats }: { stats: MailStats }) {
  const { couriers } = stats;
  const { shown, more } = useShown(couriers);
  const most = Math.max(0, ...couriers.map(({ checkedIn }) => checkedIn));
  const table = () => ({
    head: [m.figures_courier(), m.figures_checked_in()],
    rows: couriers.map(({ courier, checkedIn }) => [courier.name, checkedIn]),
  });
  return (
    <Section title={m.figures_couriers()} file={{ name: fileName('couriers', stats), table }}>
      <NumberTable
        caption={m.figures_couriers()}
        head={[m.figures_courier(), m.figures_checked_in()]}
        rows={shown.map(({ courier, checkedIn }) => ({
          key: courier.id,
          name: <bdi>{courier.name}</bdi>,
          cells: [<Bar key="in" value={checkedIn} most={most} />],
        }))}
      />
      {more}
    </Section>
  );
}

export function CenterTable({ stats }: { stats: MailStats }) {
  const { centers } = stats;
  const { shown, more } = useShown(centers);
  const most = Math.max(0, ...centers.flatMap(({ checkedIn, delivered }) => [checkedIn, delivered]));
  const head = [m.figures_center(), m.figures_checked_in(), m.figures_delivered()];
  const table = () => ({
    head,
    rows: centers.map(({ center, checkedIn, delivered }) => [center.name, checkedIn, delivered]),
  });
  return (
    <Section title={m.figures_centers()} file={{ name: fileName('centers', stats), table }}>
      <NumberTable
        caption={m.figures_centers()}
        head={head}
        rows={shown.map(({ center, checkedIn, delivered }) => ({
          key: center.id,
          name: <bdi>{center.name}</bdi>,
          cells: [
            <Bar key="in" value={checkedIn} most={most} />,
            <Bar key="out" kind="out" value={delivered} most={most} />,
          ],
        }))}
      />
      {more}
    </Section>
  );
}
