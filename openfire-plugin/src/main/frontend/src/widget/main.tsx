import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { guest, ServerLink } from '../common/link';
import { browserStore } from '../common/storage';
import { choose, speaker, type Say } from '../common/texts';
import { freshToken } from '../common/tokens';
import { Conversation } from './conversation';
import { host as hostOf } from './host';
import { dress, inLanguage, service as serviceOf, textOn, wishes as wishesOf } from './page';
import { Ask } from './view';

const service = serviceOf(document.head);
const visible = signal(true);
const host = hostOf((shown) => (visible.value = shown));
const wishes = wishesOf(location.search, location.hash, host.within);
const languages = Object.keys(FACE_TEXTS);
const chosen = browserStore(() => sessionStorage, 'crossdesk:language');

const language = signal(choose([chosen.get() ?? '', wishes.language ?? '', ...navigator.languages], languages));
const say = signal<Say>((id) => id);

/** Speaks a language, once its texts are here. */
async function speak(tag: string): Promise<void> {
  const texts = await fetch(`/crossdesk/${FACE_TEXTS[tag] ?? ''}`);
  say.value = speaker(tag, await texts.text());
  language.value = tag;
  dress(tag, inLanguage(service.names, tag));
}

const address = `${service.service}@${service.desk}`;
const key = `crossdesk:${address}`;
const domain = service.desk.replace(/^[^.]+\./, '');
const link = new ServerLink(
  domain,
  location.origin,
  {
    up: () => conversation.up(),
    message: (stanza) => conversation.message(stanza),
  },
  guest(domain),
);
const conversation: Conversation = new Conversation(address, {
  link,
  shared: browserStore(() => localStorage, key),
  own: browserStore(() => sessionStorage, key),
  now: Date.now,
  later: (act, milliseconds) => window.setTimeout(act, milliseconds),
  never: (timer) => clearTimeout(timer),
  token: freshToken,
  survey: service.survey,
  language: () => language.value,
});

if (wishes.colour) {
  document.documentElement.style.setProperty('--colour', wishes.colour);
  document.documentElement.style.setProperty('--on-colour', textOn(wishes.colour));
}
addEventListener('storage', (event) => {
  if (event.key === key) {
    conversation.sharedChanged();
  }
});

let seen = 0;
effect(() => {
  if (visible.value) {
    seen = conversation.heard.value;
  }
  host.tell('unread', conversation.heard.value - seen);
});
effect(() => {
  if (conversation.ended.value) {
    host.tell('closed');
  }
});

await speak(language.value);
if (service.standing !== 'none') {
  conversation.restore();
}
render(
  <Ask
    face={{
      service,
      wishes,
      conversation,
      link,
      standing: link.standing,
      host,
      language,
      say,
      languages,
      choose: (tag) => {
        chosen.set(tag);
        void speak(tag);
      },
      connect: () => link.open(),
    }}
  />,
  document.body,
);
