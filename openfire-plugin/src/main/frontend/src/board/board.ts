import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { begin, carryOut, CommandError, complete, type Step, type Values } from '../common/forms';
import type { Link } from '../common/link';
import { attribute, child, children, element } from '../common/xml';

const ITEMS = 'http://jabber.org/protocol/disco#items';
const COMMANDS = 'http://jabber.org/protocol/commands';

/** What only coordinators may. */
const COORDINATORS_MARK = 'statistics';

/** Longer than the desk takes at most: what has not come by then is not coming, or the link is a new one. */
const PATIENCE_MS = 30_000;

/** An answer may take so much of the link's time, not more; but once in a while it is asked for even so. */
const SHARE_OF_LINK = 10;
const SELDOM_MS = 60_000;

/** A part of what is shown: what the desk has said last, and when. */
export interface Shown {
  readonly step: Step | null;
  readonly at: number | null;
  /** Why it could not be had anew, in words; empty where it could. */
  readonly wrong: string;
}

const NOTHING: Shown = { step: null, at: null, wrong: '' };

/** What can be shown by itself, and how often it is asked for at most. */
const EVERY_MS = { services: 60_000, staffing: 60_000, who: 15_000, waiting: 10_000, running: 30_000 } as const;

export type Report = keyof typeof EVERY_MS;

export const VIEWS = ['services', 'duty', 'coverage', 'now', 'statistics'] as const;
export type View = (typeof VIEWS)[number];

/** What each view wants to know anew, again and again. */
const WANTED: Record<View, readonly Report[]> = {
  services: ['services', 'staffing'],
  duty: ['who', 'services'],
  coverage: ['services'],
  now: ['waiting', 'running', 'who'],
  statistics: ['services'],
};

/** Always, so that the title says how many wait. */
const ALWAYS: readonly Report[] = ['waiting'];

/** What a board needs of its surroundings. */
export interface Around {
  readonly link: Link;
  readonly desk: string;
  readonly now: () => number;
  readonly later: (act: () => void, milliseconds: number) => number;
  readonly never: (timer: number) => void;
  readonly language: () => string;
  /** What is said where the desk does not answer. */
  readonly silence: () => string;
}

/** What a coordinator sees: the desk's reports, asked for anew as the link allows it. */
export class Board {
  readonly view = signal<View>('services');
  /** Whether the account may: none as long as it is not known. */
  readonly may = signal<boolean | null>(null);
  private readonly reports: Record<Report, Signal<Shown>> = {
    services: signal(NOTHING),
    staffing: signal(NOTHING),
    who: signal(NOTHING),
    waiting: signal(NOTHING),
    running: signal(NOTHING),
  };
  readonly waiting: ReadonlySignal<number> = computed(() => this.reports.waiting.value.step?.form?.rows.length ?? 0);
  private timer = 0;
  private asking = false;
  /** How long the slowest of the last answers took. */
  private took = 0;
  private generation = 0;

  constructor(private readonly around: Around) {}

  /** What a report says. */
  report(name: Report): Shown {
    return this.reports[name].value;
  }

  /** The link is there, or there again. */
  up(): void {
    const items = element('iq', { type: 'get', to: this.around.desk }, element('query', { xmlns: ITEMS, node: COMMANDS }));
    this.around.link.ask(
      items,
      (result) => {
        const query = child(result, 'query', ITEMS);
        this.may.value = query !== undefined && children(query).some((one) => attribute(one, 'node') === COORDINATORS_MARK);
        this.look(true);
      },
      (error) => {
        if (error) {
          this.may.value ??= false;
        } else {
          // Not answered in time: whether they may is not known by that.
          this.timer = this.around.later(() => this.up(), 1_000);
        }
      },
    );
  }

  /** Whoever was here has gone. */
  forget(): void {
    this.generation++;
    this.around.never(this.timer);
    this.asking = false;
    this.may.value = null;
    Object.values(this.reports).forEach((one) => (one.value = NOTHING));
  }

  show(view: View): void {
    this.view.value = view;
    this.look(false);
  }

  /** Something was done: what is shown may be otherwise now. */
  changed(): void {
    Object.values(this.reports).forEach((one) => (one.value = { ...one.value, at: null }));
    this.look(false);
  }

  /** Asks for what is due, one after the other, and looks again later. */
  private look(anew: boolean): void {
    this.around.never(this.timer);
    if (anew) {
      this.generation++;
      this.asking = false;
    }
    if (this.asking || this.may.value !== true) {
      return;
    }
    const due = [...new Set([...WANTED[this.view.value], ...ALWAYS])].filter((name) => this.due(name));
    if (this.around.link.standing.value === 'up' && due.length > 0 && document.visibilityState === 'visible') {
      this.asking = true;
      void this.askFor(due, this.generation);
    } else {
      this.timer = this.around.later(() => this.look(false), 1_000);
    }
  }

  private due(name: Report): boolean {
    const at = this.reports[name].value.at;
    return at === null || this.around.now() - at >= Math.max(EVERY_MS[name], Math.min(SELDOM_MS, this.took * SHARE_OF_LINK));
  }

  private async askFor(due: readonly Report[], generation: number): Promise<void> {
    let slowest = 0;
    for (const name of due) {
      const begun = this.around.now();
      try {
        const step = await this.run(name);
        if (generation === this.generation) {
          this.reports[name].value = { step, at: this.around.now(), wrong: '' };
        }
      } catch (error) {
        if (generation === this.generation) {
          this.reports[name].value = { ...this.reports[name].value, at: this.around.now(), wrong: this.words(error) };
        }
      }
      slowest = Math.max(slowest, this.around.now() - begun);
    }
    if (generation === this.generation) {
      this.took = slowest;
      this.asking = false;
      this.timer = this.around.later(() => this.look(false), 1_000);
    }
  }

  /** Runs a command that needs no form, or is filled in already. */
  run(node: string, values: Values = {}): Promise<Step> {
    return this.within(carryOut(this.around.link, this.around.desk, node, values, this.around.language()));
  }

  begin(node: string): Promise<Step> {
    return this.within(begin(this.around.link, this.around.desk, node, this.around.language()));
  }

  complete(step: Step, values: Values): Promise<Step> {
    return this.within(complete(this.around.link, this.around.desk, step, values, this.around.language()));
  }

  /** A link that was lost meanwhile answers nothing, and says nothing of that. */
  private within<T>(answer: Promise<T>): Promise<T> {
    return new Promise((done, failed) => {
      const timer = this.around.later(() => failed(new CommandError('')), PATIENCE_MS);
      answer.then(done, failed).finally(() => this.around.never(timer));
    });
  }

  /** What went wrong, in words. */
  words(error: unknown): string {
    return (error instanceof CommandError && error.message) || this.around.silence();
  }
}
