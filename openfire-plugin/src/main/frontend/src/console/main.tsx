import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { Account } from '../common/account';
import { carryOut, CommandError } from '../common/forms';
import { fileRules } from '../common/sending';
import { library as libraryOf, speech as speechOf } from '../common/speech';
import { browserStore } from '../common/storage';
import { freshToken } from '../common/tokens';
import { Alerts, clock, title } from './alerts';
import { Desk, type Notice } from './desk';
import type { Dialog, Face } from './face';
import { listen } from './keys';
import { Scripts } from './scripts';
import type { Talk } from './talk';
import { Console } from './view';

const SECOND_MS = 1_000;

const library = libraryOf(document.head);
const speech = await speechOf();
const alerts = new Alerts(browserStore(() => localStorage, 'crossdesk:alerts'));
const account: Account = new Account(library.domain, 'console', {
  up: () => {
    desk.up();
    scripts.load();
  },
  message: (stanza) => desk.message(stanza),
  presence: (stanza) => desk.presence(stanza),
});
const desk: Desk = new Desk({
  link: account.link,
  desk: library.desk,
  domain: library.domain,
  name: () => (account.who.value ?? '').split('@')[0] ?? '',
  now: Date.now,
  later: (act, milliseconds) => window.setTimeout(act, milliseconds),
  never: (timer) => clearTimeout(timer),
  token: freshToken,
  store: (contact) => browserStore(() => sessionStorage, `crossdesk:talk:${contact}`),
  duties: browserStore(() => sessionStorage, 'crossdesk:duties'),
  looked: browserStore(() => sessionStorage, 'crossdesk:looked'),
  noticed: (what: Notice, talk: Talk | null) => {
    const say = speech.say.value;
    const words = { ring: say('console-alert-ring'), line: say('console-alert-line'), waits: say('console-alert-waits') };
    if (what === 'line' && talk === desk.shown.value && document.visibilityState === 'visible') {
      return;
    }
    if (what !== 'line') {
      face.news.value = words[what];
    }
    if (what === 'ring' && !desk.shown.value) {
      desk.look(talk);
    }
    alerts.call(what, words[what], () => talk && desk.look(talk));
  },
});
const scripts = new Scripts(account.link, library.desk);

const face: Face = {
  account,
  desk,
  alerts,
  scripts,
  speech,
  library: { ...library, files: fileRules(document.head) },
  now: clock(SECOND_MS),
  dialog: signal<Dialog | null>(null),
  news: signal(''),
  keys: signal(browserStore(() => localStorage, 'crossdesk:keys').get() !== 'off'),
  act: async (to, node, values = {}) => {
    try {
      const done = await carryOut(account.link, to, node, values, speech.language.value);
      // What comes of a session's commands is told by its contact.
      if (to === library.desk) {
        face.news.value = done.notes.join('\n');
      }
      return true;
    } catch (error) {
      const words = error instanceof CommandError ? error.message : '';
      face.news.value = words || speech.say.value('console-not-answered');
      return false;
    }
  },
};

effect(() => {
  const calls = desk.ringing.value.length + desk.unread.value + desk.waiting.value.filter((one) => one.by === null).length;
  document.title = title(calls, speech.say.value('console-title', { library: library.name }));
});
let somebody = false;
effect(() => {
  if (account.who.value !== null) {
    somebody = true;
  } else if (somebody) {
    somebody = false;
    desk.forget();
  }
});
document.addEventListener('visibilitychange', () => desk.shown.value?.show(document.visibilityState === 'visible'));
addEventListener('pagehide', () => desk.talks.value.forEach((talk) => talk.keepNow()));
listen(face);
account.restore();
render(<Console face={face} />, document.body);
