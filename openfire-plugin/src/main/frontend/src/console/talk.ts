import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Link } from '../common/link';
import { receipt } from '../common/stanzas';
import type { Store } from '../common/storage';
import { Typing } from '../common/typing';
import * as wire from './wire';
import type { Heard, Offer, Part, Phase, Recalled, Role } from './wire';

/** A line as it is shown. */
export interface Line {
  readonly id: string;
  /** `me`: this operator; `operator`: another one; `note`: the desk, to this operator alone. */
  readonly by: 'patron' | 'me' | 'operator' | 'desk' | 'note';
  /** Whether only librarians see it. */
  readonly among: boolean;
  readonly text: string;
  readonly code: string;
  readonly at: number;
  readonly seq: number | null;
  readonly order: number;
  readonly link: string | null;
  readonly state: 'sending' | 'kept' | 'refused';
  readonly reason: string;
}

/** What a talk needs around it. */
export interface Around {
  readonly link: Link;
  readonly now: () => number;
  readonly later: (act: () => void, milliseconds: number) => number;
  readonly never: (timer: number) => void;
  readonly token: () => string;
  readonly store: (contact: string) => Store;
  /** Something came that the operator should notice. */
  readonly noticed: (talk: Talk, what: 'ring' | 'line') => void;
}

/** What a window keeps of a talk over a reload. */
interface Kept {
  readonly draft: string;
  readonly aside: string;
  readonly sending: readonly { readonly id: string; readonly text: string; readonly among: boolean }[];
}

const RESEND_MS = 10_000;
const KEEP_MS = 300;
const HANDING = ['transfer-looking'];
const HANDED_NO = /^transfer-(?!looking|nearest)/;

/** A line that the home library has told again. */
const lineOf = (recalled: Recalled, id: string): Line => ({
  id,
  by: recalled.own ? 'me' : recalled.by === 'aside' ? 'operator' : recalled.by,
  among: recalled.by === 'aside',
  text: recalled.text,
  code: '',
  at: recalled.at,
  seq: recalled.seq,
  order: recalled.seq,
  link: null,
  state: 'kept',
  reason: '',
});

/** One session, as one operator sees it. */
export class Talk {
  readonly phase = signal<Phase>('ringing');
  readonly role = signal<Role>('owner');
  readonly later = signal(false);
  readonly offer = signal<Offer>({
    home: '',
    service: '',
    summary: '',
    needs: { languages: [], subjects: [], insights: [] },
    policy: '',
    transfer: false,
    role: 'owner',
    seconds: 0,
    hops: [],
  });
  /** Since when it rings, or is ours. */
  readonly since = signal(0);
  readonly lines = signal<readonly Line[]>([]);
  readonly unread = signal(0);
  readonly typing: ReadonlySignal<boolean>;
  readonly patronThere = signal(true);
  /** Since when somebody else is looked for. */
  readonly handing = signal<number | null>(null);
  readonly draft = signal('');
  readonly aside = signal('');
  /** How far the patron has seen what we said: the order of that line. */
  readonly seenByPatron = signal(-1);
  readonly toPatron = computed(() => this.lines.value.filter((line) => !line.among));
  readonly among = computed(() => this.lines.value.filter((line) => line.among));
  /** Since when the patron waits for an answer. */
  readonly waitsSince = computed(() => {
    const last = this.toPatron.value.at(-1);
    return last?.by === 'patron' && this.phase.value === 'engaged' ? last.at : null;
  });
  readonly mine = computed(() => this.phase.value === 'engaged' && this.role.value === 'owner');

  private last = 0;
  private shown = false;
  private resendTimer = 0;
  private keepTimer = 0;
  private readonly store: Store;
  private readonly typist: Typing;

  constructor(
    readonly contact: string,
    private readonly around: Around,
  ) {
    this.typist = new Typing(contact, around);
    this.typing = this.typist.shown;
    this.store = around.store(contact);
    this.since.value = around.now();
    this.restore();
  }

  /** Short, to tell one from another: patrons have no names. */
  get label(): string {
    return this.contact.slice(2, 6);
  }

  /** The desk says how it stands, when we have come (again). */
  stands(part: Part, since: number, offer: Offer): void {
    this.is(part);
    this.offer.value = offer;
    this.since.value = since;
    this.handing.value = null;
    if (part.phase === 'engaged') {
      this.recall(0, []);
    } else if (part.phase === 'ringing') {
      this.around.noticed(this, 'ring');
    }
    this.flush();
  }

  /** The operator looks at it, or no longer does. */
  show(shown: boolean): void {
    this.shown = shown;
    if (shown && this.unread.value > 0) {
      this.unread.value = 0;
      const last = this.toPatron.value.filter((line) => line.by === 'patron').at(-1);
      if (last && this.phase.value === 'engaged') {
        this.around.link.send(wire.seen(this.contact, last.id));
      }
    }
  }

  /** Something is said: to the patron, or among librarians only. */
  say(words: string, among: boolean): void {
    const id = this.around.token();
    this.put({ id, by: 'me', among, text: words, state: 'sending' });
    this.typist.done();
    this.send(id, words, among);
    this.keep();
  }

  again(id: string): void {
    const line = this.lines.value.find((one) => one.id === id && one.state === 'refused');
    if (line) {
      this.change(id, { state: 'sending', reason: '' });
      this.send(id, line.text, line.among);
      this.keep();
    }
  }

  types(): void {
    if (this.phase.value !== 'engaged' || this.role.value === 'consultant') {
      return;
    }
    this.typist.pressed();
  }

  write(words: string, among: boolean): void {
    (among ? this.aside : this.draft).value = words;
    this.keep();
  }

  /** Something has come by the contact. */
  hear(heard: Heard): void {
    if (heard.error) {
      this.refused(heard.id, heard.error.text || heard.error.condition);
      return;
    }
    if (heard.offer) {
      this.offer.value = heard.offer;
      this.since.value = this.around.now();
      this.is({ phase: 'ringing', role: heard.offer.role, later: false });
      this.around.noticed(this, 'ring');
    }
    if (heard.part) {
      this.is(heard.part);
    }
    if (heard.closed) {
      this.is({ phase: 'over', role: this.role.value, later: false });
    }
    if (heard.note) {
      this.noted(heard.note.code);
    }
    if (heard.confirms) {
      this.change(heard.confirms, { state: 'kept' });
      this.keep();
    }
    if (heard.displayed) {
      const line = this.lines.value.find((one) => one.id === heard.displayed);
      this.seenByPatron.value = Math.max(this.seenByPatron.value, line?.order ?? -1);
    }
    if (heard.wantsReceipt && heard.id) {
      this.around.link.send(receipt(this.contact, heard.id));
    }
    if (heard.state === 'inactive' || heard.state === 'composing' || heard.line?.by === 'patron') {
      this.patronThere.value = heard.state !== 'inactive';
    } else if (heard.state === 'other' && !heard.body) {
      this.patronThere.value = true;
    }
    if (heard.state !== null || heard.body) {
      this.typist.show(heard.state === 'composing');
    }
    if (heard.body && !heard.offer) {
      this.told(heard);
    }
  }

  private told(heard: Heard): void {
    const speaker = heard.line?.by ?? (heard.note ? 'note' : 'patron');
    const among = speaker === 'note' || speaker === 'aside';
    const by = speaker === 'aside' ? 'operator' : speaker;
    const seq = heard.line?.seq ?? null;
    this.last = Math.max(this.last, seq ?? 0);
    if (heard.replaces && this.lines.value.some((line) => line.id === heard.replaces)) {
      this.change(heard.replaces, { text: heard.body });
      return;
    }
    if (this.lines.value.some((line) => (heard.id && line.id === heard.id) || (seq !== null && line.seq === seq))) {
      return;
    }
    this.put({
      id: heard.id || this.around.token(),
      by,
      among,
      text: heard.body,
      code: heard.note?.code ?? '',
      at: heard.said ?? this.around.now(),
      seq,
      order: seq ?? this.last + 0.5,
      link: heard.link,
    });
    if (by === 'patron' || (by === 'operator' && heard.said === null)) {
      if (this.shown) {
        if (by === 'patron' && heard.id && this.phase.value === 'engaged') {
          this.around.link.send(wire.seen(this.contact, heard.id));
        }
      } else {
        this.unread.value++;
      }
      if (heard.said === null) {
        this.around.noticed(this, 'line');
      }
    }
  }

  private noted(code: string): void {
    if (HANDING.includes(code)) {
      this.handing.value = this.around.now();
    } else if (HANDED_NO.test(code) || code.startsWith('released')) {
      this.handing.value = null;
    }
  }

  private is(part: Part): void {
    const before = this.phase.value;
    this.phase.value = part.phase;
    this.role.value = part.role;
    this.later.value = part.later;
    if (part.phase === 'engaged' && before !== 'engaged') {
      this.since.value = this.around.now();
    }
    if (part.phase === 'over') {
      this.handing.value = null;
      this.typist.show(false);
      this.around.never(this.resendTimer);
      this.store.clear();
    }
  }

  /** Asks for every line, page by page; what we have of our own that is not there yet stays at the end. */
  private recall(after: number, before: readonly Recalled[]): void {
    this.around.link.ask(
      wire.recall(this.contact, after),
      (result) => {
        const { lines, more } = wire.recalled(result);
        const soFar = [...before, ...lines];
        const end = lines.at(-1)?.seq ?? after;
        if (more && end > after) {
          this.recall(end, soFar);
        } else {
          this.replace(soFar);
        }
      },
      () => undefined,
    );
  }

  private replace(recalled: readonly Recalled[]): void {
    const end = recalled.at(-1)?.seq ?? 0;
    const missing = recalled.filter((line) => line.own).map((line) => line.text);
    const left = this.lines.value.filter((line) => {
      if (line.seq !== null && line.seq <= end) {
        return false;
      }
      const same = line.by === 'me' && line.state === 'kept' ? missing.indexOf(line.text) : -1;
      if (same >= 0) {
        missing.splice(same, 1);
      }
      return same < 0;
    });
    const before = new Map(this.lines.value.map((line) => [line.seq, line]));
    this.lines.value = [
      ...recalled.map((line) => lineOf(line, before.get(line.seq)?.id ?? `${this.contact}-${line.seq}`)),
      ...left,
    ].sort((a, b) => a.order - b.order);
    this.last = Math.max(this.last, end);
  }

  private refused(id: string, reason: string): void {
    this.change(id, { state: 'refused', reason });
    this.keep();
  }

  private put(line: Pick<Line, 'id' | 'by' | 'among' | 'text'> & Partial<Line>): void {
    const whole: Line = {
      code: '',
      at: this.around.now(),
      seq: null,
      order: this.last + 0.5,
      link: null,
      state: 'kept',
      reason: '',
      ...line,
    };
    const lines = this.lines.value;
    let after = lines.length;
    while (after > 0 && (lines[after - 1]?.order ?? 0) > whole.order) {
      after--;
    }
    this.lines.value = [...lines.slice(0, after), whole, ...lines.slice(after)];
  }

  private change(id: string, to: Partial<Line>): void {
    if (this.lines.value.some((line) => line.id === id)) {
      this.lines.value = this.lines.value.map((line) => (line.id === id ? { ...line, ...to } : line));
    }
  }

  private send(id: string, words: string, among: boolean): void {
    const body = among && this.role.value !== 'consultant' ? `/aside ${words}` : wire.literally(words);
    this.around.link.send(wire.say(this.contact, id, body));
    this.around.never(this.resendTimer);
    this.resendTimer = this.around.later(() => this.flush(), RESEND_MS);
  }

  private flush(): void {
    if (this.phase.value !== 'over') {
      this.lines.value.filter((line) => line.state === 'sending').forEach((line) => this.send(line.id, line.text, line.among));
    }
  }

  /** Not at each key: what is written within a moment is kept together. */
  private keep(): void {
    this.around.never(this.keepTimer);
    this.keepTimer = this.around.later(() => this.keepNow(), KEEP_MS);
  }

  /** What a reload would lose is put away. */
  keepNow(): void {
    if (this.phase.value === 'over') {
      return;
    }
    const kept: Kept = {
      draft: this.draft.value,
      aside: this.aside.value,
      sending: this.lines.value
        .filter((line) => line.state === 'sending')
        .map(({ id, text, among }) => ({ id, text, among })),
    };
    this.store.set(JSON.stringify(kept));
  }

  private restore(): void {
    const saved = this.store.get();
    if (!saved) {
      return;
    }
    try {
      const kept = JSON.parse(saved) as Kept;
      this.draft.value = kept.draft;
      this.aside.value = kept.aside;
      kept.sending.forEach(({ id, text, among }) => this.put({ id, by: 'me', text, among, state: 'sending', order: Number.MAX_SAFE_INTEGER }));
    } catch {
      this.store.clear();
    }
  }
}
