/** What goes over the wire to and from an operator. Ask Services, section "The Operator's Client". */
import { webAddress } from '../common/stanzas';
import { attribute, child, children, condition, count, element, errorText } from '../common/xml';

const ASK = 'urn:xmpp:ask:0';
const COMPETENCE = 'urn:xmpp:competence:0';
const STATES = 'http://jabber.org/protocol/chatstates';
const RECEIPTS = 'urn:xmpp:receipts';
const MUC = 'http://jabber.org/protocol/muc';
const CORRECT = 'urn:xmpp:message-correct:0';
const DISCO = 'http://jabber.org/protocol/disco#info';
const FALLBACK = 'urn:xmpp:fallback:0';

export type Speaker = 'patron' | 'operator' | 'desk' | 'aside';
export type Phase = 'ringing' | 'accepting' | 'engaged' | 'over';
export type Role = 'owner' | 'colleague' | 'consultant';

/** What a question needs of whoever takes it. */
export interface Needs {
  readonly languages: readonly string[];
  readonly subjects: readonly { readonly name: string; readonly typed: string }[];
  readonly insights: readonly string[];
}

/** How a session was offered. */
export interface Offer {
  readonly home: string;
  readonly service: string;
  readonly summary: string;
  readonly needs: Needs;
  readonly policy: string;
  readonly transfer: boolean;
  readonly role: Role;
  readonly seconds: number;
  readonly hops: readonly string[];
}

/** An operator's part in a session. */
export interface Part {
  readonly phase: Phase;
  readonly role: Role;
  readonly later: boolean;
}

/** What has come by a session's contact. */
export interface Heard {
  readonly id: string;
  readonly from: string;
  /** The words, without what is put before them for other clients. */
  readonly body: string;
  readonly line: { readonly seq: number; readonly by: Speaker } | null;
  /** Whether the desk says it to the operator alone; by which name, where it says that. */
  readonly note: { readonly code: string } | null;
  readonly part: Part | null;
  readonly offer: Offer | null;
  readonly closed: boolean;
  readonly said: number | null;
  readonly state: 'composing' | 'inactive' | 'other' | null;
  readonly confirms: string | null;
  readonly displayed: string | null;
  readonly wantsReceipt: boolean;
  readonly replaces: string | null;
  readonly link: string | null;
  readonly error: { readonly condition: string; readonly text: string } | null;
}

/** A line of a session as the home library keeps it. */
export interface Recalled {
  readonly seq: number;
  readonly by: Speaker;
  readonly own: boolean;
  readonly at: number;
  readonly text: string;
}

/** A service that the operator may staff. */
export interface Post {
  readonly service: string;
  readonly room: string;
  readonly name: string;
}

/** What a desk tells a console. */
export interface Overview {
  readonly taken: boolean;
  readonly paused: boolean;
  readonly posts: readonly Post[];
  readonly parts: readonly (Part & { readonly session: string; readonly since: number; readonly offer: Offer })[];
}

/** A question that waits in a staff room. */
export interface Card {
  readonly number: number;
  readonly state: 'waits' | 'claimed' | 'taken' | 'gone';
  readonly by: string;
  readonly needs: Needs;
}

/** Somebody in a staff room. */
export interface Colleague {
  readonly nick: string;
  readonly there: boolean;
  readonly load: number | null;
  readonly capacity: number | null;
  readonly away: boolean;
  /** Whether it is us. */
  readonly own: boolean;
  /** Why we are no longer in, or are not let in: a status or a condition. */
  readonly why: string | null;
}

const text = (of: Element | undefined): string => of?.textContent ?? '';
const all = (of: Element | undefined, name: string): Element[] => (of ? children(of).filter((one) => one.localName === name) : []);
const flag = (of: Element | undefined, name: string): boolean => ['true', '1'].includes(of?.getAttribute(name) ?? '');
const oneOf = <T extends string>(value: string | null, known: readonly T[], otherwise: T): T =>
  known.includes(value as T) ? (value as T) : otherwise;
const time = (stamp: string | null): number | null => {
  const at = stamp === null ? NaN : Date.parse(stamp);
  return Number.isNaN(at) ? null : at;
};

/** The address without the resource. */
export const bare = (address: string): string => address.split('/')[0] ?? '';

function needs(of: Element | undefined): Needs {
  return {
    languages: all(of, 'language').map((one) => attribute(one, 'tag') ?? '').filter(Boolean),
    subjects: all(of, 'subject').map((one) => {
      const concept = attribute(one, 'concept') ?? '';
      return { name: attribute(all(one, 'label')[0], 'name') ?? concept, typed: concept };
    }),
    insights: all(of, 'insight').map((one) =>
      Array.from(one.attributes, (attribute) => (attribute.name === 'xmlns' ? '' : attribute.value)).filter(Boolean).join(' '),
    ),
  };
}

const role = (of: Element): Role => oneOf(attribute(of, 'role'), ['owner', 'colleague', 'consultant'] as const, 'owner');

function offer(of: Element): Offer {
  return {
    home: (attribute(of, 'home') ?? '').replace(/^[^@]*@/, '').replace(/^[^.]+\./, ''),
    service: attribute(of, 'service') ?? '',
    summary: text(child(of, 'summary')),
    needs: needs(child(of, 'needs', COMPETENCE)),
    policy: text(child(of, 'policy')),
    transfer: flag(of, 'transfer'),
    role: role(of),
    seconds: count(of, 'seconds') ?? 0,
    hops: all(child(of, 'hops'), 'hop').map(text),
  };
}

const part = (of: Element): Part => ({
  phase: oneOf(attribute(of, 'phase'), ['ringing', 'accepting', 'engaged', 'over'] as const, 'over'),
  role: role(of),
  later: flag(of, 'later'),
});

/** Body without the part that XEP-0428 says is for clients that know no better. */
function words(message: Element): string {
  const body = text(child(message, 'body'));
  const fallback = all(message, 'fallback').find((one) => one.namespaceURI === FALLBACK && attribute(one, 'for') === ASK);
  const at = child(fallback ?? message, 'body');
  const start = count(at, 'start');
  const end = count(at, 'end');
  if (!fallback || start === null || end === null) {
    return body;
  }
  // Counted in characters of Unicode, not in those of this language.
  const points = Array.from(body);
  return points.slice(0, start).concat(points.slice(end)).join('');
}

/** Reads what has come by a session's contact. */
export function heard(message: Element): Heard {
  const line = child(message, 'line', ASK);
  const seq = count(line, 'seq');
  const note = child(message, 'note', ASK);
  const phase = child(message, 'part', ASK);
  const offered = child(message, 'offer', ASK);
  const state = children(message).find((one) => one.namespaceURI === STATES)?.localName ?? null;
  const error = condition(message);
  return {
    id: attribute(message, 'id') ?? '',
    from: bare(attribute(message, 'from') ?? ''),
    body: words(message),
    line:
      seq === null ? null : { seq, by: oneOf(attribute(line, 'by'), ['patron', 'operator', 'desk', 'aside'] as const, 'desk') },
    note: note ? { code: attribute(note, 'code') ?? '' } : null,
    part: phase ? part(phase) : null,
    offer: offered ? offer(offered) : null,
    closed: child(message, 'closed', ASK) !== undefined,
    said: time(attribute(child(message, 'delay', 'urn:xmpp:delay'), 'stamp')),
    state: state === null ? null : oneOf(state === 'gone' ? 'inactive' : state, ['composing', 'inactive', 'other'] as const, 'other'),
    confirms: attribute(child(message, 'received', RECEIPTS), 'id'),
    displayed: attribute(child(message, 'displayed', 'urn:xmpp:chat-markers:0'), 'id'),
    wantsReceipt: child(message, 'request', RECEIPTS) !== undefined,
    replaces: attribute(child(message, 'replace', CORRECT), 'id'),
    link: webAddress(text(child(child(message, 'x', 'jabber:x:oob') ?? message, 'url'))),
    error: error === null ? null : { condition: error, text: errorText(message) },
  };
}

/** Reads what a desk tells a console; none where it is something else. */
export function overview(stanza: Element): Overview | null {
  const of = child(stanza, 'console', ASK);
  if (!of) {
    return null;
  }
  return {
    taken: flag(of, 'taken'),
    paused: flag(of, 'paused'),
    posts: all(of, 'post').map((one) => ({
      service: attribute(one, 'service') ?? '',
      room: attribute(one, 'room') ?? '',
      name: attribute(one, 'name') ?? '',
    })),
    parts: all(of, 'part').flatMap((one) => {
      const offered = child(one, 'offer', ASK);
      const session = attribute(one, 'session');
      return offered && session
        ? [{ ...part(one), session, since: time(attribute(one, 'since')) ?? Date.now(), offer: offer(offered) }]
        : [];
    }),
  };
}

/** Reads a page of a session's lines. */
export function recalled(result: Element): { readonly lines: readonly Recalled[]; readonly more: boolean } {
  const of = child(result, 'lines', ASK);
  return {
    more: flag(of, 'more'),
    lines: all(of, 'said').map((one) => ({
      seq: count(one, 'seq') ?? 0,
      by: oneOf(attribute(one, 'by'), ['patron', 'operator', 'desk', 'aside'] as const, 'desk'),
      own: flag(one, 'own'),
      at: time(attribute(one, 'at')) ?? 0,
      text: text(one),
    })),
  };
}

/** Reads a card of a staff room; none where a message has none. */
export function card(message: Element): Card | null {
  const of = child(message, 'card', ASK);
  const number = count(of, 'number');
  return of && number !== null
    ? {
        number,
        state: oneOf(attribute(of, 'state'), ['waits', 'claimed', 'taken', 'gone'] as const, 'gone'),
        by: attribute(of, 'by') ?? '',
        needs: needs(child(of, 'needs', COMPETENCE)),
      }
    : null;
}

/** Reads a presence of a staff room. */
export function colleague(presence: Element): Colleague {
  const from = attribute(presence, 'from') ?? '';
  const type = presence.getAttribute('type');
  const user = child(presence, 'x', `${MUC}#user`);
  const statuses = all(user, 'status').map((one) => attribute(one, 'code') ?? '');
  const stamp = child(presence, 'competence', COMPETENCE);
  const show = text(child(presence, 'show'));
  return {
    nick: from.slice(from.indexOf('/') + 1),
    there: type === null,
    load: count(stamp, 'load'),
    capacity: count(stamp, 'capacity'),
    away: flag(stamp, 'away') || ['away', 'xa', 'dnd'].includes(show),
    own: statuses.includes('110') || type === 'error',
    why: type === 'error' ? condition(presence) : (statuses.find((code) => /^3\d\d$/.test(code)) ?? null),
  };
}

/** The language of words that a person has typed is not known here: only their own client's is. */
export const say = (to: string, id: string, body: string): Element =>
  element(
    'message',
    { to, id, type: 'chat' },
    element('body', {}, body),
    element('request', { xmlns: RECEIPTS }),
    element('origin-id', { xmlns: 'urn:xmpp:sid:0', id }),
    element('active', { xmlns: STATES }),
    element('markable', { xmlns: 'urn:xmpp:chat-markers:0' }),
  );

/** That the operator has seen everything up to a message (XEP-0333). */
export const seen = (to: string, id: string): Element =>
  element('message', { to, type: 'chat' }, element('displayed', { xmlns: 'urn:xmpp:chat-markers:0', id }));

/** All sessions of the operator come here from now on. */
export const takeOver = (desk: string): Element => element('iq', { to: desk, type: 'set' }, element('console', { xmlns: ASK }));

/** Asks an address what it is (XEP-0030). */
export const whatIs = (address: string): Element =>
  element('iq', { to: address, type: 'get' }, element('query', { xmlns: DISCO }));

/** What it is called. */
export const nameOf = (result: Element): string =>
  attribute(all(child(result, 'query', DISCO), 'identity')[0], 'name') ?? '';

/** Asks for the lines after one: of the session, or of the one that its patron had before. */
export const recall = (contact: string, after: number, before = false): Element =>
  element(
    'iq',
    { to: contact, type: 'get' },
    element('recall', { xmlns: ASK, after: String(after), ...(before ? { before: 'true' } : {}) }),
  );

/** Goes on duty: enters a staff room (XEP-0045). */
export const enter = (room: string, nick: string): Element =>
  element(
    'presence',
    { to: `${room}/${nick}` },
    element('x', { xmlns: MUC }, element('history', { maxchars: '0' })),
  );

/** Goes off duty. */
export const leave = (room: string, nick: string): Element => element('presence', { to: `${room}/${nick}`, type: 'unavailable' });

/** Claims a question by its number. */
export const claim = (room: string, number: number, id: string): Element =>
  element('message', { to: room, type: 'groupchat', id }, element('body', {}, `claim ${number}`));

/** What the desk would take for a command is doubled, so that it reaches the patron as it is. */
export const literally = (words: string): string => words.replace(/^([\s\p{Cf}]*)([/!])/u, '$1$2$2');
