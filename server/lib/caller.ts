import type { FastifyRequest } from 'fastify';
import type { modules, Role } from '#contract/users.ts';
import { AppError, forbidden } from './app-error.ts';

export type Module = (typeof modules)[number];

/** Who makes a request, read anew for each one: what was taken away no longer counts. */
export type Caller = {
  id: number;
  organisation: number;
  siteAdmin: boolean;
  permissions: { role: Role; centerId: number; module: Module }[];
};

/**
 * Who may call a route at all. Every route declares it (a route without is refused at start); which records
 * the caller may touch is the service's affair.
 */
export type Access = 'public' | 'signed-in' | 'site-admin' | { module: Module; roles: readonly Role[] };

export const managers: readonly Role[] = ['ADMINISTRATOR', 'MANAGER'];
export const workers: readonly Role[] = ['ADMINISTRATOR', 'MANAGER', 'OPERATOR'];

/** Whether the caller holds one of the roles in the module: in this center, or in any when none is named. */
export function may(caller: Caller, module: Module, roles: readonly Role[], centerId?: number): boolean {
  return (
    caller.siteAdmin ||
    caller.permissions.some(
      (held) =>
        held.module === module &&
        roles.includes(held.role) &&
        (centerId === undefined || held.centerId === centerId),
    )
  );
}

/** The centers of a module in which the caller holds one of the roles; undefined: all of them. */
export function centersOf(caller: Caller, module: Module, roles: readonly Role[]): number[] | undefined {
  if (caller.siteAdmin) return undefined;
  return caller.permissions
    .filter((held) => held.module === module && roles.includes(held.role))
    .map((held) => held.centerId);
}

/** @throws 403 unless `may` */
export function demand(caller: Caller, module: Module, roles: readonly Role[], centerId?: number): void {
  if (!may(caller, module, roles, centerId)) throw forbidden();
}

export function checkAccess(access: Access, caller: Caller | undefined): void {
  if (access === 'public') return;
  if (!caller) throw new AppError(401, 'account.sign-in', 'Sign in first.');
  if (access === 'signed-in') return;
  if (access === 'site-admin' ? !caller.siteAdmin : !may(caller, access.module, access.roles))
    throw forbidden();
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** undefined on public routes only; elsewhere use `callerOf`. */
    caller: Caller | undefined;
  }
}

/** The caller of a route that is not public. */
export function callerOf(request: FastifyRequest): Caller {
  if (!request.caller) throw new AppError(401, 'account.sign-in', 'Sign in first.');
  return request.caller;
}
