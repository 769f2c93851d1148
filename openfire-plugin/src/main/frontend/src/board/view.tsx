import { useEffect, useRef } from 'preact/hooks';
import { LanguageChoice, LogIn, standingInWords } from '../common/login';
import { VIEWS, type View } from './board';
import { Coverage } from './coverage';
import { DeedView } from './deed';
import { Duty } from './duty';
import type { Face } from './face';
import { Now } from './now';
import { Services } from './services';
import { Statistics } from './statistics';

/** The board, whole. */
export function Whole({ face }: { face: Face }) {
  const { account, board, speech, library } = face;
  const say = speech.say.value;
  const title = say('board-title', { library: library.name });
  if (!account.isIn.value) {
    return (
      <>
        <LogIn account={account} domain={library.domain} title={title} say={say} />
        <footer class="row">
          <LanguageChoice speech={face.speech} />
        </footer>
      </>
    );
  }
  return (
    <>
      <header>
        <h1>{title}</h1>
        <div class="row">
          <LanguageChoice speech={face.speech} />
          <span dir="auto">{account.who.value}</span>
          <button type="button" onClick={() => account.logOut()}>
            {say('board-log-out')}
          </button>
        </div>
      </header>
      <p role="status" class="standing">
        {standingInWords(account.link.standing.value, say)}
      </p>
      <Tabs face={face} />
      <main>
        {board.may.value === false ? <p role="alert">{say('board-no-coordinator')}</p> : <Shown face={face} />}
        <p role="status" class="words" lang="en">
          {face.news.value}
        </p>
      </main>
      <DeedView face={face} />
    </>
  );
}

const LABELS: Record<View, string> = {
  services: 'board-services',
  duty: 'board-duty',
  coverage: 'board-coverage',
  now: 'board-now',
  statistics: 'board-statistics',
};

function Tabs({ face }: { face: Face }) {
  const { board, speech } = face;
  const say = speech.say.value;
  const waiting = board.waiting.value;
  return (
    <nav aria-label={say('board-views')}>
      <ul class="row">
        {VIEWS.map((view) => (
          <li key={view}>
            <a href={`#${view}`} aria-current={board.view.value === view ? 'page' : undefined}>
              {say(LABELS[view])}
              {view === 'now' && waiting > 0 && ` (${new Intl.NumberFormat(speech.language.value).format(waiting)})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Shown({ face }: { face: Face }) {
  const view = face.board.view.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // The first one is not turned to by anybody.
    if (!first.current) {
      heading.current?.focus();
    }
    first.current = false;
  }, [view]);
  const views: Record<View, typeof Services> = { services: Services, duty: Duty, coverage: Coverage, now: Now, statistics: Statistics };
  const Part = views[view];
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {face.speech.say.value(LABELS[view])}
      </h2>
      <Part face={face} />
    </>
  );
}

