import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { Avatar } from '#src/ui/avatar.tsx';
import { type Credentials, fetchDemoAccounts } from './api.ts';
import classes from './demo-accounts.module.css';

const colors = ['#434fbf', '#1f6b3a', '#855200', '#9c2f6d', '#1b5fa8', '#5b4a9e'];

/** Offered where the server runs the demo; anywhere else this stays out of sight. */
export function DemoAccounts({
  busy,
  onChoose,
}: {
  busy: boolean;
  onChoose: (account: Credentials) => void;
}) {
  const { data: accounts = [] } = useQuery({
    queryKey: ['demo-accounts'],
    queryFn: ({ signal }) => fetchDemoAccounts(signal),
    staleTime: Infinity,
    retry: false,
  });
  if (accounts.length === 0) return null;
  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <h2 id="demo-title" className={classes.title}>
        {m.account_demo_title()}
      </h2>
      <ul className={classes.list}>
        {accounts.map(({ role, name, email, password }, at) => (
          <li key={email}>
            <button
              type="button"
              className={classes.account}
              disabled={busy}
              aria-label={m.account_demo_sign_in({ name, role })}
              onClick={() => onChoose({ email, password })}
            >
              <Avatar name={name} color={colors[at % colors.length]} size={28} />
              <span className={classes.who}>
                <strong>{role}</strong>
                <span>{name}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
