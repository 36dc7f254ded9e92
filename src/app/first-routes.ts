import { createRoute, redirect } from '@tanstack/react-router';
import { Route as Root } from '#src/routes/__root.tsx';
import { Route as Display } from '#src/routes/display.$token.tsx';
import { Route as ForgotPassword } from '#src/routes/forgot-password.tsx';
import { Route as Register } from '#src/routes/register.tsx';
import { Route as ResetPassword } from '#src/routes/reset-password.tsx';
import { Route as SignIn } from '#src/routes/sign-in.tsx';
import type { routeTree } from '#src/route-tree.gen.ts';

/** Any other address: the routes behind the sign-in are brought, and it is opened anew among them. */
const beyond = createRoute({
  getParentRoute: () => Root,
  path: '$',
  beforeLoad: async ({ context, location }) => {
    await context.everyRoute();
    throw redirect({ href: location.href, replace: true });
  },
});

const getParentRoute = () => Root;
// As the generated tree places them, whose own types say nothing of it either.
const at = (route: { update: (options: never) => unknown }, path: string) => {
  route.update({ id: path, path, getParentRoute } as never);
  return route;
};

/**
 * The pages before the sign-in, and nothing of what lies behind it: the tree of all routes, with what their
 * addresses may hold, weighs as much as all else of the dashboard that these pages load. It has the same root,
 * which it takes over when it comes. Typed as the whole tree, so that links are checked against all routes.
 */
export const firstRoutes = () =>
  Root._addFileChildren([
    at(ForgotPassword, '/forgot-password'),
    at(Register, '/register'),
    at(ResetPassword, '/reset-password'),
    at(SignIn, '/sign-in'),
    at(Display, '/display/$token'),
    beyond,
  ]) as unknown as typeof routeTree;

/** Whether the address of this router is one that `firstRoutes` has a page for. */
export const isFirst = (router: { getMatchedRoutes: (path: string) => readonly unknown[] }, path: string) =>
  router.getMatchedRoutes(path)[2] !== beyond;
