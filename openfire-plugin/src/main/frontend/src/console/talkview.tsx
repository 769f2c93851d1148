import { useSignal } from '@preact/signals';
import type { TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Attach } from '../common/attach';
import { parts } from '../common/parts';
import { clock, type Say } from '../common/texts';
import { duration } from './alerts';
import { needsInWords, type Dialog, type Face } from './face';
import { NOTES } from './notes';
import { filled, type Script } from './scripts';
import type { Line, Talk } from './talk';
import { Since } from './view';

/** So near to the end the reader is taken to read there. */
const AT_THE_END_PX = 80;
/** So many lines are drawn at a time: of a long talk the last ones, of the rest more at a wish. */
const DRAWN = 200;
/** What the server takes of one message, unless it is set to take less. */
const BODY_MAX_CHARS = 20_000;
const SCRIPTS_SHOWN_MAX = 8;
const SCOPES = { personal: 'console-scope-personal', library: 'console-scope-library', service: 'console-scope-service' };

/** One session: the talk with the patron, and beside it, apart, what only librarians see. */
export function TalkView({ face, talk }: { face: Face; talk: Talk }) {
  const say = face.speech.say.value;
  const consultant = talk.role.value === 'consultant';
  return (
    <div class="talk">
      <section class="with-patron" aria-labelledby="talk-title">
        <TalkHead face={face} talk={talk} />
        <Lines face={face} talk={talk} lines={talk.toPatron.value} label={say('console-lines-patron')} among={false} />
        {talk.phase.value === 'engaged' && !consultant && <Writing face={face} talk={talk} among={false} />}
        {talk.phase.value === 'engaged' && consultant && <p class="faint">{say('console-consultant-hint')}</p>}
        {talk.phase.value === 'over' && (
          <button type="button" onClick={() => face.desk.putAway(talk)}>
            {say('console-put-away')}
          </button>
        )}
      </section>
      <section class="among" aria-labelledby="among-title">
        <h2 id="among-title">{say('console-among')}</h2>
        <p class="faint">{say('console-among-hint')}</p>
        <About face={face} talk={talk} />
        <Lines face={face} talk={talk} lines={talk.among.value} label={say('console-lines-among')} among={true} />
        {talk.phase.value === 'engaged' && <Writing face={face} talk={talk} among={true} />}
      </section>
    </div>
  );
}

function TalkHead({ face, talk }: { face: Face; talk: Talk }) {
  const { speech } = face;
  const say = speech.say.value;
  const offer = talk.offer.value;
  const phase = talk.phase.value;
  const opens = (dialog: Dialog) => () => (face.dialog.value = dialog);
  return (
    <header>
      <h2 id="talk-title" tabIndex={-1}>
        {say('console-patron-of', { label: talk.label, library: offer.home })}{' '}
        {phase === 'engaged' && (
          <span class={talk.patronThere.value ? 'light there' : 'light'}>
            {say(talk.patronThere.value ? 'console-patron-there' : 'console-patron-gone')}
          </span>
        )}{' '}
        <Since face={face} since={talk.since.value} />
      </h2>
      {phase === 'ringing' && <Ringing face={face} talk={talk} />}
      {phase === 'accepting' && <p role="status">{say('console-accepting')}</p>}
      {talk.handing.value !== null && (
        <div class="row ring" role="status">
          <span>
            {say('console-handing')} <Since face={face} since={talk.handing.value} />
          </span>
          <button type="button" onClick={() => void face.act(talk.contact, 'cancel-transfer')}>
            {say('console-cancel-transfer')}
          </button>
        </div>
      )}
      {talk.mine.value && (
        <div class="row" role="group" aria-label={say('console-acts')}>
          {talk.handing.value === null &&
            (
              [
                ['transfer', say('console-transfer')],
                ['consult', say('console-consult')],
                ['add-colleague', say('console-add')],
              ] as const
            ).map(([how, name]) => (
              <button key={how} type="button" onClick={opens({ kind: 'handOver', talk, how })}>
                {name}
              </button>
            ))}
          <button type="button" onClick={() => save(face, talk)}>
            {say('console-save')}
          </button>
          <button type="button" class="main" onClick={opens({ kind: 'close', talk })}>
            {say('console-close')}
          </button>
        </div>
      )}
      {phase === 'engaged' && talk.role.value !== 'owner' && (
        <button type="button" onClick={() => void face.act(talk.contact, 'leave')}>
          {say('console-leave')}
        </button>
      )}
      {phase === 'over' && <p role="status">{say('console-over-hint')}</p>}
    </header>
  );
}

/** An offer that rings: what it is, how long yet, and the two answers. */
function Ringing({ face, talk }: { face: Face; talk: Talk }) {
  const say = face.speech.say.value;
  const offer = talk.offer.value;
  const kinds = { owner: 'console-offer', colleague: 'console-offer-colleague', consultant: 'console-offer-consultant' };
  const kind = offer.role === 'owner' && offer.transfer ? 'console-offer-transfer' : kinds[offer.role];
  const accept = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!document.activeElement || document.activeElement === document.body) {
      accept.current?.focus();
    }
  }, []);
  return (
    <div class="ring calls">
      <p>
        {say(kind, { library: offer.home })}{' '}
        <span class="time">{duration(talk.since.value + offer.seconds * 1000 - face.now.value)}</span>
      </p>
      <p class="words" dir="auto">
        {offer.summary}
      </p>
      <div class="row">
        <button type="button" class="main" ref={accept} onClick={() => void face.act(talk.contact, 'accept')}>
          {say('console-accept')}
        </button>
        <button type="button" onClick={() => void face.act(talk.contact, 'decline')}>
          {say('console-decline')}
        </button>
      </div>
    </div>
  );
}

/** What is known of the question, and what its library asks of whoever answers. */
function About({ face, talk }: { face: Face; talk: Talk }) {
  const { speech } = face;
  const say = speech.say.value;
  const offer = talk.offer.value;
  return (
    <details open={offer.policy !== ''}>
      <summary>{say('console-about')}</summary>
      <dl>
        <dt>{say('console-about-service')}</dt>
        <dd>{offer.service}</dd>
        <dt>{say('console-about-needs')}</dt>
        <dd>{needsInWords(offer.needs, speech.language.value, say)}</dd>
        {offer.policy && (
          <>
            <dt>{say('console-about-policy', { library: offer.home })}</dt>
            <dd class="words" dir="auto">
              <Linked text={offer.policy} />
            </dd>
          </>
        )}
        {offer.hops.length > 0 && (
          <>
            <dt>{say('console-about-hops')}</dt>
            <dd>{offer.hops.join(' → ')}</dd>
          </>
        )}
      </dl>
      {talk.phase.value === 'engaged' && (
        <button type="button" onClick={() => (face.dialog.value = { kind: 'before', talk })}>
          {say('console-before')}
        </button>
      )}
    </details>
  );
}

/** Text in which addresses of the web can be opened. */
export const Linked = ({ text }: { text: string }) => (
  <>
    {parts(text).map((part) =>
      part.link ? (
        <a href={part.link} target="_blank" rel="noopener noreferrer">
          {part.text}
        </a>
      ) : (
        part.text
      ),
    )}
  </>
);

function Lines(at: { face: Face; talk: Talk; lines: readonly Line[]; label: string; among: boolean }) {
  const say = at.face.speech.say.value;
  const box = useRef<HTMLDivElement>(null);
  const readsTheEnd = useRef(true);
  const drawn = useSignal(DRAWN);
  const last = at.lines.at(-1);
  useLayoutEffect(() => {
    if (box.current && (readsTheEnd.current || (last?.by === 'me' && last.state === 'sending'))) {
      box.current.scrollTop = box.current.scrollHeight;
    }
  }, [at.lines]);
  const scrolled = ({ currentTarget: of }: TargetedEvent<HTMLDivElement>) => {
    readsTheEnd.current = of.scrollHeight - of.scrollTop - of.clientHeight < AT_THE_END_PX;
  };
  const above = at.lines.length - drawn.value;
  return (
    <div class="lines" role="log" aria-label={at.label} tabIndex={0} ref={box} onScroll={scrolled}>
      {above > 0 && (
        <button type="button" onClick={() => (drawn.value += DRAWN)}>
          {say('console-lines-above', { count: above })}
        </button>
      )}
      <ol>
        {at.lines.slice(-drawn.value).map((line) => (
          <LineItem key={line.id} face={at.face} talk={at.talk} line={line} />
        ))}
      </ol>
      {!at.among && at.talk.typing.value && <p class="faint">{say('console-typing')}</p>}
    </div>
  );
}

/** Who said a line, in words. */
export function whoSaid(by: Line['by'] | 'aside', say: Say): string {
  return {
    patron: say('console-who-patron'),
    me: say('console-who-me'),
    operator: say('console-who-operator'),
    aside: say('console-who-aside'),
    desk: say('console-who-desk'),
    note: say('console-who-note'),
  }[by];
}

function LineItem({ face, talk, line }: { face: Face; talk: Talk; line: Line }) {
  const { speech } = face;
  const say = speech.say.value;
  const at = new Date(line.at);
  const who = whoSaid(line.by, say);
  const note = NOTES[line.code];
  return (
    <li class={`${line.by} ${line.state}`}>
      <p class="who">
        {who} <time dateTime={at.toISOString()}>{clock(speech.language.value, line.at)}</time>
      </p>
      <p class="words" dir="auto">
        <Linked text={note ? say(note) : line.text} />
      </p>
      {line.link && line.link !== line.text.trim() && (
        <p>
          <a href={line.link} target="_blank" rel="noopener noreferrer">
            {line.link}
          </a>
        </p>
      )}
      {line.by === 'me' && line.state !== 'refused' && (
        <p class="state">
          {say(line.state === 'sending' ? 'console-sending' : line.order <= talk.seenByPatron.value ? 'console-seen' : 'console-kept')}
        </p>
      )}
      {line.state === 'refused' && (
        <div class="row" role="alert">
          <span>{say('console-not-sent', { reason: line.reason })}</span>
          <button type="button" onClick={() => talk.again(line.id)}>
            {say('console-again')}
          </button>
        </div>
      )}
    </li>
  );
}

/** Where words are written: to the patron, or, apart and marked, among librarians. */
function Writing({ face, talk, among }: { face: Face; talk: Talk; among: boolean }) {
  const say = face.speech.say.value;
  const draft = among ? talk.aside : talk.draft;
  const over = draft.value.length - BODY_MAX_CHARS;
  const box = useRef<HTMLTextAreaElement>(null);
  const marked = useSignal(0);
  const id = among ? 'among' : 'to-patron';
  const search = !among && draft.value.startsWith('/') && !draft.value.includes('\n') ? draft.value.slice(1) : null;
  const found = search === null ? [] : face.scripts.search(search, talk.offer.value.service).slice(0, SCRIPTS_SHOWN_MAX);
  const chosen = found[Math.min(marked.value, found.length - 1)];
  const insert = (script: Script) => {
    talk.write(
      filled(script.words, {
        'patron.question': talk.offer.value.summary,
        operator: (face.account.who.value ?? '').split('@')[0] ?? '',
        library: face.library.name,
        service: talk.offer.value.service,
        time: clock(face.speech.language.value, face.now.value),
      }),
      false,
    );
    marked.value = 0;
    box.current?.focus();
  };
  const send = () => {
    if (search !== null && chosen) {
      insert(chosen);
    } else if (draft.value.trim() && over <= 0) {
      const words = draft.value;
      talk.write('', among);
      talk.say(words, among);
    }
    box.current?.focus();
  };
  const key = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.isComposing) {
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (search !== null && found.length > 0 && !event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      marked.value = (marked.value + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length;
    } else if (search !== null && event.key === 'Escape') {
      event.preventDefault();
      talk.write('', false);
    }
  };
  const lists = search !== null && found.length > 0;
  return (
    <form
      class={among ? 'writing' : 'writing to-patron'}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label for={id}>{say(among ? 'console-write-among' : 'console-write-patron')}</label>
      {search !== null && (
        <div class="scripts">
          {found.length === 0 && <p role="status">{say('console-no-scripts')}</p>}
          <ul id="scripts" role="listbox" aria-label={say('console-scripts')} hidden={found.length === 0}>
            {found.map((script) => (
              <li
                key={script.id}
                id={`script-${script.id}`}
                role="option"
                aria-selected={script === chosen}
                onClick={() => insert(script)}
              >
                <strong dir="auto">{script.name}</strong> <span class="faint">{say(SCOPES[script.scope])}</span>
                <span class="preview" dir="auto">
                  {script.words}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="row">
        <textarea
          id={id}
          ref={box}
          rows={among ? 2 : 3}
          dir="auto"
          value={draft.value}
          aria-invalid={over > 0}
          {...(lists && chosen
            ? { 'aria-controls': 'scripts', 'aria-autocomplete': 'list' as const, 'aria-activedescendant': `script-${chosen.id}` }
            : {})}
          onInput={(event) => {
            talk.write(event.currentTarget.value, among);
            marked.value = 0;
            if (!among && !event.currentTarget.value.startsWith('/')) {
              talk.types();
            }
          }}
          onKeyDown={key}
        />
        <button type="submit">{say(among ? 'console-send-among' : 'console-send-patron')}</button>
      </div>
      {!among && face.library.files && (
        <Attach
          link={face.account.link}
          to={talk.contact}
          rules={face.library.files}
          say={say}
          sent={(address) => talk.say(address, false)}
        />
      )}
      {over > 0 && <p role="alert">{say('console-too-long', { over })}</p>}
    </form>
  );
}

/** The talk with the patron as a file. */
function save(face: Face, talk: Talk): void {
  const { speech } = face;
  const say = speech.say.value;
  const text = talk.toPatron.value
    .filter((line) => line.state === 'kept')
    .map((line) => `${say('console-said-at', { who: whoSaid(line.by, say), at: new Date(line.at) })}\n${line.text}\n`)
    .join('\n');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = `${talk.label}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}
