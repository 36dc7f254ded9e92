import { Button } from '@mantine/core';
import * as m from '#messages';
import { LinkButton } from '#src/ui/link.tsx';
import classes from './people.module.css';

/** What can be done with everybody who is chosen. */
export function ChosenBar({ chosen, onClear }: { chosen: ReadonlySet<string>; onClear: () => void }) {
  return (
    <div className={classes.chosen} role="group" aria-label={m.people_chosen_group()}>
      <span role="status" className={classes.chosenCount}>
        {m.people_chosen({ count: chosen.size })}
      </span>
      <LinkButton to="/moves/new" search={{ step: 'who', people: [...chosen].join(',') }} size="compact-md">
        {m.people_move()}
      </LinkButton>
      <Button variant="default" size="compact-md" onClick={onClear}>
        {m.ui_clear()}
      </Button>
    </div>
  );
}
