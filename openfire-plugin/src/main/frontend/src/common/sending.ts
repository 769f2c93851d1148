import type { Link } from './link';
import { attribute, child, element } from './xml';

const UPLOAD = 'urn:xmpp:http:upload:0';

/** Which files a library takes: what their names end in, and how long they may be. */
export interface FileRules {
  readonly endings: readonly string[];
  readonly bytesMax: number;
}

/** Why a file was not sent. */
export type NotSent = 'files-kind' | 'files-size' | 'files-failed';

/** What the server says of files, in the page's head; nothing where it takes none. */
export function fileRules(head: ParentNode): FileRules | null {
  const said = (name: string) => head.querySelector<HTMLMetaElement>(`meta[name="crossdesk:${name}"]`)?.content;
  const endings = said('files');
  return endings ? { endings: endings.split(','), bytesMax: Number(said('file-bytes')) } : null;
}

/**
 * Sends a file to whoever the talk by a contact is with (XEP-0363).
 *
 * @returns its address, for the talk; or why it was not sent
 */
export function sendFile(link: Link, to: string, file: File, rules: FileRules): Promise<{ address: string } | { why: NotSent }> {
  return new Promise((tell) => {
    const not = (why: NotSent) => tell({ why });
    const failed = () => not('files-failed');
    if (!rules.endings.includes(/[^.]\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '')) {
      not('files-kind');
    } else if (file.size > rules.bytesMax) {
      not('files-size');
    } else {
      const asked = element('request', { xmlns: UPLOAD, filename: file.name, size: String(file.size) });
      link.ask(
        element('iq', { to, type: 'get' }, asked),
        (result) => {
          const slot = child(result, 'slot') ?? result;
          const address = attribute(child(slot, 'get'), 'url') ?? '';
          // Our own server, by the address that we have it from: its other one is another site to the browser.
          const place = new URL(attribute(child(slot, 'put'), 'url') ?? '', location.href).pathname;
          fetch(place, { method: 'PUT', body: file }).then((answer) => (answer.ok ? tell({ address }) : failed()), failed);
        },
        failed,
      );
    }
  });
}
