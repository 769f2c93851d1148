import { signal, type ReadonlySignal } from '@preact/signals';
import { browserStore } from './storage';
import { choose, direction, speaker, type Say } from './texts';

/** In which language a librarian's face speaks, and how it says something. */
export interface Speech {
  readonly language: ReadonlySignal<string>;
  readonly say: ReadonlySignal<Say>;
  readonly languages: readonly string[];
  /** Speaks another language from now on, once its texts are here. */
  choose(language: string): Promise<void>;
}

/** Speaks the language that was chosen in this browser, or the first of the browser's that there is. */
export async function speech(): Promise<Speech> {
  const languages = Object.keys(FACE_TEXTS);
  const chosen = browserStore(() => localStorage, 'crossdesk:language');
  const language = signal('en');
  const say = signal<Say>((id) => id);
  const speak = async (tag: string) => {
    const texts = await fetch(`/crossdesk/${FACE_TEXTS[tag] ?? ''}`);
    say.value = speaker(tag, await texts.text());
    language.value = tag;
    document.documentElement.lang = tag;
    document.documentElement.dir = direction(tag);
  };
  await speak(choose([chosen.get() ?? '', ...navigator.languages], languages));
  return {
    language,
    say,
    languages,
    choose: (tag) => {
      chosen.set(tag);
      return speak(tag);
    },
  };
}

/** Where the language is chosen. */
export const languageName = (tag: string): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

/** What the server says of itself in the page's head. */
export function library(head: ParentNode): { readonly desk: string; readonly name: string; readonly domain: string } {
  const one = (name: string) => head.querySelector<HTMLMetaElement>(`meta[name="crossdesk:${name}"]`)?.content ?? '';
  const desk = one('desk');
  return { desk, name: one('name'), domain: desk.replace(/^[^.]+\./, '') };
}
