/**
 * What a library's site calls: <script src="https://SERVER/crossdesk/loader.js" data-service="desk" async></script>. A
 * button, and the patron's page in an iframe behind it. The page learns nothing of the site, and the site nothing of what is
 * said: only that it began, that so many lines are unread, and that it is over.
 */
const script = document.currentScript as HTMLScriptElement;
const { service = 'desk', lang, label = '?', colour, greeting } = script.dataset;
const origin = new URL(script.src).origin;
const wishes = new URLSearchParams();
for (const [key, value] of Object.entries({ colour, greeting })) {
  if (value) {
    wishes.set(key, value);
  }
}

const button = document.createElement('button');
const frame = document.createElement('iframe');
let unread = 0;

// By properties, since many a site forbids style attributes; and all of them, since its own rules are anybody's.
const place = 'all:initial;position:fixed;z-index:2147483000;inset-inline-end:16px;';
button.style.cssText = `${place}bottom:16px;min-width:48px;min-height:48px;box-sizing:border-box;padding:8px 20px;border:2px solid #fff;border-radius:28px;background:#0b5394;color:#fff;font:600 16px/1.5 system-ui,sans-serif;cursor:pointer`;
frame.style.cssText = `${place}bottom:80px;width:400px;max-width:calc(100vw - 32px);height:min(600px,calc(100vh - 96px));border:1px solid #888;border-radius:12px;background:#fff;color-scheme:normal;display:none`;
button.type = 'button';
frame.title = label;

function name(): void {
  button.textContent = unread ? `${label} (${unread})` : label;
}

function show(on: boolean): void {
  if (on && !frame.src) {
    frame.src = `${origin}/ask/${service}?lang=${encodeURIComponent(lang ?? document.documentElement.lang)}#${wishes}`;
  }
  frame.style.display = on ? 'block' : 'none';
  button.setAttribute('aria-expanded', String(on));
  frame.contentWindow?.postMessage(on ? 'crossdesk:shown' : 'crossdesk:hidden', origin);
  (on ? frame : button).focus();
}

button.addEventListener('click', () => show(frame.style.display === 'none'));
button.addEventListener('focus', () => (button.style.outline = '3px solid #000'));
button.addEventListener('blur', () => (button.style.outline = 'none'));
addEventListener('message', ({ data, source, origin: from }: MessageEvent<{ crossdesk?: string; count?: number } | null>) => {
  if (from !== origin || source !== frame.contentWindow || !data?.crossdesk) {
    return;
  }
  if (data.crossdesk === 'hide') {
    show(false);
  } else {
    unread = data.crossdesk === 'unread' ? Number(data.count) : unread;
    name();
    script.dispatchEvent(new CustomEvent(`crossdesk:${data.crossdesk}`, { bubbles: true, detail: { unread } }));
  }
});

name();
button.setAttribute('aria-expanded', 'false');
if (colour && /^#[0-9a-f]{6}$/i.test(colour)) {
  button.style.background = colour;
  // White or black, whichever is read better on it (WCAG 2.2, relative luminance, nearly).
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
  button.style.color = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}
document.body.append(frame, button);
export {};
