import { webAddress } from './stanzas';

/** A piece of a line: plain, or an address to open. */
export interface Part {
  readonly text: string;
  readonly link: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"]+/gi;
const NOT_AT_ITS_END = /[.,;:!?)\]}'’”»،؛؟]+$/;

const SENT = /^https?:\/\/([^/?#@]+)\/crossdesk\/sent\/[a-z0-9]+\/([^/?#]+)$/;

/** What a file that was sent is called, and where it is: anybody may write such an address. */
function fileName(address: string): string | null {
  const [, host, name] = SENT.exec(address) ?? [];
  try {
    return name ? `${decodeURIComponent(name)} (${host})` : null;
  } catch {
    return null;
  }
}

/** The pieces of a line; only addresses of the web become links. */
export function parts(text: string): Part[] {
  const found: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(NOT_AT_ITS_END, '');
    if (match.index > at) {
      found.push({ text: text.slice(at, match.index), link: null });
    }
    found.push({ text: fileName(address) ?? address, link: webAddress(address) });
    at = match.index + address.length;
  }
  if (at < text.length) {
    found.push({ text: text.slice(at), link: null });
  }
  return found;
}
