import type { Signal } from '@preact/signals';
import type { Account } from '../common/account';
import type { Values } from '../common/forms';
import type { library, Speech } from '../common/speech';
import type { Board } from './board';
import { csv, type Sheet } from './tables';

/** A command that is open before everything else. */
export interface Deed {
  readonly node: string;
  readonly title: string;
  /** What is filled in already. */
  readonly preset: Values;
}

/** What all parts of the board see. */
export interface Face {
  readonly account: Account;
  readonly board: Board;
  readonly speech: Speech;
  readonly library: ReturnType<typeof library>;
  readonly deed: Signal<Deed | null>;
  /** What has come of the last deed, in words. */
  readonly news: Signal<string>;
}

/** Gives a table to the browser to save. */
export function save(name: string, sheet: Sheet): void {
  const address = URL.createObjectURL(new Blob([csv(sheet)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

/** A time of the day, as it is written in a language. */
export const clock = (language: string, at: number): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'medium' }).format(at);

/** So many seconds, as minutes and seconds. */
export function duration(seconds: number): string {
  const rest = String(seconds % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${rest}`;
}
