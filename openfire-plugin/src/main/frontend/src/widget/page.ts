import { fileRules, type FileRules } from '../common/sending';
import { direction } from '../common/texts';

/** What the server says of the service, in the page's head. */
export interface Service {
  readonly desk: string;
  readonly service: string;
  readonly standing: 'open' | 'busy' | 'away' | 'closed' | 'none';
  readonly until: Date | null;
  /** What is asked before the first line, and whether it must be answered. */
  readonly asks: readonly { readonly name: string; readonly required: boolean }[];
  /** Whether it is asked how it was, at the end. */
  readonly survey: boolean;
  /** Which files may be sent; null where none may. */
  readonly files: FileRules | null;
  readonly names: ReadonlyMap<string, string>;
  readonly descriptions: ReadonlyMap<string, string>;
}

/** What the site that shows us wishes: the language, which our server reads too, and behind the number sign the rest. */
export interface Wishes {
  readonly language: string | null;
  readonly colour: string | null;
  readonly greeting: string | null;
  readonly within: boolean;
}

const GREETING_MAX_CHARS = 500;

export function service(head: ParentNode): Service {
  const all = Array.from(head.querySelectorAll<HTMLMetaElement>('meta[name^="crossdesk:"]'));
  const one = (name: string) => all.find((meta) => meta.name === `crossdesk:${name}`)?.content ?? '';
  const many = (name: string) =>
    new Map(all.filter((meta) => meta.name === `crossdesk:${name}`).map((meta) => [meta.lang, meta.content]));
  const until = one('until');
  return {
    desk: one('desk'),
    service: one('service'),
    standing: one('standing') as Service['standing'],
    until: until ? new Date(until) : null,
    asks: all
      .filter((meta) => /^crossdesk:(asks|needs)$/.test(meta.name))
      .map((meta) => ({ name: meta.content, required: meta.name === 'crossdesk:needs' })),
    survey: one('survey') === 'true',
    files: fileRules(head),
    names: many('name'),
    descriptions: many('description'),
  };
}

export function wishes(search: string, hash: string, within: boolean): Wishes {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const colour = said.get('colour');
  return {
    language: new URLSearchParams(search).get('lang'),
    colour: colour && /^#[0-9a-f]{6}$/i.test(colour) ? colour : null,
    greeting: said.get('greeting')?.slice(0, GREETING_MAX_CHARS) || null,
    within,
  };
}

/** The text for a language, or the one for every other. */
export const inLanguage = (texts: ReadonlyMap<string, string>, language: string): string =>
  texts.get(language) ?? texts.get('') ?? Array.from(texts.values())[0] ?? '';

/** Black or white, whichever is read better on a colour (WCAG 2.2, relative luminance). */
export function textOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? '#000' : '#fff';
}

/** Dresses the document for a language. */
export function dress(language: string, title: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = direction(language);
  document.title = title;
}
