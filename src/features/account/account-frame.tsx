import { type ReactNode, type Ref, useRef } from 'react';
import * as m from '#messages';
import { Mark } from '#src/ui/mark.tsx';
import { useTitle } from '#src/ui/page.tsx';
import classes from './account-frame.module.css';
import { LanguageLine } from './language-line.tsx';

type Props = { title: string; text?: ReactNode; footer?: ReactNode; wide?: boolean; children: ReactNode };

/** The frame of the pages before the sign-in. */
export function AccountFrame({ title, text, footer, wide = false, children }: Props) {
  const page = useRef<HTMLElement>(null);
  useTitle(title);
  return (
    <main ref={page} id="content" className={classes.page} tabIndex={-1}>
      <div className={classes.column} data-wide={wide || undefined}>
        <div className={classes.brand}>
          <Mark size={36} />
          <span className={classes.name}>{m.app_name()}</span>
        </div>
        <h1 className={classes.title} tabIndex={-1} data-page-title>
          {title}
        </h1>
        {text && <p className={classes.text}>{text}</p>}
        {children}
        {footer && <div className={classes.footer}>{footer}</div>}
        <LanguageLine page={page} />
      </div>
    </main>
  );
}

/** A sentence that says why it did not work. It takes the focus, so it is read out and seen. */
export function Problem({ children, ref }: { children: ReactNode; ref?: Ref<HTMLDivElement> }) {
  return (
    <div ref={ref} role="alert" tabIndex={-1} className={classes.problem}>
      {children}
    </div>
  );
}
