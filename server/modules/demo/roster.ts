import type { Person } from './people.ts';
import type { Places } from './places.ts';
import type { Random } from './random.ts';
import { mailWeight } from './traffic.ts';

/** Draws from the people of a site: those at its mail desk, and those who get mail. */
export function rosterOf(random: Random, places: Places, people: readonly Person[]) {
  const clerks = places.sites.map((): number[] => []);
  const others = places.sites.map((): number[] => []);
  /** Everybody as often as their department's share of the mail. */
  const addressees = places.sites.map((): number[] => []);
  const teams = new Map<string, number[]>();
  const teamOf = ({ manager, site }: Person) => `${manager} ${site}`;
  for (const [index, person] of people.entries()) {
    const { site, duty, post, department } = person;
    const team = teamOf(person);
    // The account that signs in as a clerk is on duty more often than its colleagues.
    if (duty === 'mail') clerks[site]!.push(...(post ? [index, index, index] : [index, index]));
    else {
      others[site]!.push(index);
      addressees[site]!.push(...Array.from({ length: mailWeight(department) }, () => index));
      teams.set(team, [...(teams.get(team) ?? []), index]);
    }
  }
  return {
    clerk: (site: number) => random.pick(clerks[site]!),
    addressee: (site: number) => random.pick(addressees[site]!),
    anybody: (site: number) => random.pick(others[site]!),
    /** Somebody of the same site with the same manager. */
    colleague(person: number): number | undefined {
      const rest = (teams.get(teamOf(people[person]!)) ?? []).filter((other) => other !== person);
      return rest.length > 0 ? random.pick(rest) : undefined;
    },
  };
}
