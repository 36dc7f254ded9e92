import * as m from '#messages';
import classes from './pending-view.module.css';

const LINES = [92, 78, 85, 64, 88, 71, 80, 58];

/** The outline of a view that is on its way, instead of a blank page. */
export function PendingView() {
  return (
    <div className={classes.view} role="status" aria-label={m.shell_loading()}>
      <span className={classes.bone} style={{ width: 160, height: 18 }} />
      <div className={classes.lines}>
        {LINES.map((width) => (
          <span key={width} className={classes.bone} style={{ width: `${width}%` }} />
        ))}
      </div>
    </div>
  );
}
