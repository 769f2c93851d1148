import { signal, type ReadonlySignal } from '@preact/signals';
import type { Store } from '../common/storage';

const TONES: Readonly<Record<string, readonly number[]>> = { ring: [660, 880, 660, 880], waits: [520, 660], line: [740] };
const TONE_SECONDS = 0.14;
const LOUDNESS = 0.12;

/** What calls an operator who looks elsewhere: a sound, a notification of the desktop, the title. */
export class Alerts {
  readonly sound = signal(true);
  readonly desktop = signal(false);
  private audio: AudioContext | null = null;

  constructor(private readonly store: Store) {
    const saved = store.get()?.split(' ') ?? ['sound'];
    this.sound.value = saved.includes('sound');
    this.desktop.value = saved.includes('desktop') && 'Notification' in window && Notification.permission === 'granted';
  }

  setSound(on: boolean): void {
    this.sound.value = on;
    this.keep();
    if (on) {
      this.play('line');
    }
  }

  /** Asks the browser for leave, where it has to. */
  async setDesktop(on: boolean): Promise<void> {
    this.desktop.value = on && 'Notification' in window && (await Notification.requestPermission()) === 'granted';
    this.keep();
  }

  private keep(): void {
    this.store.set([this.sound.value ? 'sound' : '', this.desktop.value ? 'desktop' : ''].join(' '));
  }

  /** Calls. What a patron wrote is shown by no notification: others may see the screen. */
  call(what: string, words: string, pressed: () => void): void {
    if (this.sound.value) {
      this.play(what);
    }
    if (this.desktop.value && document.visibilityState === 'hidden') {
      const notification = new Notification('Crossdesk', { body: words, tag: what });
      notification.onclick = () => {
        window.focus();
        pressed();
        notification.close();
      };
    }
  }

  /** Short tones, made here: there is nothing to fetch. */
  private play(what: string): void {
    try {
      this.audio ??= new AudioContext();
      const audio = this.audio;
      (TONES[what] ?? []).forEach((frequency, i) => {
        const tone = audio.createOscillator();
        const volume = audio.createGain();
        const begin = audio.currentTime + i * TONE_SECONDS;
        tone.frequency.value = frequency;
        volume.gain.setValueAtTime(LOUDNESS, begin);
        volume.gain.exponentialRampToValueAtTime(0.001, begin + TONE_SECONDS);
        tone.connect(volume).connect(audio.destination);
        tone.start(begin);
        tone.stop(begin + TONE_SECONDS);
      });
    } catch {
      // No sound on this machine: the title and the list say it too.
    }
  }
}

/** The title of the page: how much calls for the operator, and where this is. */
export function title(count: number, name: string): string {
  return count > 0 ? `(${count}) ${name}` : name;
}

/** Now, to the second, for whoever shows how long something takes. */
export function clock(every: number): ReadonlySignal<number> {
  const now = signal(Date.now());
  setInterval(() => (now.value = Date.now()), every);
  return now;
}

/** How long something has taken, as people write it: 0:07, 1:20, 1:02:03. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
