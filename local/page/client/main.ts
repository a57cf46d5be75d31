import './styles/index.css';
import type { PageOptions, PagePerson } from '../options.ts';
import { ask } from './api.ts';
import { openBook } from './book/open-book.ts';
import { Clock } from './clock.ts';
import { bilingual, button, el, icon } from './dom.ts';
import { homeScreen } from './home.ts';
import { ICONS } from './icons.ts';
import { openModal } from './modal.ts';
import { peopleChooser } from './people.ts';
import { Session } from './session.ts';
import { show as showTheme } from './theme.ts';
import { TopBar } from './top-bar.ts';

interface Office {
  readonly people: readonly PagePerson[];
  readonly campaign: PageOptions['campaign'];
  readonly timeZone: string;
  readonly now: string;
  readonly addOn: boolean;
}

/** Who sits before this window; another window may be somebody else. */
const PERSON_KEY = 'dien-hinh.person';
const BOOK = /^#\/so\/([\w-]+)(?:\/(\d+))?$/;

showTheme();
const root = document.querySelector<HTMLElement>('#office')!;
const office = await ask<Office>('GET', '/api/office');
const clock = new Clock(office.now, office.timeZone);
const person = whoIsHere();
if (person) await work(person);
else welcome();

function whoIsHere(): PagePerson | undefined {
  const asked = new URLSearchParams(location.search).get('as') ?? sessionStorage.getItem(PERSON_KEY);
  return office.people.find(({ email }) => email === asked);
}

function become(next: PagePerson): void {
  sessionStorage.setItem(PERSON_KEY, next.email);
  // A new start: nothing of the one before may linger.
  location.replace('/');
}

/** The first screen of a new window. */
function welcome(): void {
  root.replaceChildren(
    el('main', { class: 'welcome' }, [
      el('header', {}, [
        el('img', { class: 'emblem', attributes: { src: emblem(), alt: '', width: 56, height: 56 } }),
        el('h1', { text: office.campaign.name }),
        el('p', {
          text: 'Văn phòng thi đua trên máy này. Bạn muốn làm việc với vai của ai? Mỗi cửa sổ có thể là một người.',
        }),
        el('p', {
          class: 'quiet',
          text: 'The emulation office on this machine. Whom do you want to be? Each window can be somebody else.',
          attributes: { lang: 'en' },
        }),
      ]),
      peopleChooser(office.people, undefined, become),
    ]),
  );
}

function emblem(): string {
  return document.querySelector<HTMLLinkElement>('link[rel=icon]')?.href ?? '';
}

async function work(person: PagePerson): Promise<void> {
  sessionStorage.setItem(PERSON_KEY, person.email);
  if (location.search !== '') history.replaceState(undefined, '', `/${location.hash}`);
  const session = await Session.open(person);
  const bar = new TopBar(clock.element, person, () => switchPerson(person));
  session.onConnection((connection) => bar.connection(connection));
  session.onEvent((event) => {
    if (event.kind === 'hello') clock.set(event.now);
  });
  const stage = el('div', { class: 'stage' });
  root.replaceChildren(el('div', { class: 'office' }, [bar.element, stage]));
  let leave: (() => void) | undefined;
  let shown: string | undefined;
  const go = async (): Promise<void> => {
    const [, spreadsheetId, sheetId] = BOOK.exec(location.hash) ?? [];
    if (spreadsheetId !== undefined && spreadsheetId === shown) return;
    leave?.();
    leave = undefined;
    shown = spreadsheetId;
    if (spreadsheetId === undefined) showHome(session, bar, stage);
    else
      leave = await openBook({
        session,
        bar,
        stage,
        spreadsheetId,
        sheetId: sheetId === undefined ? undefined : Number(sheetId),
        addOn: office.addOn,
        home: () => {
          location.hash = '';
        },
      });
  };
  addEventListener('hashchange', () => void go());
  await go();
}

function showHome(session: Session, bar: TopBar, stage: HTMLElement): void {
  document.title = `Văn phòng thi đua – ${office.campaign.name}`;
  bar.left(
    el('img', { class: 'emblem', attributes: { src: emblem(), alt: '', width: 26, height: 26 } }),
    el('strong', { class: 'brand', text: 'Văn phòng thi đua' }),
  );
  bar.middle();
  const { element } = homeScreen(session, office.campaign.name, (spreadsheetId) => {
    location.hash = `#/so/${spreadsheetId}`;
  });
  stage.replaceChildren(element);
}

function switchPerson(current: PagePerson): void {
  const content = el('div', { class: 'modal-body' }, [
    el('p', { class: 'quiet' }, [
      bilingual(
        'Chỉ cửa sổ này đổi người; các cửa sổ khác giữ nguyên.',
        'Only this window changes; others stay who they are.',
        'bilingual stacked',
      ),
    ]),
    peopleChooser(office.people, current.email, become),
    el('footer', { class: 'modal-footer' }, [
      button({
        label: 'Mở thêm một cửa sổ',
        en: 'Open another window',
        icon: icon(ICONS.copy),
        press: () => {
          // A fresh window asks who it is; session storage would be copied into a linked one.
          window.open('/', '_blank', 'noopener');
        },
      }),
    ]),
  ]);
  openModal({ title: 'Đổi người', content, class: 'wide' });
}
