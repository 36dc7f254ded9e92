import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { formatDays } from '#src/lib/dates.ts';
import classes from '#src/ui/figures.module.css';
import { NumberTable } from '#src/ui/number-table.tsx';
import { type BoardKind, boardOptions } from './queries.ts';
import { Section } from '#src/ui/figure-section.tsx';
import { Bar } from '#src/ui/figure-bar.tsx';

const titles: Record<BoardKind, () => string> = {
  'check-ins': m.figures_board_in,
  deliveries: m.figures_board_out,
};

/** Who did most since a day. The boards know no end and no center, and say so. */
export function Board({ kind, from }: { kind: BoardKind; from: string }) {
  const { data, error, refetch } = useQuery(boardOptions(kind, from));
  const title = titles[kind]();
  const head = [m.figures_person(), m.figures_parcels()];
  const table = () => ({ head, rows: data?.map(({ user, count }) => [user.name, count]) ?? [] });
  return (
    <Section
      title={title}
      hint={m.figures_board_text({ day: formatDays(from, from) })}
      file={data && data.length > 0 ? { name: `mail-${kind}-${from}`, table } : undefined}
    >
      {data && data.length > 0 ? (
        <NumberTable
          caption={title}
          head={head}
          rows={data.map(({ user, count }) => ({
            key: user.id,
            name: <bdi>{user.name}</bdi>,
            cells: [
              <Bar
                key="count"
                kind={kind === 'check-ins' ? 'in' : 'out'}
                value={count}
                most={data[0]!.count}
              />,
            ],
          }))}
        />
      ) : data ? (
        <p className={classes.hint}>{m.figures_board_none()}</p>
      ) : error ? (
        <p className={classes.failed} role="alert">
          {m.figures_board_failed()}: {error.message}
          <Button size="compact-md" variant="default" onClick={() => void refetch()}>
            {m.shell_try_again()}
          </Button>
        </p>
      ) : (
        <Skeleton height={120} />
      )}
    </Section>
  );
}
