import { signal } from '@preact/signals';
import type { Link } from './link';
import { typing } from './stanzas';

/** After so long without a key, one has stopped. */
const PAUSE_MS = 5_000;
/** For so long the other is taken to type, if nothing else is heard. */
const SHOWN_MS = 30_000;

/** That somebody types, there and here (XEP-0085). */
export class Typing {
  /** Whether the other one types. */
  readonly shown = signal(false);
  private says = false;
  private pause = 0;
  private hide = 0;

  constructor(
    private readonly to: string,
    private readonly around: {
      readonly link: Link;
      readonly later: (act: () => void, milliseconds: number) => number;
      readonly never: (timer: number) => void;
    },
  ) {}

  /** A key was pressed here. */
  pressed(): void {
    if (!this.says) {
      this.says = true;
      this.around.link.send(typing(this.to, true));
    }
    this.around.never(this.pause);
    this.pause = this.around.later(() => {
      this.says = false;
      this.around.link.send(typing(this.to, false));
    }, PAUSE_MS);
  }

  /** What was typed is sent, or given up. */
  done(): void {
    this.around.never(this.pause);
    this.says = false;
  }

  /** The other one types, or has stopped. */
  show(on: boolean): void {
    this.around.never(this.hide);
    this.shown.value = on;
    if (on) {
      this.hide = this.around.later(() => (this.shown.value = false), SHOWN_MS);
    }
  }
}
