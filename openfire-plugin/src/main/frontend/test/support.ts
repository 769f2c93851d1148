import { signal } from '@preact/signals-core';
import { DOMImplementation, DOMParser, XMLSerializer } from '@xmldom/xmldom';
import type { Link, Standing } from '../src/common/link';
import type { Store } from '../src/common/storage';

Object.assign(globalThis, { document: { implementation: new DOMImplementation() } });

export const asText = (element: Element | undefined) =>
  element ? new XMLSerializer().serializeToString(element as unknown as Parameters<XMLSerializer['serializeToString']>[0]) : '';
/** An element from its text. */
export const xml = (text: string) => new DOMParser().parseFromString(text, 'text/xml').documentElement as unknown as Element;

/** A link whose server is the test. */
export class FakeLink implements Link {
  readonly standing = signal<Standing>('off');
  sent: Element[] = [];
  asked: { iq: Element; answered: (result: Element) => void; refused: (error: Element | null) => void }[] = [];
  open() {
    if (this.standing.value === 'off') {
      this.standing.value = 'connecting';
    }
  }
  close() {
    this.standing.value = 'off';
  }
  send(stanza: Element) {
    if (this.standing.value === 'up') {
      this.sent.push(stanza);
    }
  }
  ask(iq: Element, answered: (result: Element) => void, refused: (error: Element | null) => void) {
    this.asked.push({ iq, answered, refused });
  }
}

/** A store that lasts as long as the test. */
export const memory = (): Store & { text: string | null } => ({
  text: null,
  get() {
    return this.text;
  },
  set(text) {
    this.text = text;
  },
  clear() {
    this.text = null;
  },
});
