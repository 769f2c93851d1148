import { computed, signal } from '@preact/signals';
import type { Link } from '../common/link';
import type { Store } from '../common/storage';
import { Talk, type Around } from './talk';
import * as wire from './wire';
import type { Needs, Post } from './wire';

/** A question that waits where we are on duty. */
export interface Waiting {
  readonly room: string;
  readonly service: string;
  readonly number: number;
  readonly text: string;
  readonly needs: Needs;
  readonly since: number;
  /** Who has claimed it, while that is shown. */
  readonly by: string | null;
}

/** Somebody on duty beside us. */
export interface Beside {
  readonly nick: string;
  readonly load: number | null;
  readonly capacity: number | null;
  readonly away: boolean;
}

/** A service that we may staff, and how we stand there. */
export interface Duty extends Post {
  readonly state: 'off' | 'entering' | 'on';
  /** Why we are not in, if that was not our wish. */
  readonly why: string | null;
  readonly people: ReadonlyMap<string, Beside>;
}

/** What comes to the operator's notice. */
export type Notice = 'ring' | 'line' | 'waits';

export interface Surroundings extends Omit<Around, 'noticed'> {
  readonly desk: string;
  /** The operator's name, without the domain. */
  readonly name: () => string;
  readonly domain: string;
  /** Where we are on duty, over a reload of this window. */
  readonly duties: Store;
  /** At which session we look, over a reload of this window. */
  readonly looked: Store;
  readonly noticed: (what: Notice, talk: Talk | null) => void;
}

/** For so long it is shown who was quicker. */
const CLAIMED_SHOWN_MS = 8_000;
const ENTER_AGAIN_MS = 30_000;
const CLAIM_FOR_CLIENTS = /^\s*\d+\s*·\s*|\s*\[claim \d+\]\s*$/g;

/** Everything that the console shows of the operator's work. */
export class Desk {
  readonly duties = signal<readonly Duty[]>([]);
  readonly paused = signal(false);
  readonly waiting = signal<readonly Waiting[]>([]);
  readonly talks = signal<readonly Talk[]>([]);
  readonly shown = signal<Talk | null>(null);
  /** Whether another window has the sessions now. */
  readonly takenOver = signal(false);
  /** Whether the desk has told what there is. */
  readonly ready = signal(false);
  /** Why the desk does not let this account work, in its words. */
  readonly refused = signal<string | null>(null);
  /** What a staff room has said to us alone, last. */
  readonly whisper = signal('');
  readonly onDuty = computed(() => this.duties.value.some((duty) => duty.state === 'on'));
  readonly unread = computed(() => this.talks.value.reduce((sum, talk) => sum + talk.unread.value, 0));
  readonly ringing = computed(() => this.talks.value.filter((talk) => talk.phase.value === 'ringing'));
  private wanted: Set<string>;
  private readonly nicks = new Map<string, string>();

  constructor(private readonly around: Surroundings) {
    this.wanted = new Set((around.duties.get() ?? '').split(' ').filter(Boolean));
  }

  private get link(): Link {
    return this.around.link;
  }

  /** The link is there: this window takes over what the operator has. */
  up(): void {
    this.link.ask(
      wire.takeOver(this.around.desk),
      (result) => {
        const overview = wire.overview(result);
        if (overview) {
          this.refused.value = null;
          this.takenOver.value = false;
          this.waiting.value = [];
          this.duties.value = this.duties.value.map((duty) => ({ ...duty, state: 'off', people: new Map() }));
          this.posts(overview);
          this.paused.value = overview.paused;
          const there = new Set(overview.parts.map((part) => this.contact(part.session)));
          this.talks.value
            .filter((talk) => !there.has(talk.contact) && talk.phase.value !== 'over')
            .forEach((talk) => (talk.phase.value = 'over'));
          overview.parts.forEach((part) => this.talk(this.contact(part.session)).stands(part, part.since, part.offer));
          this.ready.value = true;
          const looked = this.around.looked.get();
          if (!this.shown.value && looked) {
            this.look(this.talks.value.find((talk) => talk.contact === looked) ?? null);
          }
        }
      },
      (error) => {
        if (error) {
          this.refused.value = wire.heard(error).error?.text ?? '';
        }
      },
    );
  }

  private contact(session: string): string {
    return `s-${session}@${this.around.desk}`;
  }

  message(stanza: Element): void {
    const from = stanza.getAttribute('from') ?? '';
    const at = wire.bare(from);
    const overview = at === this.around.desk ? wire.overview(stanza) : null;
    if (overview) {
      if (overview.taken) {
        this.takenOver.value = true;
        this.duties.value.filter((duty) => duty.state !== 'off').forEach((duty) => this.exit(duty));
      } else {
        this.posts(overview);
      }
      return;
    }
    const duty = this.duties.value.find((one) => one.room === at);
    if (duty) {
      this.inRoom(duty, stanza);
      return;
    }
    if (at === this.around.desk) {
      this.whisper.value = wire.heard(stanza).body;
      return;
    }
    if (at.startsWith('s-') && at.endsWith(`@${this.around.desk}`) && !this.takenOver.value) {
      const heard = wire.heard(stanza);
      const known = this.talks.value.find((talk) => talk.contact === at);
      if (known || heard.offer || heard.body) {
        (known ?? this.talk(at)).hear(heard);
      }
    }
  }

  presence(stanza: Element): void {
    const at = wire.bare(stanza.getAttribute('from') ?? '');
    const duty = this.duties.value.find((one) => one.room === at);
    if (!duty) {
      return;
    }
    const who = wire.colleague(stanza);
    if (who.own && who.nick === this.nicks.get(at)) {
      this.ownPresence(duty, who);
      return;
    }
    if (who.nick === 'desk') {
      return;
    }
    const people = new Map(duty.people);
    if (who.there) {
      people.set(who.nick, who);
    } else {
      people.delete(who.nick);
    }
    this.set(duty, { people });
  }

  private ownPresence(duty: Duty, who: wire.Colleague): void {
    if (who.there) {
      this.set(duty, { state: 'on', why: null });
    } else if (who.why === 'conflict' && duty.state === 'entering') {
      // Somebody of another library has that name.
      this.nicks.set(duty.room, `${this.around.name()} (${this.around.domain})`);
      this.link.send(wire.enter(duty.room, this.nick(duty)));
    } else {
      this.set(duty, { state: 'off', why: who.why, people: new Map() });
      this.forgetWaiting(duty);
      if (who.why !== null && this.wanted.has(duty.service)) {
        this.around.later(() => this.wanted.has(duty.service) && this.goOn(duty.service), ENTER_AGAIN_MS);
      }
    }
  }

  /** Goes on duty at a service, or off. */
  go(service: string, on: boolean): void {
    if (on) {
      this.wanted.add(service);
      this.goOn(service);
    } else {
      this.wanted.delete(service);
      const duty = this.duties.value.find((one) => one.service === service);
      if (duty) {
        this.exit(duty);
      }
    }
    this.around.duties.set([...this.wanted].join(' '));
  }

  private goOn(service: string): void {
    const duty = this.duties.value.find((one) => one.service === service);
    if (duty?.state === 'off' && !this.takenOver.value) {
      this.set(duty, { state: 'entering', why: null });
      this.link.send(wire.enter(duty.room, this.nick(duty)));
    }
  }

  private exit(duty: Duty): void {
    this.link.send(wire.leave(duty.room, this.nick(duty)));
    this.set(duty, { state: 'off', why: null, people: new Map() });
    this.forgetWaiting(duty);
  }

  private nick(duty: Duty): string {
    const nick = this.nicks.get(duty.room) ?? this.around.name();
    this.nicks.set(duty.room, nick);
    return nick;
  }

  private posts(overview: wire.Overview): void {
    const before = new Map(this.duties.value.map((duty) => [duty.service, duty]));
    this.duties.value = overview.posts.map((post) => ({
      state: 'off',
      why: null,
      people: new Map(),
      ...before.get(post.service),
      ...post,
      name: post.name || before.get(post.service)?.name || (post.service.split('@')[0] ?? ''),
    }));
    this.duties.value.filter((duty) => !before.has(duty.service)).forEach((duty) => this.askName(duty.service));
    this.wanted.forEach((service) => this.goOn(service));
  }

  /** Services of other libraries say themselves what they are called. */
  private askName(service: string): void {
    this.link.ask(
      wire.whatIs(service),
      (result) => {
        const name = wire.nameOf(result);
        this.duties.value = this.duties.value.map((one) => (one.service === service && name ? { ...one, name } : one));
      },
      () => undefined,
    );
  }

  private set(duty: Duty, to: Partial<Duty>): void {
    this.duties.value = this.duties.value.map((one) => (one.service === duty.service ? { ...one, ...to } : one));
  }

  private inRoom(duty: Duty, stanza: Element): void {
    const nick = (stanza.getAttribute('from') ?? '').slice(duty.room.length + 1);
    if (nick !== 'desk') {
      return;
    }
    const card = wire.card(stanza);
    const body = wire.heard(stanza).body;
    if (!card) {
      if (stanza.getAttribute('type') === 'chat') {
        this.whisper.value = body;
      }
      return;
    }
    const same = (one: Waiting) => one.room === duty.room && one.number === card.number;
    switch (card.state) {
      case 'waits':
        if (!this.waiting.value.some(same)) {
          this.waiting.value = [
            ...this.waiting.value,
            {
              room: duty.room,
              service: duty.name,
              number: card.number,
              text: body.replace(CLAIM_FOR_CLIENTS, ''),
              needs: card.needs,
              since: this.around.now(),
              by: null,
            },
          ];
          this.around.noticed('waits', null);
        }
        break;
      case 'claimed':
        this.waiting.value = this.waiting.value.map((one) => (same(one) ? { ...one, by: card.by } : one));
        this.around.later(() => this.drop((one) => same(one) && one.by !== null), CLAIMED_SHOWN_MS);
        break;
      case 'taken':
        // Who has claimed it is shown for a moment; whom it rang at is nobody's business.
        this.drop((one) => same(one) && one.by === null);
        this.around.later(() => this.drop(same), CLAIMED_SHOWN_MS);
        break;
      case 'gone':
        this.drop(same);
    }
  }

  private drop(which: (one: Waiting) => boolean): void {
    this.waiting.value = this.waiting.value.filter((one) => !which(one));
  }

  private forgetWaiting(duty: Duty): void {
    this.drop((one) => one.room === duty.room);
  }

  claim(waiting: Waiting): void {
    this.link.send(wire.claim(waiting.room, waiting.number, this.around.token()));
  }

  private talk(contact: string): Talk {
    const known = this.talks.value.find((talk) => talk.contact === contact);
    if (known) {
      return known;
    }
    const talk = new Talk(contact, { ...this.around, noticed: (of, what) => this.around.noticed(what, of) });
    this.talks.value = [...this.talks.value, talk];
    return talk;
  }

  /** Looks at one session, and no longer at another. */
  look(talk: Talk | null): void {
    this.shown.value?.show(false);
    this.shown.value = talk;
    if (talk) {
      this.around.looked.set(talk.contact);
    }
    talk?.show(document.visibilityState === 'visible');
  }

  /** What is over leaves the list. */
  putAway(talk: Talk): void {
    const at = this.talks.value.indexOf(talk);
    this.talks.value = this.talks.value.filter((one) => one !== talk);
    if (this.shown.value === talk) {
      this.look(this.talks.value[at] ?? this.talks.value[at - 1] ?? null);
    }
  }

  /** Nobody works here any more: nothing stays. */
  forget(): void {
    this.talks.value = [];
    this.shown.value = null;
    this.duties.value = [];
    this.waiting.value = [];
    this.wanted = new Set();
    this.around.duties.clear();
    this.around.looked.clear();
    this.ready.value = false;
    this.takenOver.value = false;
    this.refused.value = null;
  }
}
