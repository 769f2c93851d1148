import { computed, signal } from '@preact/signals';
import { Strophe } from 'strophe.js';
import { ServerLink, type Listener } from './link';
import { browserStore } from './storage';
import { freshToken } from './tokens';

/** What a window remembers of a login: never the password. */
interface Remembered {
  readonly address: string;
  readonly keys: NonNullable<ServerLink['keys']>;
}

const MECHANISMS = [Strophe.SASLSHA512, Strophe.SASLSHA256, Strophe.SASLSHA1];

/** Whether this page may log in at all: browsers give the means of SCRAM to encrypted pages only. */
export const canLogIn = (): boolean => globalThis.isSecureContext;

/**
 * Somebody with an account at the library, logged in by SCRAM until they log out or close the window. Over a reload the
 * window keeps the keys that SCRAM made of the password, and its own address.
 */
export class Account {
  readonly link: ServerLink;
  /** Who is logged in, or is about to be: a bare address. */
  readonly who = signal<string | null>(null);
  /** Whether the server has let them in since. */
  readonly wasIn = signal(false);
  readonly isIn = computed(() => this.who.value !== null && this.wasIn.value);
  private readonly remembered = browserStore(() => sessionStorage, 'crossdesk:account');
  private readonly resource: string;

  constructor(
    private readonly domain: string,
    face: string,
    listener: Listener,
  ) {
    const own = browserStore(() => sessionStorage, 'crossdesk:resource');
    this.resource = own.get() ?? `${face}-${freshToken()}`;
    own.set(this.resource);
    this.link = new ServerLink(domain, location.origin, {
      ...listener,
      up: () => {
        this.keep();
        this.wasIn.value = true;
        listener.up();
      },
    });
    this.link.standing.subscribe((standing) => {
      if (standing === 'refused') {
        this.remembered.clear();
        this.wasIn.value = false;
        this.who.value = null;
      }
    });
  }

  /** Goes on as whoever the window was before it was loaded anew. */
  restore(): void {
    const saved = this.remembered.get();
    if (!saved) {
      return;
    }
    try {
      const { address, keys } = JSON.parse(saved) as Remembered;
      this.wasIn.value = true;
      this.open(address, keys);
    } catch {
      this.remembered.clear();
    }
  }

  /** Logs in. A name alone is one of this library's. */
  logIn(name: string, password: string): void {
    const trimmed = name.trim().toLowerCase();
    const local = trimmed.endsWith(`@${this.domain}`) ? trimmed.slice(0, -this.domain.length - 1) : trimmed;
    this.open(`${String(Strophe.escapeNode(local))}@${this.domain}`, password);
  }

  /** Logs out, and forgets who it was. */
  logOut(): void {
    this.remembered.clear();
    this.link.close();
    this.wasIn.value = false;
    this.who.value = null;
  }

  private open(address: string, secret: string | Remembered['keys']): void {
    this.who.value = address;
    // Made of what the server has sent, and given back to Strophe only.
    type Secret = Parameters<ServerLink['openAs']>[0]['secret'];
    this.link.openAs({ address: `${address}/${this.resource}`, secret: secret as Secret, mechanisms: MECHANISMS });
  }

  private keep(): void {
    if (this.who.value && this.link.keys) {
      this.remembered.set(JSON.stringify({ address: this.who.value, keys: this.link.keys } satisfies Remembered));
    }
  }
}
