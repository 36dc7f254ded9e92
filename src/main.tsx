import './app/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { followColorScheme } from './app/color-scheme.ts';
import { createQueryClient } from './app/query-client.ts';
import { firstRoutes, isFirst } from './app/first-routes.ts';
import { createAppRouter } from './app/router.tsx';
import { keepBusyFocus } from './ui/busy-focus.ts';

// In a build the server chooses the page by language, and its words come with it.
if (import.meta.env.DEV) {
  const { chooseInDevelopment } = await import('./app/development-language.ts');
  chooseInDevelopment();
}
followColorScheme();
keepBusyFocus();

const queryClient = createQueryClient();
const router = createAppRouter(queryClient, firstRoutes());
// Before the first view, or the router would go to this address twice. What fails is told by the view.
if (!isFirst(router, router.latestLocation.pathname))
  await router.options.context.everyRoute().catch(() => {});
createRoot(document.getElementById('root')!).render(<App queryClient={queryClient} router={router} />);
