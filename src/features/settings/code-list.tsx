import classes from './settings.module.css';

type Props = { label: string; text: string; entries: readonly { id: number; name: string; code: string }[] };

/** A catalogue that comes with the product. */
export function CodeList({ label, text, entries }: Props) {
  return (
    <>
      <p className={classes.hint}>{text}</p>
      <ul className={classes.list} aria-label={label}>
        {entries.map(({ id, name, code }) => (
          <li key={id} className={classes.row}>
            <bdi className={classes.name}>{name}</bdi>
            <span className={classes.dim}>{code}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
