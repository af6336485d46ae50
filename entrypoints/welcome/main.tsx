import browser from 'webextension-polyfill';
import { Welcome, type WelcomeProps } from '@/components/welcome/welcome';
import { ARXIV_ACCESS } from '../own-pages/access';
import { openDesk } from '../own-pages/desk';
import { report } from '../own-pages/report';
import { openSurface } from '../own-pages/surface';

type Changing = Pick<WelcomeProps, 'status' | 'hasAccess'>;

const surface = openSurface();
const desk = openDesk(surface.text);
let changing: Changing = { status: null, hasAccess: true };

function change(part: Partial<Changing>) {
  changing = { ...changing, ...part };
  surface.draw(<Welcome {...steady} {...changing} />);
}

const steady: Omit<WelcomeProps, keyof Changing> = {
  onAskAccess: () =>
    void browser.permissions.request(ARXIV_ACCESS).then((hasAccess) => change({ hasAccess }), report),
  onRetryImport: desk.bringIn,
};

change({});
document.title = surface.text('extension_name');
desk.onStatus((status) => change({ status }));
void browser.permissions.contains(ARXIV_ACCESS).then((hasAccess) => change({ hasAccess }), report);
