/** What is shown of a page before it is opened. */
export interface Card {
  readonly address: string;
  /** The host that is really asked: letters that others look like are written out (xn--), and who logs in is left out. */
  readonly host: string;
  readonly path: string;
}

const PATH_MAX_CHARS = 120;

/** The card of an address; none where it is none of the web. */
export function card(address: string | null | undefined): Card | null {
  try {
    const url = new URL(address ?? '');
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      return null;
    }
    const rest = url.pathname + url.search;
    return {
      address: url.href,
      host: (url.protocol === 'http:' ? 'http://' : '') + url.host,
      path: rest === '/' ? '' : rest.length > PATH_MAX_CHARS ? rest.slice(0, PATH_MAX_CHARS) + '…' : rest,
    };
  } catch {
    return null;
  }
}
