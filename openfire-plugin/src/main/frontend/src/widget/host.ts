/**
 * The site that shows us in an iframe, if one does. It is told that something happened, and never what: any site may be
 * that one.
 */
export interface Host {
  readonly within: boolean;
  tell(event: 'open' | 'closed' | 'hide' | 'unread', count?: number): void;
}

export function host(shown: (visible: boolean) => void): Host {
  const within = parent !== window;
  if (within) {
    addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.source === parent && (event.data === 'crossdesk:shown' || event.data === 'crossdesk:hidden')) {
        shown(event.data === 'crossdesk:shown');
      }
    });
  }
  return {
    within,
    tell: (event, count = 0) => {
      if (within) {
        parent.postMessage({ crossdesk: event, count }, '*');
      }
    },
  };
}
