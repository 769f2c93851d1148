import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { Account } from '../common/account';
import { library as libraryOf, speech as speechOf } from '../common/speech';
import { Board, VIEWS, type View } from './board';
import type { Deed, Face } from './face';
import { Whole } from './view';

const library = libraryOf(document.head);
const speech = await speechOf();
const account: Account = new Account(library.domain, 'board', {
  up: () => board.up(),
  message: () => undefined,
});
const board: Board = new Board({
  link: account.link,
  desk: library.desk,
  now: Date.now,
  later: (act, milliseconds) => window.setTimeout(act, milliseconds),
  never: (timer) => clearTimeout(timer),
  language: () => speech.language.value,
  silence: () => speech.say.value('board-not-answered'),
});
const face: Face = { account, board, speech, library, deed: signal<Deed | null>(null), news: signal('') };

function look(): void {
  face.news.value = '';
  const wanted = location.hash.slice(1) as View;
  board.show(VIEWS.includes(wanted) ? wanted : 'services');
}

addEventListener('hashchange', look);
effect(() => {
  const waiting = board.waiting.value;
  document.title = (waiting > 0 ? `(${waiting}) ` : '') + speech.say.value('board-title', { library: library.name });
});
effect(() => {
  if (account.who.value === null) {
    board.forget();
    face.deed.value = null;
    face.news.value = '';
  }
});
look();
account.restore();
render(<Whole face={face} />, document.body);
