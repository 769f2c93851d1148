import type { Face } from './face';

/** What single keys do, where nobody is typing. */
export const KEYS = ['?', 'j', 'k', 'a', 'd', 'c', 'r', 'n', 't', 'o', 'g', 'x', 'p', 'Escape'] as const;
export type Key = (typeof KEYS)[number];

const typesIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input:not([type=checkbox]), textarea, select') || target.isContentEditable);

const focus = (id: string): void => document.getElementById(id)?.focus();

/** Hears the keys. */
export function listen(face: Face): void {
  addEventListener('keydown', (event) => {
    if (!face.account.isIn.value || face.dialog.value || event.isComposing || event.defaultPrevented) {
      return;
    }
    if (event.altKey && !event.ctrlKey && !event.metaKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      step(face, event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (typesIn(event.target)) {
      if (event.key === 'Escape') {
        focus('talk-title');
      }
      return;
    }
    if (face.keys.value && (KEYS as readonly string[]).includes(event.key)) {
      event.preventDefault();
      press(face, event.key as Key);
    }
  });
}

/** Carries out what a key stands for. */
export function press(face: Face, key: Key): void {
  const { desk } = face;
  const talk = desk.shown.value;
  const rings = talk?.phase.value === 'ringing' ? talk : desk.ringing.value[0];
  switch (key) {
    case '?':
      face.dialog.value = { kind: 'keys' };
      break;
    case 'j':
      step(face, 1);
      break;
    case 'k':
      step(face, -1);
      break;
    case 'a':
    case 'd':
      if (rings) {
        desk.look(rings);
        void face.act(rings.contact, key === 'a' ? 'accept' : 'decline');
      }
      break;
    case 'c': {
      const first = desk.waiting.value.find((one) => one.by === null);
      if (first) {
        desk.claim(first);
      }
      break;
    }
    case 'r':
      focus('to-patron');
      break;
    case 'n':
      focus('among');
      break;
    case 't':
    case 'o':
    case 'g':
      if (talk?.mine.value) {
        face.dialog.value = { kind: 'handOver', talk, how: key === 't' ? 'transfer' : key === 'o' ? 'consult' : 'add-colleague' };
      }
      break;
    case 'x':
      if (talk?.mine.value) {
        face.dialog.value = { kind: 'close', talk };
      } else if (talk?.phase.value === 'over') {
        desk.putAway(talk);
      }
      break;
    case 'p':
      pause(face);
      break;
    case 'Escape':
      focus('sessions');
  }
}

/** Takes a pause, or ends it. */
export function pause(face: Face): void {
  const on = !face.desk.paused.value;
  void face.act(face.library.desk, 'pause', { pause: [String(on)] }).then((done) => {
    if (done) {
      face.desk.paused.value = on;
    }
  });
}

/** Looks at the next session, or the one before. */
function step(face: Face, by: number): void {
  const talks = face.desk.talks.value;
  if (talks.length > 0) {
    const at = face.desk.shown.value ? talks.indexOf(face.desk.shown.value) : by > 0 ? -1 : 0;
    face.desk.look(talks[(at + by + talks.length) % talks.length] ?? null);
  }
}
