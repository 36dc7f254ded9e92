import classes from './keys.module.css';

const apple = /mac|iphone|ipad/i.test(navigator.userAgent);

/** A keyboard hint: `<Keys keys={['mod', 'k']} />` reads ⌘K on Apple machines and Ctrl K elsewhere. */
export function Keys({ keys }: { keys: string[] }) {
  return (
    <span className={classes.keys}>
      {keys.map((key) => (
        <kbd key={key} className={classes.key}>
          {key === 'mod' ? (apple ? '⌘' : 'Ctrl') : key.length === 1 ? key.toUpperCase() : key}
        </kbd>
      ))}
    </span>
  );
}
