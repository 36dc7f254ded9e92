import { useRouterState } from '@tanstack/react-router';
import classes from './progress-line.module.css';

/** A thin line while a navigation takes its time. Quick ones never show it: it comes in after 200 ms. */
export function ProgressLine() {
  const pending = useRouterState({ select: (state) => state.status === 'pending' });
  return pending ? <div className={classes.line} aria-hidden="true" /> : null;
}
