import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

/** Says a message of the texts in the language that was loaded. */
export type Say = (id: string, values?: Record<string, FluentVariable>) => string;

const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** The way that a language is written. */
export const direction = (language: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';

/** The first of the wanted languages that there is, by its primary subtag, or else English. */
export function choose(wanted: readonly string[], available: readonly string[]): string {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    const found = available.find((one) => one === primary);
    if (found) {
      return found;
    }
  }
  return 'en';
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The time of day. What writes it is made once a language: to make it takes longer than to draw a line. */
export function clock(language: string, at: number): string {
  let of = clocks.get(language);
  if (!of) {
    clocks.set(language, (of = new Intl.DateTimeFormat(language, { timeStyle: 'short' })));
  }
  return of.format(at);
}

/** What speaks by these texts; a message that is missing is shown by its name, which a test forbids. */
export function speaker(language: string, source: string): Say {
  const bundle = new FluentBundle(language);
  bundle.addResource(new FluentResource(source));
  return (id, values) => {
    const message = bundle.getMessage(id);
    return message?.value ? bundle.formatPattern(message.value, values ?? null) : id;
  };
}
