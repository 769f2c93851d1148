import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Link } from '../common/link';
import * as stanzas from '../common/stanzas';
import type { Condition, Incoming, Speaker } from '../common/stanzas';
import type { Store } from '../common/storage';
import { Typing } from '../common/typing';
import { condition } from '../common/xml';

/** A line that is shown. */
export interface Line {
  readonly id: string;
  readonly by: Speaker;
  readonly text: string;
  readonly at: number;
  /** Its number in the conversation; none while only we have it, and of what is no part of it. */
  readonly seq: number | null;
  /** Where it is shown: by its number, what is not kept yet at the end. */
  readonly order: number;
  readonly link?: string | null | undefined;
  /** What the patron says of themselves with it, until the library has it. */
  readonly about?: Readonly<Record<string, string>> | undefined;
  /** Whether the library has it; why not, if it won't. */
  readonly state: 'sending' | 'kept' | 'refused';
  readonly reason?: Condition;
}

/** What a conversation needs around it. */
export interface Around {
  readonly link: Link;
  /** Of all windows: the token. */
  readonly shared: Store;
  /** Of this window: what is shown, so that it is there at once when the page is loaded anew. */
  readonly own: Store;
  readonly now: () => number;
  readonly later: (act: () => void, milliseconds: number) => number;
  readonly never: (timer: number) => void;
  readonly token: () => string;
  /** Whether the library wants to know how it was. */
  readonly survey: boolean;
  readonly language: () => string;
}

/** A line that is not confirmed within this is said again, under its id. */
const RESEND_MS = 10_000;
const BUSY_RETRY_MS = 5_000;
/** Lines that are kept in the browser. */
const LINES_KEPT_MAX = 500;
const LATER = '/later';
const AT_THE_END = Number.MAX_SAFE_INTEGER;

/**
 * A patron's conversation with one service, which goes on over reloads, lost links and other addresses, until it is
 * closed or left.
 *
 * | | no token | token, link up | token, link down |
 * |---|---|---|---|
 * | say | a token; connects | sent | waits |
 * | link comes | nothing | resumed, then what is unconfirmed is said again | |
 * | not found | | what is unconfirmed begins another; nothing is: ended | |
 * | closed | | ended, token forgotten | |
 * | leave | all deleted | all deleted; the library is told, then the link closed | all deleted; after the grace time the
 * library takes the patron to have left |
 */
export class Conversation {
  readonly lines = signal<readonly Line[]>([]);
  readonly typing: ReadonlySignal<boolean>;
  readonly place = signal<Incoming['place']>(null);
  readonly ended = signal(false);
  readonly left = signal(false);
  /** What the conversation that is over went by, as long as it can be said how it was. */
  readonly over = signal<string | null>(null);
  readonly rated = signal(false);
  /** Lines of others that came, ever; who shows them counts from there. */
  readonly heard = signal(0);
  readonly begun = computed(() => this.lines.value.length > 0);
  /** Whether the library has something of it, and it has not ended. */
  readonly open = computed(() => !this.ended.value && this.lines.value.some((line) => line.seq !== null));
  readonly answered = computed(() => this.lines.value.some((line) => line.by === 'operator'));
  /** Whether the patron has asked to be answered later, and neither side has said anything since. */
  readonly later = computed(() => reachedAt(this.lines.value.filter((line) => line.by !== 'desk').at(-1)) !== null);

  private token: string | null = null;
  /** The last line that we have of this conversation. */
  private last = 0;
  /** Whether what is said can be sent: the link is there, and the desk knows what it belongs to. */
  private ready = false;
  /** Whether we have asked for what we lack, and are not answered yet. */
  private resuming = false;
  /** Whether nothing was ever sent by this token, so that there is nothing to resume. */
  private fresh = false;
  /** Whether the library is told that the conversation is over: what it still says in it is heard by nobody. */
  private finishing = false;
  private resendTimer = 0;
  private readonly typist: Typing;

  constructor(
    readonly service: string,
    private readonly around: Around,
  ) {
    this.typist = new Typing(service, around);
    this.typing = this.typist.shown;
  }

  /** Takes up what was there before the page was loaded. */
  restore(): void {
    this.token = this.around.shared.get();
    const saved = read(this.around.own.get());
    if (this.token) {
      if (saved?.token === this.token) {
        this.lines.value = saved.lines;
        this.last = saved.last;
      }
      this.around.link.open();
    } else if (saved) {
      this.around.own.clear();
    }
  }

  /** Another window has begun, ended or left it. */
  sharedChanged(): void {
    const now = this.around.shared.get();
    if (now === this.token) {
      return;
    }
    if (!now) {
      this.forget();
      this.ended.value = true;
      return;
    }
    this.freeze();
    this.token = now;
    this.fresh = false;
    this.last = 0;
    this.ended.value = false;
    this.around.link.open();
    if (this.around.link.standing.value === 'up') {
      this.up();
    }
  }

  /** The patron says something. */
  say(text: string, about?: Readonly<Record<string, string>>, link?: string): void {
    const id = this.around.token();
    if (!this.token) {
      this.begin();
    }
    this.left.value = false;
    this.ended.value = false;
    this.put({ id, by: 'patron', text, at: this.around.now(), seq: null, order: AT_THE_END, state: 'sending', about, link });
    this.typist.done();
    this.around.link.open();
    if (this.ready) {
      this.flush(id);
    }
  }

  /** The patron does not wait: they are answered later, where they say. Ask Services, section "Following Up". */
  answerLater(where: string): void {
    this.say(`${LATER} ${where}`);
  }

  /** The patron has sent a file, which is at this address. */
  sentFile(address: string): void {
    this.say(address, undefined, address);
  }

  /** Says again what was refused. */
  again(id: string): void {
    const line = this.lines.value.find((one) => one.id === id);
    if (line?.state === 'refused') {
      this.change(id, (one) => ({ ...one, state: 'sending' }));
      if (!this.token) {
        this.begin();
      }
      this.around.link.open();
      if (this.ready) {
        this.send(line);
      }
    }
  }

  /** The patron types. */
  types(): void {
    if (!this.token || this.ended.value || !this.ready) {
      return;
    }
    this.typist.pressed();
  }

  /** The patron goes: the library hears that it is over, and nothing of the conversation stays in the browser. */
  leave(): void {
    const { link } = this.around;
    // Who is to be answered later only clears up behind themselves.
    const token = this.later.value ? null : this.token;
    const rates = this.rates();
    this.forget();
    this.lines.value = [];
    this.ended.value = false;
    this.left.value = true;
    if (token && link.standing.value === 'up') {
      this.finishing = true;
      this.over.value = rates;
      const finished = () => {
        this.finishing = false;
        this.closeLink();
      };
      link.ask(stanzas.finish(this.service, token), finished, finished);
    } else {
      link.close();
    }
  }

  /** The patron says how it was. */
  rate(stars: number, words: string, failed: () => void): void {
    const { link } = this.around;
    const token = this.over.value;
    if (!token || link.standing.value !== 'up') {
      failed();
      return;
    }
    link.ask(
      stanzas.rating(this.service, token, stars, words),
      () => {
        this.rated.value = true;
        this.notRated();
      },
      failed,
    );
  }

  /** The patron says no more. */
  notRated(): void {
    this.over.value = null;
    this.closeLink();
  }

  /** The token by which it can be said how it was; only who has got an answer is asked. */
  private rates(): string | null {
    const answered = this.lines.value.some((line) => line.by === 'operator' && line.seq !== null);
    return this.around.survey && answered ? this.token : null;
  }

  /** Who has left needs it no more. */
  private closeLink(): void {
    if (this.left.value && !this.token && !this.over.value) {
      this.around.link.close();
    }
  }

  /** The link is there, from a new address. */
  up(): void {
    this.finishing = false;
    this.ready = false;
    this.typist.show(false);
    if (this.token && !this.fresh) {
      this.resume(this.token);
    } else {
      this.ready = true;
      this.flush();
    }
  }

  /** Asks for every line that we lack. */
  private resume(token: string): void {
    this.resuming = true;
    this.around.link.ask(
      stanzas.resume(this.service, token, this.last),
      () => {
        this.resuming = false;
        this.ready = true;
        // If it is closed meanwhile, this is refused after the last lines have come, and begins another.
        this.flush();
      },
      (error) => {
        this.resuming = false;
        if (this.token === token) {
          this.notResumed(error ? condition(error) : null);
        }
      },
    );
  }

  private notResumed(condition: Condition | null): void {
    if (condition !== 'item-not-found' && condition !== 'conflict') {
      this.around.later(() => this.up(), BUSY_RETRY_MS);
      return;
    }
    this.ready = true;
    if (this.lines.value.some((line) => line.state === 'sending')) {
      this.begin();
      this.flush();
    } else {
      this.end();
    }
  }

  /** A message has come. */
  message(stanza: Element): void {
    const message = stanzas.read(stanza);
    if (message.from !== this.service || (this.finishing && message.line !== null && message.confirms === null)) {
      return;
    }
    if (message.error !== null) {
      this.refused(message.id, message.error);
      return;
    }
    if (message.confirms !== null) {
      this.count(message.line);
      this.confirmed(message.confirms, message.line?.seq ?? null);
    }
    if (message.wantsReceipt && message.id) {
      this.around.link.send(stanzas.receipt(this.service, message.id));
    }
    if (message.body) {
      this.told(message);
    }
    if (message.state !== null || message.body) {
      this.typist.show(message.state === 'composing');
    }
    if (message.closed) {
      this.end();
    }
  }

  private told(message: Incoming): void {
    const seq = message.line?.seq ?? null;
    const by = message.line?.by ?? 'desk';
    this.place.value = message.place;
    this.count(message.line);
    if (message.replaces) {
      const old = this.lines.value.find((line) => line.id === message.replaces && line.by === by);
      if (old) {
        this.change(old.id, (line) => ({ ...line, text: message.body }));
        return;
      }
    }
    if (this.lines.value.some((line) => (message.id && line.id === message.id) || (seq !== null && line.seq === seq))) {
      this.save();
      return;
    }
    const at = message.said ?? this.around.now();
    const order = seq ?? this.last + 0.5;
    this.put({ id: message.id, by, text: message.body, at, seq, order, link: message.link, state: 'kept' });
    if (by !== 'patron') {
      this.heard.value++;
    }
  }

  /** We have this line; if the one before it is lacking, we ask for that, and count from where we were. */
  private count(line: Incoming['line']): void {
    if (line === null) {
      return;
    }
    if (line.after <= this.last) {
      this.last = Math.max(this.last, line.seq);
    } else if (this.token && !this.resuming) {
      this.resume(this.token);
    }
  }

  private confirmed(id: string, seq: number | null): void {
    if (seq !== null) {
      // It was told to us already as a line of the patron's, before we had its receipt.
      this.lines.value = this.lines.value.filter((line) => line.seq !== seq || line.id === id);
    }
    this.change(id, (line) => ({ ...line, state: 'kept', seq, order: seq ?? line.order, about: undefined }));
  }

  private refused(id: string, condition: Condition): void {
    const line = this.lines.value.find((one) => one.id === id && one.state === 'sending');
    if (!line) {
      return;
    }
    if (condition === 'conflict') {
      // The token is of a conversation that is over: what is said now begins another.
      this.begin();
      this.send(line);
      return;
    }
    this.change(id, (one) => ({ ...one, state: 'refused', reason: condition }));
  }

  /** Another conversation begins. */
  private begin(): void {
    this.over.value = null;
    this.rated.value = false;
    this.freeze();
    this.token = this.around.token();
    this.last = 0;
    this.fresh = true;
    this.ready = this.around.link.standing.value === 'up';
    this.around.shared.set(this.token);
    this.save();
  }

  /** What is shown of a conversation before stays, above. */
  private freeze(): void {
    const former = this.lines.value.filter((line) => line.state === 'kept');
    this.lines.value = [
      ...former.map((line, i) => ({ ...line, seq: null, order: i - former.length })),
      ...this.lines.value.filter((line) => line.state !== 'kept'),
    ];
  }

  private end(): void {
    // Who has left hears of the end too.
    this.over.value = this.rates() ?? this.over.value;
    this.forget();
    this.ended.value = true;
  }

  private forget(): void {
    this.around.shared.clear();
    this.around.own.clear();
    this.around.never(this.resendTimer);
    this.typist.done();
    this.token = null;
    this.last = 0;
    this.typist.show(false);
    this.place.value = null;
  }

  private flush(only?: string): void {
    this.lines.value.filter((line) => line.state === 'sending' && line.id === (only ?? line.id)).forEach((line) => this.send(line));
  }

  private send({ id, text, about, link }: Line): void {
    if (this.token) {
      this.fresh = false;
      this.around.link.send(stanzas.question(this.service, id, text, this.around.language(), this.token, about, link));
      this.around.never(this.resendTimer);
      this.resendTimer = this.around.later(() => this.ready && this.flush(), RESEND_MS);
    }
  }

  private put(line: Line): void {
    this.lines.value = [...this.lines.value, line].sort((a, b) => a.order - b.order);
    this.save();
  }

  private change(id: string, to: (line: Line) => Line): void {
    this.lines.value = this.lines.value.map((line) => (line.id === id ? to(line) : line)).sort((a, b) => a.order - b.order);
    this.save();
  }

  private save(): void {
    if (this.token) {
      const saved: Saved = { token: this.token, last: this.last, lines: this.lines.value.slice(-LINES_KEPT_MAX) };
      this.around.own.set(JSON.stringify(saved));
    }
  }
}

/** Where the patron asks, by this line, to be answered later. */
export const reachedAt = (line: Line | undefined): string | null =>
  line?.by === 'patron' && line.text.startsWith(LATER + ' ') ? line.text.slice(LATER.length).trim() : null;

interface Saved {
  readonly token: string;
  readonly last: number;
  readonly lines: readonly Line[];
}

function read(text: string | null): Saved | null {
  try {
    const saved: unknown = JSON.parse(text ?? 'null');
    return saved !== null && typeof saved === 'object' && 'lines' in saved && Array.isArray(saved.lines) ? (saved as Saved) : null;
  } catch {
    // Of another version, or somebody else's: the server has it all.
    return null;
  }
}
