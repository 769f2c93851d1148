import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Account } from '../common/account';
import type { FileRules } from '../common/sending';
import type { Speech } from '../common/speech';
import type { Say } from '../common/texts';
import type { Alerts } from './alerts';
import type { Desk } from './desk';
import type { Scripts } from './scripts';
import type { Talk } from './talk';
import type { Needs } from './wire';

/** What lies over the console. */
export type Dialog =
  | { readonly kind: 'keys' }
  | { readonly kind: 'handOver'; readonly talk: Talk; readonly how: 'transfer' | 'consult' | 'add-colleague' }
  | { readonly kind: 'close'; readonly talk: Talk }
  | { readonly kind: 'before'; readonly talk: Talk }
  | { readonly kind: 'command'; readonly to: string; readonly node: string };

/** What the console is made from. */
export interface Face {
  readonly account: Account;
  readonly desk: Desk;
  readonly alerts: Alerts;
  readonly scripts: Scripts;
  readonly speech: Speech;
  readonly library: { readonly desk: string; readonly name: string; readonly domain: string; readonly files: FileRules | null };
  readonly now: ReadonlySignal<number>;
  readonly dialog: Signal<Dialog | null>;
  /** What is said by the way, in words, to those who see and to those who hear. */
  readonly news: Signal<string>;
  /** Whether single keys do something. */
  readonly keys: Signal<boolean>;
  /** Carries out a command, and says what has come of it. */
  act(to: string, node: string, values?: Readonly<Record<string, readonly string[]>>): Promise<boolean>;
}

/** What a question needs, in the reader's language. */
export function needsInWords(needs: Needs, language: string, say: Say): string {
  const names = new Intl.DisplayNames([language], { type: 'language' });
  const words = [
    ...needs.languages.map((tag) => {
      try {
        return names.of(tag) ?? tag;
      } catch {
        // No language tag by anybody's rules.
        return tag;
      }
    }),
    ...needs.subjects.map((subject) => subject.name),
    ...needs.insights,
  ];
  return words.length > 0 ? new Intl.ListFormat(language, { type: 'unit' }).format(words) : say('console-needs-nothing');
}
