import { strict as assert } from 'node:assert';
import { beforeEach, test } from 'node:test';
import { Desk } from '../src/console/desk';
import { filled, Scripts } from '../src/console/scripts';
import { duration, title } from '../src/console/alerts';
import type { Talk } from '../src/console/talk';
import * as wire from '../src/console/wire';
import { asText, FakeLink, memory, xml } from './support';

const ASK = 'urn:xmpp:ask:0';
const DESK = 'ask.uppsala.test';
const SESSION = '7k7swwqcgsknc6pguvfe6hria4';
const CONTACT = `s-${SESSION}@${DESK}`;
const ROOM = 'desk@conference.uppsala.test';

Object.assign(globalThis.document, { visibilityState: 'visible' });

let link: FakeLink;
let desk: Desk;
let stores: Map<string, ReturnType<typeof memory>>;
let duties: ReturnType<typeof memory>;
let looked: ReturnType<typeof memory>;
let timers: Map<number, () => void>;
let tokens = 0;
let noticed: string[];

/** A window of the same browser: what was there before is there again. */
function page(): Desk {
  link = new FakeLink();
  link.standing.value = 'up';
  timers = new Map();
  noticed = [];
  let timer = 0;
  return new Desk({
    link,
    desk: DESK,
    domain: 'uppsala.test',
    name: () => 'astrid',
    now: () => 1_000,
    later: (act) => {
      timers.set(++timer, act);
      return timer;
    },
    never: (which) => timers.delete(which),
    token: () => `t${++tokens}`,
    store: (contact) => {
      const store = stores.get(contact) ?? memory();
      stores.set(contact, store);
      return store;
    },
    duties,
    looked,
    noticed: (what) => noticed.push(what),
  });
}

beforeEach(() => {
  stores = new Map();
  duties = memory();
  looked = memory();
  desk = page();
});

const offer = (summary: string) =>
  `<offer xmlns='${ASK}' id='${SESSION}' session='${SESSION}' home='${DESK}' transfer='false' service='desk@${DESK}' seconds='20'>` +
  `<needs xmlns='urn:xmpp:competence:0'><language tag='fa' min='B2'/></needs><summary>${summary}</summary></offer>`;

const post = `<post service='desk@${DESK}' room='${ROOM}' name='Uppsala'/>`;

/** The desk answers the console that takes over. */
function takesOver(inside: string): void {
  desk.up();
  link.asked.shift()?.answered(xml(`<iq xmlns='jabber:client'><console xmlns='${ASK}'>${inside}</console></iq>`));
}

const hears = (inside: string, id = `m${++tokens}`) =>
  desk.message(xml(`<message xmlns='jabber:client' from='${CONTACT}' id='${id}' type='chat'>${inside}</message>`));

const part = (phase: string, more = '') => `<part xmlns='${ASK}' phase='${phase}' ${more}/>`;
const line = (seq: number, by: string, text: string, prefix = '') =>
  `<body>${prefix}${text}</body><line xmlns='${ASK}' seq='${seq}' after='${seq - 1}' by='${by}'/>` +
  (prefix ? `<fallback xmlns='urn:xmpp:fallback:0' for='${ASK}'><body start='0' end='${Array.from(prefix).length}'/></fallback>` : '');

function engaged(): Talk {
  hears(`<body>offered</body>${offer('inheritance')}${part('ringing')}`);
  hears(`<body>yours</body><note xmlns='${ASK}' code='has-it'/>${part('engaged')}`);
  const talk = desk.talks.value[0];
  assert.ok(talk);
  return talk;
}

const shown = (talk: Talk) => talk.toPatron.value.map((one) => `${one.by}: ${one.text}`);
const among = (talk: Talk) => talk.among.value.map((one) => `${one.by}: ${one.text}`);
const sentBodies = () => link.sent.map((stanza) => /<body>([^<]*)<\/body>/.exec(asText(stanza))?.[1]).filter((body) => body !== undefined);

test('an offer rings, and is a session once the desk says so', () => {
  hears(`<body>offered</body>${offer('inheritance')}${part('ringing')}`);
  const talk = desk.talks.value[0];
  assert.equal(talk?.phase.value, 'ringing');
  assert.equal(talk.offer.value.summary, 'inheritance');
  assert.deepEqual(talk.offer.value.needs.languages, ['fa']);
  assert.deepEqual(noticed, ['ring']);
  hears(`<body>yours</body><note xmlns='${ASK}' code='has-it'/>${part('engaged')}`);
  assert.equal(talk.phase.value, 'engaged');
  assert.equal(talk.mine.value, true);
});

test('what only librarians see is kept apart, without the words that are for other clients', () => {
  const talk = engaged();
  hears(line(1, 'patron', 'salam'));
  hears(line(2, 'aside', 'she sounds worried', '[aside] '));
  hears(line(3, 'operator', 'welcome', '[کتابدار] '));
  hears(line(4, 'desk', 'a librarian is here', '[desk] '));
  assert.deepEqual(shown(talk), ['patron: salam', 'operator: welcome', 'desk: a librarian is here']);
  assert.deepEqual(among(talk), ['note: yours', 'operator: she sounds worried']);
});

test('a consultant says everything among librarians', () => {
  hears(`<body>offered</body>${offer('x')}${part('ringing', "role='consultant'")}`);
  hears(`<body>joined</body><note xmlns='${ASK}' code='joined-consultant'/>${part('engaged', "role='consultant'")}`);
  const talk = desk.talks.value[0];
  assert.equal(talk?.mine.value, false);
  talk.say('look at 1986', true);
  assert.deepEqual(sentBodies(), ['look at 1986']);
});

test('words are sent until they are confirmed, and once', () => {
  const talk = engaged();
  talk.say('hello', false);
  const id = /id="([^"]*)"/.exec(asText(link.sent.at(-1)))?.[1] ?? '';
  Array.from(timers.values()).forEach((act) => act());
  assert.deepEqual(sentBodies(), ['hello', 'hello']);
  hears(`<received xmlns='urn:xmpp:receipts' id='${id}'/>`);
  timers.clear();
  assert.deepEqual(talk.toPatron.value.map((one) => one.state), ['kept']);
});

test('what looks like a command reaches the patron as it is, and a note is marked for the desk', () => {
  const talk = engaged();
  talk.say('/close the door', false);
  talk.say('!now', false);
  talk.say('one of us', true);
  assert.deepEqual(sentBodies(), ['//close the door', '!!now', '/aside one of us']);
});

test('what is refused says why and can be said again', () => {
  const talk = engaged();
  talk.say('too long', false);
  const id = /id="([^"]*)"/.exec(asText(link.sent.at(-1)))?.[1] ?? '';
  desk.message(
    xml(
      `<message xmlns='jabber:client' from='${CONTACT}' id='${id}' type='error'><error type='wait'>` +
        `<resource-constraint xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/><text xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'>too long by 3</text></error></message>`,
    ),
  );
  assert.equal(talk.lines.value.at(-1)?.state, 'refused');
  assert.equal(talk.lines.value.at(-1)?.reason, 'too long by 3');
  talk.again(id);
  assert.equal(talk.lines.value.at(-1)?.state, 'sending');
});

test('another window takes over, and this one says so and is told nothing more', () => {
  takesOver(post);
  desk.go(`desk@${DESK}`, true);
  const talk = engaged();
  desk.message(xml(`<message xmlns='jabber:client' from='${DESK}'><body>taken</body><console xmlns='${ASK}' taken='true'/></message>`));
  assert.equal(desk.takenOver.value, true);
  assert.match(asText(link.sent.at(-1)), /type="unavailable"/);
  hears(line(1, 'patron', 'salam'));
  assert.deepEqual(shown(talk), []);
});

test('after a reload every line is there again, in order, page by page, and what was not sent is sent', () => {
  const before = engaged();
  before.write('a draft', false);
  before.say('not confirmed', false);
  before.keepNow();
  desk = page();
  takesOver(`${post}<part phase='engaged' session='${SESSION}'>${offer('inheritance')}</part>`);
  const talk = desk.talks.value[0];
  assert.equal(talk?.draft.value, 'a draft');
  assert.deepEqual(sentBodies(), ['not confirmed']);
  const answer = (after: number, inside: string, more: boolean) => {
    const recall = link.asked.find(({ iq }) => asText(iq).includes(`<recall xmlns="${ASK}" after="${after}"`));
    assert.ok(recall, `asked for what comes after ${after}`);
    recall.answered(xml(`<iq xmlns='jabber:client'><lines xmlns='${ASK}' more='${more}'>${inside}</lines></iq>`));
  };
  const said = (seq: number, by: string, text: string, own = false) =>
    `<said seq='${seq}' by='${by}' at='2026-11-27T10:00:0${seq}Z' own='${own}'>${text}</said>`;
  hears(line(4, 'patron', 'said meanwhile'));
  answer(0, said(1, 'patron', 'salam') + said(2, 'aside', 'worried'), true);
  answer(2, said(3, 'operator', 'hello', true), false);
  assert.deepEqual(shown(talk), ['patron: salam', 'me: hello', 'patron: said meanwhile', 'me: not confirmed']);
  assert.deepEqual(among(talk), ['operator: worried']);
});

test('a session that is over elsewhere is over here when the link is back', () => {
  const talk = engaged();
  takesOver(post);
  assert.equal(talk.phase.value, 'over');
});

test('one is on duty when the room says so, again after a reload, under another name where the own is taken', () => {
  takesOver(post);
  desk.go(`desk@${DESK}`, true);
  assert.match(asText(link.sent.at(-1)), new RegExp(`to="${ROOM}/astrid"`));
  desk.presence(
    xml(`<presence xmlns='jabber:client' from='${ROOM}/astrid' type='error'><error type='cancel'><conflict xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></presence>`),
  );
  assert.match(asText(link.sent.at(-1)), /astrid \(uppsala\.test\)"/);
  desk.presence(
    xml(`<presence xmlns='jabber:client' from='${ROOM}/astrid (uppsala.test)'><x xmlns='http://jabber.org/protocol/muc#user'><status code='110'/></x></presence>`),
  );
  assert.equal(desk.onDuty.value, true);
  desk.presence(
    xml(`<presence xmlns='jabber:client' from='${ROOM}/britt'><competence xmlns='urn:xmpp:competence:0' handle='h' ver='v' load='1' capacity='2'/></presence>`),
  );
  assert.deepEqual(Array.from(desk.duties.value[0]?.people.values() ?? []).map(({ nick, load, capacity }) => [nick, load, capacity]), [['britt', 1, 2]]);
  desk = page();
  takesOver(post);
  assert.match(asText(link.sent.at(-1)), new RegExp(`to="${ROOM}/astrid`));
});

test('a question that waits is shown until somebody has it, and who', () => {
  takesOver(post);
  desk.go(`desk@${DESK}`, true);
  const card = (state: string, more: string, body: string) =>
    desk.message(
      xml(`<message xmlns='jabber:client' from='${ROOM}/desk' type='groupchat'><body>${body}</body><card xmlns='${ASK}' number='4' state='${state}' ${more}/></message>`),
    );
  card('waits', '', '4 · Persian: salam  [claim 4]');
  assert.equal(desk.waiting.value[0]?.text, 'Persian: salam');
  const first = desk.waiting.value[0];
  desk.claim(first);
  assert.deepEqual(sentBodies(), ['claim 4']);
  card('claimed', "by='britt'", '4 is claimed by britt.');
  assert.deepEqual(desk.waiting.value.map((one) => one.by), ['britt']);
  card('gone', '', '4 is gone.');
  assert.deepEqual(desk.waiting.value, []);
});

test('a card of somebody who is not the service is nothing', () => {
  takesOver(post);
  desk.go(`desk@${DESK}`, true);
  desk.message(
    xml(`<message xmlns='jabber:client' from='${ROOM}/britt' type='groupchat'><body>4 · x</body><card xmlns='${ASK}' number='4' state='waits'/></message>`),
  );
  assert.deepEqual(desk.waiting.value, []);
});

test('a transfer under way is shown until it has come to something', () => {
  const talk = engaged();
  hears(`<body>looking</body><note xmlns='${ASK}' code='transfer-looking'/>`);
  assert.equal(talk.handing.value, 1_000);
  hears(`<body>nearest</body><note xmlns='${ASK}' code='transfer-nearest'/>`);
  assert.equal(talk.handing.value, 1_000);
  hears(`<body>nobody</body><note xmlns='${ASK}' code='transfer-nobody-fits'/>`);
  assert.equal(talk.handing.value, null);
});

test('the light shows whether the patron is there', () => {
  const talk = engaged();
  hears("<inactive xmlns='http://jabber.org/protocol/chatstates'/>");
  assert.equal(talk.patronThere.value, false);
  hears("<active xmlns='http://jabber.org/protocol/chatstates'/>");
  assert.equal(talk.patronThere.value, true);
});

test('scripts are found by any word of them, own ones first, and filled in', () => {
  const scripts = new Scripts(link, DESK);
  scripts.load();
  link.asked.at(-1)?.answered(
    xml(
      `<iq xmlns='jabber:client'><scripts xmlns='${ASK}'><script id='1' scope='library' name='Opening hours'>We are open until eight.</script>` +
        `<script id='2' scope='personal' name='Hello'>Hello, {operator} of {library} here. {whatever}</script>` +
        `<script id='3' scope='service' service='law@x' name='Opening of cases'>…</script></scripts></iq>`,
    ),
  );
  assert.deepEqual(scripts.search('', 'desk@x').map((one) => one.id), ['2', '1']);
  assert.deepEqual(scripts.search('OPENÏNG', 'law@x').map((one) => one.id), ['3', '1']);
  assert.equal(filled('Hello, {operator} of {library} here. {whatever}', { operator: 'Astrid', library: 'Uppsala' }), 'Hello, Astrid of Uppsala here. {whatever}');
});

test('times and the title are short', () => {
  assert.equal(duration(7_900), '0:07');
  assert.equal(duration(3_723_000), '1:02:03');
  assert.equal(duration(-1), '0:00');
  assert.equal(title(2, 'Console'), '(2) Console');
  assert.equal(wire.bare('a@b/c/d'), 'a@b');
});
