import type { Permission, Role } from '#contract/users.ts';
import * as m from '#messages';

export const roleLabels: Record<Role, () => string> = {
  ADMINISTRATOR: m.account_role_administrator,
  MANAGER: m.account_role_manager,
  OPERATOR: m.account_role_operator,
  TECHNICIAN: m.account_role_technician,
  CUSTOMER: m.account_role_customer,
};

export const holds = (held: readonly Permission[], center: number, role: Role) =>
  held.some((one) => one.center.id === center && one.role === role);

/** The set with one role more or less. */
export const toggled = (held: readonly Permission[], one: Permission): Permission[] =>
  holds(held, one.center.id, one.role)
    ? held.filter(({ center, role }) => center.id !== one.center.id || role !== one.role)
    : [...held, one];
