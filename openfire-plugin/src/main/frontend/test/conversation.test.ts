import { strict as assert } from 'node:assert';
import { beforeEach, test } from 'node:test';
import { read } from '../src/common/stanzas';
import { Conversation } from '../src/widget/conversation';
import { asText, FakeLink, memory, xml } from './support';

const SERVICE = 'desk@ask.uppsala.test';
const ASK = 'urn:xmpp:ask:0';
let link: FakeLink;
let shared: ReturnType<typeof memory>;
let own: ReturnType<typeof memory>;
let timers: Map<number, () => void>;
let tokens: number;

/** A page of the same browser window: what was there before is there again. */
function page(): Conversation {
  link = new FakeLink();
  timers = new Map();
  let timer = 0;
  const made = new Conversation(SERVICE, {
    link,
    shared,
    own,
    now: () => 1_000,
    later: (act) => {
      timers.set(++timer, act);
      return timer;
    },
    never: (which) => timers.delete(which),
    token: () => `t${++tokens}`,
    survey: true,
    language: () => 'fa',
  });
  made.restore();
  return made;
}

beforeEach(() => {
  shared = memory();
  own = memory();
  tokens = 0;
});

const up = (conversation: Conversation) => {
  link.standing.value = 'up';
  conversation.up();
};

const words = () => link.sent.filter((stanza) => read(stanza).body !== '');
const texts = (conversation: Conversation) => conversation.lines.value.map((line) => line.text);
const tokenOf = (stanza: Element | undefined) =>
  /<resumable [^>]*token="([^"]*)"/.exec(asText(stanza))?.[1] ?? null;

const told = (conversation: Conversation, seq: number, by: string, text: string, more = '', session = 's', after = seq - 1) =>
  conversation.message(
    xml(
      `<message xmlns='jabber:client' from='${SERVICE}' id='${session}-${seq}' type='chat'><body>${text}</body>` +
        `<request xmlns='urn:xmpp:receipts'/><line xmlns='${ASK}' seq='${seq}' after='${after}' by='${by}'/>${more}</message>`,
    ),
  );

const confirm = (conversation: Conversation, id: string, seq: number) =>
  conversation.message(
    xml(
      `<message xmlns='jabber:client' from='${SERVICE}/x'><received xmlns='urn:xmpp:receipts' id='${id}'/>` +
        `<line xmlns='${ASK}' seq='${seq}' after='${seq - 1}' by='patron'/></message>`,
    ),
  );

const error = (id: string, condition: string, name = 'message') =>
  xml(
    `<${name} xmlns='jabber:client' from='${SERVICE}' id='${id}' type='error'><error type='cancel'>` +
      `<${condition} xmlns='urn:ietf:params:xml:ns:xmpp-stanzas'/></error></${name}>`,
  );

const ids = (conversation: Conversation) => conversation.lines.value.map((line) => line.id);
const lastWords = () => words().at(-1);

test('the first words connect, and are sent as soon as the link is there, without resuming anything', () => {
  const conversation = page();
  conversation.say('سلام');
  assert.equal(link.standing.value, 'connecting');
  assert.deepEqual(conversation.lines.value.map((line) => line.state), ['sending']);
  up(conversation);
  assert.equal(link.asked.length, 0);
  assert.equal(words().length, 1);
  assert.equal(tokenOf(lastWords()), shared.text);
  assert.match(asText(lastWords()), /to="desk@ask.uppsala.test"/);
  assert.match(asText(lastWords()), /xml:lang="fa"/);
  assert.match(asText(lastWords()), /<request xmlns="urn:xmpp:receipts"\/>/);
});

test('a line is shown as kept when the desk confirms it, in the place that the desk gives it', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  told(conversation, 1, 'desk', 'welcome');
  confirm(conversation, ids(conversation).at(-1) ?? '', 2);
  told(conversation, 3, 'operator', 'hello');
  assert.deepEqual(texts(conversation), ['welcome', 'one', 'hello']);
  assert.deepEqual(conversation.lines.value.map((line) => line.state), ['kept', 'kept', 'kept']);
  assert.equal(conversation.heard.value, 2);
});

test('what is told twice is shown once, and confirmed each time', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  told(conversation, 2, 'operator', 'hello');
  told(conversation, 2, 'operator', 'hello');
  assert.deepEqual(texts(conversation), ['hello', 'one']);
  assert.equal(link.sent.filter((stanza) => /<received [^>]*id="s-2"/.test(asText(stanza))).length, 2);
});

test('a reloaded page shows what it had, resumes after it, and says again what was not confirmed', () => {
  const before = page();
  before.say('one');
  up(before);
  confirm(before, ids(before)[0] ?? '', 1);
  told(before, 2, 'operator', 'hello');
  before.say('two');
  const pending = ids(before).at(-1);

  const after = page();
  assert.deepEqual(texts(after), ['one', 'hello', 'two']);
  up(after);
  assert.equal(words().length, 0);
  const resume = link.asked[0];
  assert.match(asText(resume?.iq), /<resume [^>]*after="2"/);
  assert.match(asText(resume?.iq), new RegExp(`token="${String(shared.text)}"`));
  resume?.answered(xml(`<iq type='result'><resumed xmlns='${ASK}' seq='3'/></iq>`));
  assert.equal(words().length, 1);
  assert.equal(lastWords()?.getAttribute('id'), pending);
  // It had arrived, though its receipt had not.
  told(after, 3, 'patron', 'two');
  confirm(after, pending ?? '', 3);
  told(after, 4, 'operator', 'fine');
  assert.deepEqual(texts(after), ['one', 'hello', 'two', 'fine']);
});

test('another window has the conversation from its beginning', () => {
  const first = page();
  first.say('one');
  up(first);
  own = memory();
  const second = page();
  assert.deepEqual(texts(second), []);
  up(second);
  assert.match(asText(link.asked[0]?.iq), /after="0"/);
});

test('a window that is open takes up what another begins, and ends with it', () => {
  const second = page();
  shared.text = 'other';
  second.sharedChanged();
  up(second);
  assert.match(asText(link.asked[0]?.iq), /token="other"/);
  shared.text = null;
  second.sharedChanged();
  assert.equal(second.ended.value, true);
});

test('where there is nothing to go on with it has ended, and the browser keeps nothing', () => {
  const first = page();
  first.say('one');
  up(first);
  confirm(first, ids(first)[0] ?? '', 1);
  const later = page();
  up(later);
  link.asked[0]?.refused(error('r', 'item-not-found', 'iq'));
  assert.equal(later.ended.value, true);
  assert.deepEqual(texts(later), ['one']);
  assert.equal(shared.text, null);
  assert.equal(own.text, null);
});

test('words that were not taken before it ended begin another', () => {
  const first = page();
  first.say('one');
  up(first);
  const old = shared.text;
  const later = page();
  up(later);
  link.asked[0]?.refused(error('r', 'item-not-found', 'iq'));
  assert.notEqual(shared.text, old);
  assert.equal(tokenOf(lastWords()), shared.text);
});

test('a desk that has too much to do is asked again', () => {
  const first = page();
  first.say('one');
  up(first);
  const later = page();
  up(later);
  link.asked[0]?.refused(error('r', 'resource-constraint', 'iq'));
  assert.equal(later.ended.value, false);
  [...timers.values()].forEach((act) => act());
  assert.equal(link.asked.length, 2);
});

test('what is said while it is being closed begins another, below', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  confirm(conversation, ids(conversation)[0] ?? '', 1);
  const old = shared.text;
  conversation.say('two');
  told(conversation, 2, 'desk', 'closed', `<closed xmlns='${ASK}'/>`);
  assert.equal(conversation.ended.value, true);
  assert.equal(shared.text, null);
  conversation.message(error(ids(conversation).at(-1) ?? '', 'conflict'));
  assert.ok(shared.get());
  assert.notEqual(shared.get(), old);
  assert.equal(tokenOf(lastWords()), shared.text);
  confirm(conversation, ids(conversation).at(-1) ?? '', 1);
  told(conversation, 2, 'operator', 'hello again', '', 'another');
  assert.deepEqual(texts(conversation), ['one', 'closed', 'two', 'hello again']);
});

test('a refusal is shown with its reason, and can be said again', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  const id = ids(conversation)[0] ?? '';
  conversation.message(error(id, 'resource-constraint'));
  assert.deepEqual(conversation.lines.value.map((line) => [line.state, line.reason]), [['refused', 'resource-constraint']]);
  conversation.again(id);
  assert.equal(conversation.lines.value[0]?.state, 'sending');
  assert.equal(words().length, 2);
});

test('who leaves leaves nothing in the browser', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  const token = shared.text ?? '';
  conversation.leave();
  assert.deepEqual([shared.text, own.text, conversation.lines.value.length], [null, null, 0]);
  assert.equal(conversation.left.value, true);
  assert.equal(asText(link.asked[0]?.iq).includes(`<finish xmlns="${ASK}" token="${token}"/>`), true);
  told(conversation, 2, 'desk', 'it is over', `<closed xmlns='${ASK}'/>`);
  assert.deepEqual([texts(conversation), conversation.ended.value, conversation.left.value], [[], false, true]);
  link.asked[0]?.answered(xml('<iq/>'));
  assert.equal(link.standing.value, 'off');
});

test('who leaves without a link is taken to have left by and by', () => {
  const conversation = page();
  conversation.say('one');
  conversation.leave();
  assert.deepEqual([link.asked.length, link.standing.value], [0, 'off']);
});

test('what is said while the library hears that it is over begins another', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  const old = shared.text;
  conversation.leave();
  conversation.say('another question');
  told(conversation, 2, 'desk', 'it is over', `<closed xmlns='${ASK}'/>`);
  link.asked[0]?.answered(xml('<iq/>'));
  assert.notEqual(tokenOf(lastWords()), old);
  assert.deepEqual([texts(conversation), link.standing.value], [['another question'], 'up']);
});

test('others than the service are not heard', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  conversation.message(xml(`<message xmlns='jabber:client' from='mallory@uppsala.test/x'><body>your card, please</body></message>`));
  conversation.message(xml(`<message xmlns='jabber:client' from='desk@ask.uppsala.test.evil.test'><body>your card, please</body></message>`));
  assert.deepEqual(texts(conversation), ['one']);
});

test('a correction takes the place of what it corrects, if its sender said that', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  const mine = ids(conversation)[0] ?? '';
  told(conversation, 2, 'operator', 'at eighty');
  told(conversation, 3, 'operator', 'at eight', `<replace xmlns='urn:xmpp:message-correct:0' id='s-2'/>`);
  told(conversation, 4, 'operator', 'I never said that', `<replace xmlns='urn:xmpp:message-correct:0' id='${mine}'/>`);
  assert.deepEqual(texts(conversation), ['at eight', 'I never said that', 'one']);
});

test('typing is told once, then that it has stopped; the other’s is shown until they have written', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  conversation.types();
  conversation.types();
  [...timers.values()].forEach((act) => act());
  const states = link.sent.map(asText).filter((stanza) => /<(composing|paused) /.test(stanza));
  assert.equal(states.length, 2);
  conversation.message(
    xml(`<message xmlns='jabber:client' from='${SERVICE}'><composing xmlns='http://jabber.org/protocol/chatstates'/></message>`),
  );
  assert.equal(conversation.typing.value, true);
  told(conversation, 2, 'operator', 'hello', `<active xmlns='http://jabber.org/protocol/chatstates'/>`);
  assert.equal(conversation.typing.value, false);
});

test('the place in the queue is shown until something else is told', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  told(conversation, 2, 'desk', 'wait', `<place xmlns='${ASK}' number='3' wait='75'/>`);
  assert.deepEqual(conversation.place.value, { number: 3, waitSeconds: 75 });
  told(conversation, 3, 'desk', 'here');
  assert.equal(conversation.place.value, null);
});

test('what somebody has put into the storage is no harm', () => {
  for (const text of ['{', '[]', '1', '{"lines":1}', 'null']) {
    shared.text = 'token';
    own.text = text;
    assert.deepEqual(texts(page()), []);
  }
});

test('a line that is lacking is asked for, once, and what came before it stays where it is', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  confirm(conversation, ids(conversation)[0] ?? '', 1);
  told(conversation, 4, 'operator', 'four', '', 's', 3);
  told(conversation, 5, 'operator', 'five', '', 's', 4);
  assert.equal(link.asked.length, 1);
  assert.match(asText(link.asked[0]?.iq), /after="1"/);
  link.asked[0]?.answered(xml(`<iq type='result'><resumed xmlns='${ASK}' seq='5'/></iq>`));
  told(conversation, 3, 'operator', 'three', '', 's', 1);
  told(conversation, 4, 'operator', 'four', '', 's', 3);
  told(conversation, 5, 'operator', 'five', '', 's', 4);
  told(conversation, 6, 'operator', 'six');
  assert.equal(link.asked.length, 1);
  assert.deepEqual(texts(conversation), ['one', 'three', 'four', 'five', 'six']);
});

test('who is to be answered later says where, and clears up without taking the question back', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  conversation.answerLater('mina@example.org');
  assert.deepEqual(words().map((stanza) => read(stanza).body), ['one', '/later mina@example.org']);
  assert.equal(conversation.later.value, true);
  told(conversation, 3, 'desk', 'kept');
  assert.equal(conversation.later.value, true);
  const again = page();
  assert.equal(again.later.value, true);
  up(again);
  again.leave();
  assert.deepEqual([link.asked.filter(({ iq }) => asText(iq).includes('finish')).length, shared.text], [0, null]);
});

test('an answer, or something else that the patron says, is no longer for later', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  conversation.answerLater('mina@example.org');
  told(conversation, 3, 'operator', 'here it is');
  confirm(conversation, ids(conversation)[0] ?? '', 1);
  confirm(conversation, ids(conversation).find((id) => id !== 's-3') ?? '', 2);
  assert.deepEqual([conversation.answered.value], [true]);
});

test('what the patron says of themselves goes with the first line until that is kept', () => {
  const conversation = page();
  conversation.say('one', { name: 'Mina', class: '9 b' });
  up(conversation);
  const form =
    `<x xmlns="jabber:x:data" type="submit"><field var="FORM_TYPE"><value>${ASK}#about</value></field>` +
    '<field var="name"><value>Mina</value></field><field var="class"><value>9 b</value></field></x>';
  assert.ok(asText(lastWords()).includes(form));
  assert.ok(own.text?.includes('Mina'));
  const again = page();
  up(again);
  link.asked[0]?.refused(error('r', 'item-not-found', 'iq'));
  assert.ok(asText(lastWords()).includes(form));
  confirm(again, ids(again)[0] ?? '', 1);
  assert.ok(!own.text?.includes('Mina'));
  again.say('two');
  assert.ok(!asText(lastWords()).includes('jabber:x:data'));
});

test('who was answered may say how it was, once, by the token that the browser has forgotten', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  const token = shared.text ?? '';
  told(conversation, 2, 'operator', 'hello');
  told(conversation, 3, 'desk', 'it is over', `<closed xmlns='${ASK}'/>`);
  assert.deepEqual([shared.text, conversation.over.value], [null, token]);
  let failures = 0;
  conversation.rate(4, 'Quick.', () => failures++);
  const asked = link.asked.at(-1);
  assert.ok(asText(asked?.iq).includes(`<rating xmlns="${ASK}" token="${token}" stars="4">Quick.</rating>`));
  asked?.refused(null);
  assert.deepEqual([failures, conversation.over.value, conversation.rated.value], [1, token, false]);
  conversation.rate(5, '', () => failures++);
  link.asked.at(-1)?.answered(xml('<iq/>'));
  assert.deepEqual([failures, conversation.over.value, conversation.rated.value], [1, null, true]);
  assert.equal(link.standing.value, 'up');
  conversation.say('another question');
  assert.equal(conversation.rated.value, false);
});

test('who got no answer is not asked how it was, and who leaves keeps the link for it', () => {
  const conversation = page();
  conversation.say('one');
  up(conversation);
  told(conversation, 2, 'desk', 'it is over', `<closed xmlns='${ASK}'/>`);
  assert.equal(conversation.over.value, null);
  conversation.say('two');
  told(conversation, 1, 'operator', 'hello', '', 't');
  const token = shared.text;
  conversation.leave();
  link.asked.at(-1)?.answered(xml('<iq/>'));
  conversation.message(
    xml(`<message xmlns='jabber:client' from='${SERVICE}' id='e' type='chat'><body>it is over</body><closed xmlns='${ASK}'/></message>`),
  );
  assert.deepEqual([conversation.over.value, link.standing.value, shared.text, own.text], [token, 'up', null, null]);
  conversation.notRated();
  assert.deepEqual([conversation.over.value, link.standing.value], [null, 'off']);
});
