import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { webcrypto } from 'node:crypto';
import { webAddress } from '../src/common/stanzas';
import { browserStore } from '../src/common/storage';
import { speaker } from '../src/common/texts';
import { freshToken } from '../src/common/tokens';
import type { Line } from '../src/widget/conversation';
import { inLanguage, textOn, wishes } from '../src/widget/page';
import { card } from '../src/widget/card';
import { parts } from '../src/common/parts';
import { transcript } from '../src/widget/transcript';

// Node 18 has it under this name only.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

test('addresses of the web become links, and nothing else', () => {
  assert.deepEqual(parts('See https://a.test/x?y=1. Or (http://b.test)!'), [
    { text: 'See ', link: null },
    { text: 'https://a.test/x?y=1', link: 'https://a.test/x?y=1' },
    { text: '. Or (', link: null },
    { text: 'http://b.test', link: 'http://b.test' },
    { text: ')!', link: null },
  ]);
  for (const text of ['javascript:alert(1)', 'data:text/html,x', '<a href="https://', '', 'www.a.test']) {
    assert.equal(parts(text).some((part) => part.link), false, text);
    assert.equal(webAddress(text), null, text);
  }
});

test('no word is lost between the parts', () => {
  for (const text of ['a https://b c', 'https://b', 'x', 'https://a.test،سلام https://b.test؟']) {
    assert.equal(parts(text).map((part) => part.text).join(''), text);
  }
});

test('tokens are 26 of 32 characters, each another', () => {
  const tokens = new Set(Array.from({ length: 100 }, freshToken));
  assert.equal(tokens.size, 100);
  tokens.forEach((token) => assert.match(token, /^[a-z2-7]{26}$/));
});

test('text on any colour can be read: at least 4.5 to 1', () => {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (let i = 0; i < 4096; i++) {
    const colour = `#${[i >> 8, (i >> 4) & 15, i & 15].map((part) => part.toString(16).repeat(2)).join('')}`;
    const [dark = 0, light = 0] = [luminance(colour), textOn(colour) === '#fff' ? 1 : 0].sort((a, b) => a - b);
    assert.ok((light + 0.05) / (dark + 0.05) >= 4.5, colour);
  }
});

test('what a site wishes is taken only if it is what it should be', () => {
  assert.deepEqual(wishes('?lang=fa', '#colour=%23aa0000&greeting=Hi', true), {
    language: 'fa',
    colour: '#aa0000',
    greeting: 'Hi',
    within: true,
  });
  assert.equal(wishes('', '#colour=red;background:url(x)', true).colour, null);
  assert.equal(wishes('', `#greeting=${'x'.repeat(9_999)}`, true).greeting?.length, 500);
});

test('a name is the one in the reader’s language, or the one for all others', () => {
  const names = new Map([['', 'Ask'], ['sv', 'Fråga']]);
  assert.deepEqual(['sv', 'fi'].map((language) => inLanguage(names, language)), ['Fråga', 'Ask']);
  assert.equal(inLanguage(new Map([['sv', 'Fråga']]), 'fi'), 'Fråga');
});

test('a browser without a place for us is one that forgets', () => {
  const forbidden = browserStore(() => {
    throw new Error('SecurityError');
  }, 'key');
  forbidden.set('x');
  assert.equal(forbidden.get(), 'x');
  forbidden.clear();
  assert.equal(forbidden.get(), null);
});

test('the transcript has what was kept, who said it and when', () => {
  const line = (by: Line['by'], text: string, state: Line['state']): Line => ({
    id: text, by, text, at: 0, seq: 1, order: 1, state,
  });
  const say = speaker('en', 'ask-saved-title = With { $name }\nask-said-at = { $who } at { DATETIME($at, timeZone: "UTC", year: "numeric") }\nask-you = You\nask-librarian = Librarian\nask-library = Library');
  assert.equal(
    transcript([line('patron', 'a\nb', 'kept'), line('operator', 'c', 'kept'), line('patron', 'd', 'sending')], 'X', say).replace(/[\u2068\u2069]/g, ''),
    'With X\n\nYou at 1970\na\nb\n\nLibrarian at 1970\nc\n',
  );
});

test('a page’s card shows the host that is really asked', () => {
  const shown = (address: string) => {
    const made = card(address);
    return made && `${made.host} ${made.path}`;
  };
  assert.equal(shown('https://www.uppsala.test/law?q=1'), 'www.uppsala.test /law?q=1');
  assert.equal(shown('https://www.uppsala.test/'), 'www.uppsala.test ');
  assert.equal(shown('http://www.uppsala.test:8080/'), 'http://www.uppsala.test:8080 ');
  assert.equal(shown('https://uppsala.test@evil.test/uppsala.test'), 'evil.test /uppsala.test');
  assert.equal(shown('https://www.uppsаla.test/'), 'www.xn--uppsla-6nf.test ');
  assert.match(shown('https://evil.test/\u202Etset.alasppu') ?? '', /^[\x20-\x7e]+$/);
  assert.ok((card(`https://evil.test/${'x'.repeat(3_000)}`)?.path.length ?? 0) < 200);
  for (const not of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://', 'www.uppsala.test', '', null]) {
    assert.equal(card(not), null);
  }
});

test('an address with unseen marks of direction is text and no link', () => {
  assert.equal(webAddress('https://evil.test/\u202Etset.alasppu'), null);
  assert.equal(webAddress('https://www.uppsala.test/'), 'https://www.uppsala.test/');
});
