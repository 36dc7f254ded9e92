import type { SpaceNow } from '#contract/space-code.ts';
import * as m from '#messages';
import { standingOf } from './standing.ts';
import { LinkButton } from '#src/ui/link.tsx';
import classes from './code.module.css';

/** Where else to go on this floor, when this space is not to be had. */
export function CodeNearby({ seen }: { seen: SpaceNow }) {
  if (standingOf(seen).mine) return null;
  const { nearby } = seen;
  return (
    <section aria-labelledby="code-nearby">
      <h2 id="code-nearby" className={classes.heading}>
        {m.code_nearby()}
      </h2>
      {nearby.length === 0 ? (
        <p className={classes.hint}>{m.code_nearby_none()}</p>
      ) : (
        <ul className={classes.near}>
          {nearby.map(({ id, name }) => (
            <li key={id}>
              <LinkButton to="/s/$roomId" params={{ roomId: id }} variant="default">
                <bdi>{name}</bdi>
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
