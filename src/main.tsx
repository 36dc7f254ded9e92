import './app/global.css';
import { createRoot } from 'react-dom/client';
import { getLocale, getTextDirection } from '#locale';
import { App } from './app/app.tsx';
import { followColorScheme } from './app/color-scheme.ts';
import { createQueryClient } from './app/query-client.ts';
import { createAppRouter } from './app/router.tsx';
import { keepBusyFocus } from './ui/busy-focus.ts';

followColorScheme();
keepBusyFocus();
document.documentElement.lang = getLocale();
document.documentElement.dir = getTextDirection();

const queryClient = createQueryClient();
const router = createAppRouter(queryClient);
createRoot(document.getElementById('root')!).render(<App queryClient={queryClient} router={router} />);
