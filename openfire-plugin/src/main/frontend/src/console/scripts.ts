import { signal } from '@preact/signals';
import type { Link } from '../common/link';
import { attribute, child, children, element } from '../common/xml';

const ASK = 'urn:xmpp:ask:0';

/** Words that are used again and again. */
export interface Script {
  readonly id: string;
  readonly scope: 'personal' | 'library' | 'service';
  readonly service: string;
  readonly name: string;
  readonly words: string;
}

/** The scripts that the operator may use. */
export class Scripts {
  readonly all = signal<readonly Script[]>([]);

  constructor(
    private readonly link: Link,
    private readonly desk: string,
  ) {}

  load(): void {
    this.link.ask(
      element('iq', { to: this.desk, type: 'get' }, element('scripts', { xmlns: ASK })),
      (result) => {
        const of = child(result, 'scripts', ASK);
        this.all.value = (of ? children(of) : []).map((one) => ({
          id: attribute(one, 'id') ?? '',
          scope: (attribute(one, 'scope') ?? 'library') as Script['scope'],
          service: attribute(one, 'service') ?? '',
          name: attribute(one, 'name') ?? '',
          words: one.textContent,
        }));
      },
      () => undefined,
    );
  }

  /** Those that have all the words somewhere, whose name begins so first; of one's own before others'. */
  search(words: string, service: string): readonly Script[] {
    const wanted = fold(words).split(/\s+/).filter(Boolean);
    const ranks = { personal: 0, service: 1, library: 2 };
    return this.all.value
      .filter((script) => script.scope !== 'service' || script.service === service)
      .filter((script) => wanted.every((word) => fold(`${script.name} ${script.words}`).includes(word)))
      .map((script) => ({ script, first: wanted.length > 0 && fold(script.name).startsWith(wanted[0] ?? '') ? 0 : 1 }))
      .sort((a, b) => a.first - b.first || ranks[a.script.scope] - ranks[b.script.scope] || a.script.name.localeCompare(b.script.name))
      .map(({ script }) => script);
  }
}

/** As people search: without accents, in small letters. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Puts in what a script leaves open; what nothing is known of stays, for the operator to fill in. */
export const filled = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{([a-z.]+)\}/g, (whole, name: string) => values[name] ?? whole);
