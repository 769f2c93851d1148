import { signal, type ReadonlySignal } from '@preact/signals';
import { Strophe } from 'strophe.js';
import { ping, presence } from './stanzas';

type Connection = InstanceType<typeof Strophe.Connection>;

/** How we stand with the server. */
export type Standing = 'off' | 'connecting' | 'up' | 'interrupted' | 'unreachable' | 'refused' | 'replaced';

/** Who logs in, and how: a guest by the server's address alone. */
export interface Login {
  readonly address: string;
  readonly secret: Parameters<Connection['connect']>[1] & {};
  readonly mechanisms: NonNullable<ConstructorParameters<typeof Strophe.Connection>[1]>['mechanisms'];
}

/** A link to a server, which is made again whenever it is lost. */
export interface Link {
  readonly standing: ReadonlySignal<Standing>;
  /** Connects, and goes on trying until it is closed. */
  open(): void;
  close(): void;
  send(stanza: Element): void;
  ask(iq: Element, answered: (result: Element) => void, refused: (error: Element | null) => void): void;
}

/** What hears from a link. */
export interface Listener {
  /** It is there, from a new address. */
  up(): void;
  message(stanza: Element): void;
  presence?(stanza: Element): void;
}

/** A connection on which nothing comes for so long, while it is made, is one that something on the way swallows. */
const SILENCE_MAX_MS = 6_000;
const RETRY_FIRST_MS = 1_000;
const RETRY_MAX_MS = 30_000;
/** Shorter than what servers and their proxies take for dead. */
const PING_EVERY_MS = 50_000;
const ANSWER_TIMEOUT_MS = 15_000;
/** After so many vain tries it is said that the server can't be reached. */
const TRIES_BEFORE_UNREACHABLE = 2;

/** Over a web socket, or over BOSH where that does not get through. */
export class ServerLink implements Link {
  readonly standing = signal<Standing>('off');
  private readonly services: readonly string[];
  private service = 0;
  private connection: Connection | null = null;
  /** Counts connections, so that a former one is not listened to. */
  private generation = 0;
  private tries = 0;
  private wasUp = false;
  private timer = 0;

  /** The address that we have at the server. */
  address = '';
  /** What proves to the server who we are as the password does (SCRAM), once it has. */
  keys: Connection['scram_keys'] = null;

  constructor(
    private readonly domain: string,
    origin: string,
    private readonly listener: Listener,
    private login: Login | null = null,
  ) {
    this.services = [`${origin.replace(/^http/, 'ws')}/ws/`, `${origin}/http-bind/`];
    const look = () => this.look();
    addEventListener('online', look);
    document.addEventListener('visibilitychange', look);
  }

  open(): void {
    if (this.standing.value === 'off' || this.standing.value === 'refused' || this.standing.value === 'replaced') {
      this.standing.value = 'connecting';
      this.connect();
    }
  }

  /** Connects as somebody, from now on. */
  openAs(login: Login): void {
    this.close();
    this.login = login;
    this.open();
  }

  close(): void {
    this.drop();
    this.standing.value = 'off';
    this.tries = 0;
    this.wasUp = false;
  }

  send(stanza: Element): void {
    if (this.standing.value === 'up') {
      this.connection?.send(stanza);
    }
  }

  ask(iq: Element, answered: (result: Element) => void, refused: (error: Element | null) => void): void {
    const generation = this.generation;
    this.connection?.sendIQ(
      iq,
      (result) => generation === this.generation && answered(result),
      (error) => generation === this.generation && refused(error),
      ANSWER_TIMEOUT_MS,
    );
  }

  /** The page is seen again, or the network is back: no need to wait for the next try. */
  private look(): void {
    if (document.visibilityState === 'hidden') {
      return;
    }
    if (this.standing.value === 'up') {
      this.ping();
    } else if (!this.connection && !['off', 'refused', 'replaced'].includes(this.standing.value)) {
      this.connect();
    }
  }

  private connect(): void {
    this.drop();
    const login = this.login;
    if (!login) {
      return;
    }
    const generation = this.generation;
    const connection = new Strophe.Connection(this.services[this.service] ?? '', { mechanisms: login.mechanisms ?? [] });
    this.connection = connection;
    const patience = () => {
      if (generation === this.generation && this.standing.value !== 'up') {
        clearTimeout(this.timer);
        // The slower a link is, the more it is given.
        this.timer = window.setTimeout(() => this.failed(), SILENCE_MAX_MS * (1 + this.tries));
      }
    };
    patience();
    // A login is many steps: on a slow link all of them together take long, and each brings something.
    connection.rawInput = patience;
    const hear = (kind: string, act: (stanza: Element) => void) =>
      connection.addHandler(
        (stanza) => {
          if (generation === this.generation) {
            act(stanza);
          }
          return true;
        },
        null,
        kind,
        null,
      );
    hear('message', (stanza) => this.listener.message(stanza));
    if (this.listener.presence) {
      hear('presence', (stanza) => this.listener.presence?.(stanza));
    }
    connection.connect(login.address, login.secret, (status, condition) => {
      if (generation === this.generation) {
        this.changed(status, condition ?? null, connection);
      }
    });
  }

  private changed(status: number, condition: string | null, connection: Connection): void {
    const { CONNECTED, AUTHFAIL, CONNFAIL, CONNTIMEOUT, DISCONNECTED, ERROR } = Strophe.Status;
    if (status === CONNECTED) {
      this.tries = 0;
      this.wasUp = true;
      this.address = connection.jid;
      this.keys = connection.scram_keys;
      connection.send(presence());
      this.standing.value = 'up';
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.ping(), PING_EVERY_MS);
      this.listener.up();
    } else if (condition === 'conflict') {
      // Another window has our address now. To come back by ourselves would throw that one out, and so for ever.
      this.drop();
      this.standing.value = 'replaced';
    } else if (status === AUTHFAIL) {
      this.drop();
      this.standing.value = 'refused';
    } else if (([CONNFAIL, CONNTIMEOUT, DISCONNECTED, ERROR] as number[]).includes(status)) {
      this.failed();
    }
  }

  /** The connection is gone, or did not come about: another one, by and by. */
  private failed(): void {
    const cameAbout = this.standing.value === 'up';
    this.drop();
    if (!cameAbout) {
      this.tries++;
      this.service = (this.service + 1) % this.services.length;
    }
    this.standing.value = this.tries >= TRIES_BEFORE_UNREACHABLE ? 'unreachable' : this.wasUp ? 'interrupted' : 'connecting';
    // The other way is tried at once; then ever more slowly, and not all pages of a library at the same moment.
    const wait = this.tries === 1 ? 0 : Math.min(RETRY_FIRST_MS * 2 ** Math.max(0, this.tries - 2), RETRY_MAX_MS);
    this.timer = window.setTimeout(() => this.connect(), wait * (0.75 + Math.random() / 2));
  }

  private ping(): void {
    clearTimeout(this.timer);
    this.ask(
      ping(this.domain),
      () => {
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.ping(), PING_EVERY_MS);
      },
      // An error is an answer too; none at all is none.
      (error) => (error ? undefined : this.failed()),
    );
  }

  private drop(): void {
    clearTimeout(this.timer);
    this.generation++;
    const old = this.connection;
    this.connection = null;
    old?.disconnect('');
  }
}

/** How a guest logs in at a server. */
export const guest = (domain: string): Login => ({ address: domain, secret: '', mechanisms: [Strophe.SASLAnonymous] });
