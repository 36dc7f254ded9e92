/** One account for each kind of user, made with the demo organisation and offered on the sign-in page. */
const people = [
  { role: 'clerk', firstName: 'Clara', lastName: 'Lindqvist' },
  { role: 'manager', firstName: 'Marek', lastName: 'Nowak' },
  { role: 'operator', firstName: 'Omar', lastName: 'Haddad' },
  { role: 'employee', firstName: 'Emi', lastName: 'Tanaka' },
  { role: 'admin', firstName: 'Ada', lastName: 'Okafor' },
] as const;

export const demoAccountList = people.map((person) => ({
  ...person,
  email: `${person.role}@atrium.example`,
  password: 'atrium demo',
}));
