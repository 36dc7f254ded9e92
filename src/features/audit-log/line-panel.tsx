import * as m from '#messages';
import type { AuditEntry } from '#contract/audit.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { Panel } from '#src/ui/panel.tsx';
import classes from './audit.module.css';
import { columnLabel } from './column-labels.ts';
import { ActionBadge, What, Who } from './line-cells.tsx';
import { recordWords, sides, telling } from './words.ts';

/** A line in full: every column that changed, before and after. */
export function LinePanel({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const changes = telling(entry);
  return (
    <Panel
      label={m.audit_changes()}
      title={<bdi>{recordWords(entry)}</bdi>}
      closeLabel={m.audit_close()}
      onClose={onClose}
    >
      <div className={classes.panel}>
        <div className={classes.facts}>
          <ActionBadge entry={entry} />
          <What entry={entry} />
          <span>
            <Who entry={entry} />
          </span>
          <time className={classes.dim} dateTime={new Date(entry.at).toISOString()}>
            {formatDateTime(entry.at)}
          </time>
        </div>
        {changes.length === 0 ? (
          <p className={classes.dim}>{m.audit_no_columns()}</p>
        ) : (
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{m.audit_column()}</th>
                {entry.action !== 'added' && <th scope="col">{m.audit_before()}</th>}
                <th scope="col">{m.audit_after()}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => {
                const { from, to } = sides(change, entry);
                return (
                  <tr key={change.column}>
                    <th scope="row">{columnLabel(change.column)}</th>
                    {entry.action !== 'added' && <td dir="auto">{from}</td>}
                    <td dir="auto">{to}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </div>
    </Panel>
  );
}
