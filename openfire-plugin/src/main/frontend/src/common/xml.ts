/** Elements of stanzas, built and read. */

/** Builds an element; the attribute xmlns is its namespace. */
export function element(name: string, attributes: Record<string, string>, ...children: (Element | string)[]): Element {
  const made = document.implementation.createDocument(null, null, null).createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  for (const child of children) {
    made.appendChild(typeof child === 'string' ? made.ownerDocument.createTextNode(child) : made.ownerDocument.importNode(child, true));
  }
  return made;
}

export function children(parent: Element): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1);
}

/** The first child of a name. */
export const child = (parent: Element, name: string, namespace?: string): Element | undefined =>
  children(parent).find((one) => one.localName === name && (namespace === undefined || one.namespaceURI === namespace));

/** An attribute that says something. */
export const attribute = (of: Element | undefined, name: string): string | null => {
  const value = of?.getAttribute(name);
  return value ? value : null;
};

/** An attribute that is a number, from 0 on. */
export function count(of: Element | undefined, name: string): number | null {
  const text = attribute(of, name);
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** The condition of an error; none where it is none. */
export function condition(stanza: Element): string | null {
  if (stanza.getAttribute('type') !== 'error') {
    return null;
  }
  const error = child(stanza, 'error');
  return (error && children(error).find((one) => one.localName !== 'text')?.localName) ?? 'undefined-condition';
}

/** The words of an error in a person's language, where it has some. */
export function errorText(stanza: Element | null): string {
  const error = stanza && child(stanza, 'error');
  return (error && child(error, 'text')?.textContent) ?? '';
}
