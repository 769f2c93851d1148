import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren, TargetedEvent, TargetedKeyboardEvent } from 'preact';
import { Attach } from '../common/attach';
import type { Link as ServerLink, Standing } from '../common/link';
import { parts } from '../common/parts';
import { clock, type Say } from '../common/texts';
import { card } from './card';
import { reachedAt, type Conversation, type Line } from './conversation';
import type { Host } from './host';
import { inLanguage, type Service, type Wishes } from './page';
import { Survey } from './survey';
import { transcript, who } from './transcript';

/** What the server takes of one message, unless it is set to take less. */
const BODY_MAX_CHARS = 20_000;
const WHERE_MAX_CHARS = 200;
/** So near to the end the reader is taken to read there. */
const AT_THE_END_PX = 80;

/** What the page is made from. */
export interface Face {
  readonly service: Service;
  readonly wishes: Wishes;
  readonly conversation: Conversation;
  readonly link: ServerLink;
  readonly standing: ReadonlySignal<Standing>;
  readonly host: Host;
  readonly language: ReadonlySignal<string>;
  readonly say: ReadonlySignal<Say>;
  readonly languages: readonly string[];
  choose(language: string): void;
  connect(): void;
}

/** What stands in the way, or how it stands, in words. */
function news({ service, conversation, standing, say }: Face): string {
  const speak = say.value;
  const link = standing.value;
  if (service.standing === 'none') {
    return speak('ask-no-service');
  }
  if (link === 'refused') {
    return speak('ask-no-guests');
  }
  if (link === 'unreachable') {
    return speak('ask-unreachable');
  }
  if (link === 'interrupted') {
    return speak('ask-interrupted');
  }
  if (conversation.rated.value) {
    return speak('ask-rated');
  }
  if (conversation.left.value) {
    return speak('ask-left');
  }
  if (conversation.ended.value) {
    return speak('ask-ended');
  }
  if (conversation.later.value) {
    return speak('ask-later');
  }
  const place = conversation.place.value;
  if (place) {
    const minutes = place.waitSeconds === null ? null : Math.max(1, Math.round(place.waitSeconds / 60));
    return minutes === null
      ? speak('ask-place', { before: place.number - 1 })
      : speak('ask-place-and-wait', { before: place.number - 1, minutes });
  }
  if (conversation.begun.value) {
    return link === 'connecting' ? speak('ask-connecting') : '';
  }
  return before(service, speak);
}

function before(service: Service, speak: Say): string {
  switch (service.standing) {
    case 'busy':
      return speak('ask-busy');
    case 'away':
      return speak('ask-away');
    case 'closed':
      return service.until ? speak('ask-closed-until', { until: service.until }) : speak('ask-closed');
    default:
      return speak('ask-opened');
  }
}

const refusal = (line: Line, say: Say): string => {
  switch (line.reason) {
    case 'item-not-found':
      return say('ask-no-service');
    case 'forbidden':
      return say('ask-refused-members');
    case 'resource-constraint':
      return say('ask-refused-full');
    default:
      return say('ask-refused-other');
  }
};

const Link = ({ to, label, children }: { to: string; label?: string; children: ComponentChildren }) => (
  <a href={to} target="_blank" rel="noopener noreferrer" aria-label={label}>
    {children}
  </a>
);

/** A page that the librarian shows. It is opened by the patron, and by nobody else. */
function Page({ address, say }: { address: string; say: Say }) {
  const page = card(address);
  return (
    page && (
      <div class="card">
        <p>{say('ask-page')}</p>
        <p dir="ltr">
          <b>{page.host}</b>
          {page.path}
        </p>
        <Link to={page.address} label={`${say('ask-open')}: ${page.host}`}>
          {say('ask-open')}
        </Link>
      </div>
    )
  );
}

function Said({ line, face }: { line: Line; face: Face }) {
  const say = face.say.value;
  const at = new Date(line.at);
  const address = reachedAt(line);
  const page = line.by !== 'patron' && card(line.link);
  return (
    <li class={line.by}>
      <p class="who">
        {who(line, say)} <time dateTime={at.toISOString()}>{clock(face.language.value, line.at)}</time>
      </p>
      {(!page || line.link !== line.text.trim()) && (
        <p class="words" dir="auto">
          {address === null
            ? parts(line.text).map((part) => (part.link ? <Link to={part.link}>{part.text}</Link> : part.text))
            : say('ask-reach-me', { address })}
        </p>
      )}
      {page && line.link && <Page address={line.link} say={say} />}
      {line.by === 'patron' && <p class="state">{say(line.state === 'kept' ? 'ask-kept' : 'ask-sending')}</p>}
    </li>
  );
}

function Refused({ line, face }: { line: Line; face: Face }) {
  const say = face.say.value;
  return (
    <li class="patron refused">
      <p class="words" dir="auto">
        {line.text}
      </p>
      <p class="state">{say('ask-not-taken', { reason: refusal(line, say) })}</p>
      <button type="button" onClick={() => face.conversation.again(line.id)}>
        {say('ask-again')}
      </button>
    </li>
  );
}

function Lines({ face }: { face: Face }) {
  const { conversation } = face;
  const box = useRef<HTMLDivElement>(null);
  const readsTheEnd = useRef(true);
  const say = face.say.value;
  const own = conversation.lines.value.at(-1)?.by === 'patron';
  useLayoutEffect(() => {
    if (box.current && (own || readsTheEnd.current)) {
      box.current.scrollTop = box.current.scrollHeight;
    }
  });
  const scrolled = ({ currentTarget: at }: TargetedEvent<HTMLDivElement>) => {
    readsTheEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < AT_THE_END_PX;
  };
  return (
    <div class="lines" role="log" aria-label={say('ask-lines')} tabIndex={0} ref={box} onScroll={scrolled}>
      <ol>
        {face.wishes.greeting && (
          <li class="desk">
            <p class="words" dir="auto">
              {face.wishes.greeting}
            </p>
          </li>
        )}
        {conversation.lines.value.map((line) =>
          line.state === 'refused' ? <Refused key={line.id} line={line} face={face} /> : <Said key={line.id} line={line} face={face} />,
        )}
      </ol>
      {conversation.typing.value && <p class="typing">{say('ask-typing')}</p>}
    </div>
  );
}

const ABOUT: Readonly<Record<string, string>> = {
  name: 'ask-about-name',
  email: 'ask-about-email',
  phone: 'ask-about-phone',
  class: 'ask-about-class',
};

function label(name: string, required: boolean, say: Say): string {
  const field = say(ABOUT[name] ?? name);
  return required ? field : say('ask-about-optional', { field });
}

function Writing({ face }: { face: Face }) {
  const { conversation } = face;
  const draft = useSignal('');
  const where = useSignal('');
  const about = useSignal<Readonly<Record<string, string>>>({});
  const box = useRef<HTMLTextAreaElement>(null);
  const say = face.say.value;
  const over = draft.value.length - BODY_MAX_CHARS;
  const nobody = face.service.standing === 'closed' || face.service.standing === 'away';
  const canLeave = nobody && !conversation.answered.value && !conversation.later.value;
  const asks = conversation.begun.value ? [] : face.service.asks;
  const lacking = useSignal<string | null>(null);
  const send = () => {
    lacking.value = draft.value.trim() ? (asks.find(({ name, required }) => required && !about.value[name])?.name ?? null) : null;
    if (lacking.value) {
      document.getElementById(`about-${lacking.value}`)?.focus();
      return;
    }
    if (draft.value.trim() && over <= 0) {
      conversation.say(draft.value, asks.length && Object.keys(about.value).length ? about.value : undefined);
      draft.value = '';
      face.host.tell('open');
    }
    if (canLeave && where.value.trim() && conversation.begun.value) {
      conversation.answerLater(where.value.trim());
      where.value = '';
    }
    box.current?.focus();
  };
  const key = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {asks.map(({ name, required }) => (
        <p key={name}>
          <label for={`about-${name}`}>{label(name, required, say)}</label>
          <input
            id={`about-${name}`}
            dir="auto"
            autocomplete={name === 'phone' ? 'tel' : name === 'class' ? 'off' : (name as 'name' | 'email')}
            maxLength={WHERE_MAX_CHARS}
            aria-required={required}
            aria-invalid={lacking.value === name}
            aria-describedby={lacking.value === name ? 'lacking' : undefined}
            value={about.value[name] ?? ''}
            onInput={({ currentTarget: { value } }) => {
              const all = Object.entries({ ...about.value, [name]: value.trim() });
              about.value = Object.fromEntries(all.filter(([, said]) => said));
            }}
          />
        </p>
      ))}
      {lacking.value && (
        <p role="alert" id="lacking">
          {say('ask-about-lacking', { field: label(lacking.value, true, say) })}
        </p>
      )}
      <label for="words">{say('ask-write')}</label>
      <div class="row">
        <textarea
          id="words"
          ref={box}
          rows={2}
          dir="auto"
          value={draft.value}
          aria-describedby="news"
          aria-invalid={over > 0}
          onFocus={() => face.connect()}
          onInput={(event) => {
            draft.value = event.currentTarget.value;
            conversation.types();
          }}
          onKeyDown={key}
        />
        <button type="submit">{say('ask-send')}</button>
      </div>
      {face.service.files && conversation.open.value && (
        <Attach
          link={face.link}
          to={conversation.service}
          rules={face.service.files}
          say={say}
          sent={(address) => conversation.sentFile(address)}
        />
      )}
      {canLeave && (
        <>
          <label for="where">{say('ask-reach')}</label>
          <input
            id="where"
            dir="auto"
            autocomplete="email"
            maxLength={WHERE_MAX_CHARS}
            aria-describedby="why"
            value={where.value}
            onInput={(event) => (where.value = event.currentTarget.value)}
          />
          <p id="why">{say('ask-reach-why')}</p>
        </>
      )}
      {over > 0 && <p role="alert">{say('ask-too-long', { over })}</p>}
    </form>
  );
}

function Foot({ face }: { face: Face }) {
  const { conversation } = face;
  const sure = useRef<HTMLDialogElement>(null);
  const say = face.say.value;
  const names = (tag: string) => new Intl.DisplayNames([tag], { type: 'language' }).of(tag);
  return (
    <footer>
      {conversation.begun.value ? (
        <>
          <button type="button" onClick={() => save(face)}>
            {say('ask-save')}
          </button>
          <button type="button" onClick={() => sure.current?.showModal()}>
            {say('ask-leave')}
          </button>
        </>
      ) : (
        <p>{say('ask-privacy')}</p>
      )}
      <label>
        {say('ask-language')}{' '}
        <select value={face.language.value} onChange={(event) => face.choose(event.currentTarget.value)}>
          {face.languages.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {names(tag)}
            </option>
          ))}
        </select>
      </label>
      <dialog ref={sure} aria-labelledby="sure">
        <p id="sure">{say(conversation.later.value ? 'ask-leave-later' : 'ask-leave-sure')}</p>
        <button type="button" onClick={() => sure.current?.close()}>
          {say('ask-leave-no')}
        </button>{' '}
        <button
          type="button"
          onClick={() => {
            sure.current?.close();
            conversation.leave();
            document.getElementById('words')?.focus();
          }}
        >
          {say('ask-leave-yes')}
        </button>
      </dialog>
    </footer>
  );
}

function save(face: Face): void {
  const say = face.say.value;
  const name = inLanguage(face.service.names, face.language.value);
  const file = new Blob([transcript(face.conversation.lines.value, name, say)], { type: 'text/plain;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${say('ask-file-name')}.txt`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The patron's page, whole. */
export function Ask({ face }: { face: Face }) {
  const say = face.say.value;
  const language = face.language.value;
  const none = face.service.standing === 'none';
  useEffect(() => {
    const hide = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) {
        face.host.tell('hide');
      }
    };
    addEventListener('keydown', hide);
    return () => removeEventListener('keydown', hide);
  }, []);
  return (
    <>
      <header>
        <div>
          <h1 dir="auto">{inLanguage(face.service.names, language) || say('ask-library')}</h1>
          <p dir="auto">{inLanguage(face.service.descriptions, language)}</p>
        </div>
        {face.host.within && (
          <button type="button" onClick={() => face.host.tell('hide')}>
            {say('ask-hide')}
          </button>
        )}
      </header>
      <main>
        {!none && <Lines face={face} />}
        <p id="news" role="status">
          {news(face)}
        </p>
        {face.conversation.over.value && <Survey face={face} />}
        {!none && <Writing face={face} />}
      </main>
      <Foot face={face} />
    </>
  );
}
