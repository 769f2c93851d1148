/** What goes over the wire to and from a patron. Ask Services (urn:xmpp:ask:0) and the XEPs it names. */
import { attribute, child, children, condition, count, element } from './xml';

const ASK = 'urn:xmpp:ask:0';
const RECEIPTS = 'urn:xmpp:receipts';
const OOB = 'jabber:x:oob';
const STATES = 'http://jabber.org/protocol/chatstates';

/** Who said a line. */
export type Speaker = 'patron' | 'operator' | 'desk';

/** A message, as far as a patron's page needs it. */
export interface Incoming {
  readonly id: string;
  readonly from: string;
  readonly body: string;
  /** The language that the words are said to be in. */
  readonly language: string;
  /** Which line of the conversation it is, or the line that is confirmed. */
  readonly line: { readonly seq: number; readonly after: number; readonly by: Speaker } | null;
  /** When it was said, in milliseconds, if that was not just now. */
  readonly said: number | null;
  /** The id of what is confirmed (XEP-0184). */
  readonly confirms: string | null;
  /** Whether it wants to be confirmed itself. */
  readonly wantsReceipt: boolean;
  /** The id of the message in whose place it is (XEP-0308). */
  readonly replaces: string | null;
  /** An address to open (XEP-0066). */
  readonly link: string | null;
  /** What the other is doing (XEP-0085). */
  readonly state: 'composing' | 'other' | null;
  readonly place: { readonly number: number; readonly waitSeconds: number | null } | null;
  readonly closed: boolean;
  /** Why a message of ours was not taken. */
  readonly error: string | null;
}

/** Why something was refused: the condition of a stanza error (RFC 6120, section 8.3.3). */
export type Condition = string;

/** A line of the patron's; the token makes it the same conversation from whichever address it comes. */
export const question = (
  to: string,
  id: string,
  body: string,
  language: string,
  token: string,
  about?: Readonly<Record<string, string>>,
  link?: string | null,
): Element =>
  element(
    'message',
    { to, id, type: 'chat', 'xml:lang': language },
    element('body', {}, body),
    element('request', { xmlns: RECEIPTS }),
    element('origin-id', { xmlns: 'urn:xmpp:sid:0', id }),
    element('active', { xmlns: STATES }),
    element('resumable', { xmlns: ASK, token }),
    ...(about ? [form(about)] : []),
    ...(link ? [element('x', { xmlns: OOB }, element('url', {}, link))] : []),
  );

/** What the patron says of themselves (XEP-0004). */
const form = (about: Readonly<Record<string, string>>): Element =>
  element(
    'x',
    { xmlns: 'jabber:x:data', type: 'submit' },
    ...Object.entries({ FORM_TYPE: `${ASK}#about`, ...about }).map(([name, value]) =>
      element('field', { var: name }, element('value', {}, value)),
    ),
  );

/** That we are typing, or have stopped. */
export const typing = (to: string, on: boolean): Element =>
  element('message', { to, type: 'chat' }, element(on ? 'composing' : 'paused', { xmlns: STATES }));

/** That we have a message. */
export const receipt = (to: string, id: string): Element =>
  element('message', { to, type: 'chat' }, element('received', { xmlns: RECEIPTS, id }));

/** We go on with a conversation of which we have the lines up to one. */
export const resume = (to: string, token: string, after: number): Element =>
  element('iq', { to, type: 'set' }, element('resume', { xmlns: ASK, token, after: String(after) }));

/** The patron ends a conversation. */
export const finish = (to: string, token: string): Element =>
  element('iq', { to, type: 'set' }, element('finish', { xmlns: ASK, token }));

/** The patron says how a conversation was that is over. */
export const rating = (to: string, token: string, stars: number, words: string): Element =>
  element('iq', { to, type: 'set' }, element('rating', { xmlns: ASK, token, stars: String(stars) }, words));

/** Whether the server is there (XEP-0199). */
export const ping = (to: string): Element => element('iq', { to, type: 'get' }, element('ping', { xmlns: 'urn:xmpp:ping' }));

/** That we can be sent things. */
export const presence = (): Element => element('presence', {});

const SPEAKERS: readonly string[] = ['patron', 'operator', 'desk'] satisfies Speaker[];

function line(of: Element | undefined): Incoming['line'] {
  const seq = count(of, 'seq');
  const by = attribute(of, 'by');
  return seq !== null && by !== null && SPEAKERS.includes(by) ? { seq, after: count(of, 'after') ?? 0, by: by as Speaker } : null;
}

function place(of: Element | undefined): Incoming['place'] {
  const number = count(of, 'number');
  return number === null ? null : { number, waitSeconds: count(of, 'wait') };
}

/** Unseen marks of direction, by which an address can be made to look like another. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** An address that may be opened: nothing but the web. */
export function webAddress(text: string | null | undefined): string | null {
  return text && /^https?:\/\/[^\s<>"]+$/i.test(text.trim()) && !DIRECTION.test(text) ? text.trim() : null;
}

/** Reads a message. */
export function read(message: Element): Incoming {
  const delay = attribute(child(message, 'delay', 'urn:xmpp:delay'), 'stamp');
  const said = delay === null ? NaN : Date.parse(delay);
  const state = children(message).find((one) => one.namespaceURI === STATES);
  const oob = child(message, 'x', OOB);
  return {
    id: attribute(message, 'id') ?? '',
    from: (attribute(message, 'from') ?? '').split('/')[0] ?? '',
    body: child(message, 'body')?.textContent ?? '',
    language: attribute(message, 'xml:lang') ?? '',
    line: line(child(message, 'line', ASK)),
    said: Number.isNaN(said) ? null : said,
    confirms: attribute(child(message, 'received', RECEIPTS), 'id'),
    wantsReceipt: child(message, 'request', RECEIPTS) !== undefined,
    replaces: attribute(child(message, 'replace', 'urn:xmpp:message-correct:0'), 'id'),
    link: webAddress(oob && child(oob, 'url')?.textContent),
    state: state ? (state.localName === 'composing' ? 'composing' : 'other') : null,
    place: place(child(message, 'place', ASK)),
    closed: child(message, 'closed', ASK) !== undefined,
    error: condition(message),
  };
}
