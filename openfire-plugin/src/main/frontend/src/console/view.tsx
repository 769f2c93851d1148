import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { begin } from '../common/forms';
import { LanguageChoice, LogIn, standingInWords } from '../common/login';
import { browserStore } from '../common/storage';
import { duration } from './alerts';
import { Dialogs } from './dialogs';
import type { Duty, Waiting } from './desk';
import { needsInWords, type Face } from './face';
import { pause } from './keys';
import type { Talk } from './talk';
import { TalkView } from './talkview';

/** The console, whole. */
export function Console({ face }: { face: Face }) {
  const { account, speech, library } = face;
  const say = speech.say.value;
  if (!account.isIn.value) {
    return (
      <>
        <LogIn account={account} domain={library.domain} title={say('console-title', { library: library.name })} say={say} />
        <footer class="row">
          <LanguageChoice speech={face.speech} />
        </footer>
      </>
    );
  }
  return (
    <>
      <Head face={face} />
      <Standing face={face} />
      <div class="floor">
        <nav aria-label={say('console-work')}>
          <Duties face={face} />
          <WaitingList face={face} />
          <Sessions face={face} />
        </nav>
        <main>
          {face.desk.shown.value ? (
            <TalkView key={face.desk.shown.value.contact} face={face} talk={face.desk.shown.value} />
          ) : (
            <p class="empty">{say(face.desk.onDuty.value ? 'console-empty-on-duty' : 'console-empty')}</p>
          )}
        </main>
      </div>
      <Dialogs face={face} />
    </>
  );
}

function Head({ face }: { face: Face }) {
  const { alerts, account, desk, speech, library } = face;
  const say = speech.say.value;
  return (
    <header>
      <h1>{say('console-title', { library: library.name })}</h1>
      <details class="menu">
        <summary>{say('console-menu', { account: account.who.value ?? '' })}</summary>
        <div
          onClick={(event) => {
            if (event.target instanceof HTMLButtonElement) {
              event.currentTarget.parentElement?.removeAttribute('open');
            }
          }}
        >
          <label class="check">
            <input type="checkbox" checked={alerts.sound.value} onChange={(event) => alerts.setSound(event.currentTarget.checked)} />{' '}
            {say('console-sound')}
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={alerts.desktop.value}
              onChange={(event) => void alerts.setDesktop(event.currentTarget.checked)}
            />{' '}
            {say('console-desktop')}
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={face.keys.value}
              onChange={(event) => {
                face.keys.value = event.currentTarget.checked;
                browserStore(() => localStorage, 'crossdesk:keys').set(face.keys.value ? 'on' : 'off');
              }}
            />{' '}
            {say('console-single-keys')}
          </label>
          <LanguageChoice speech={face.speech} />
          <button type="button" onClick={() => (face.dialog.value = { kind: 'command', to: library.desk, node: 'follow-ups' })}>
            {say('console-follow-ups')}
          </button>
          <button type="button" onClick={() => (face.dialog.value = { kind: 'command', to: library.desk, node: 'my-profile' })}>
            {say('console-my-profile')}
          </button>
          <button type="button" onClick={() => (face.dialog.value = { kind: 'command', to: library.desk, node: 'my-script' })}>
            {say('console-my-scripts')}
          </button>
          <button type="button" onClick={() => (face.dialog.value = { kind: 'keys' })}>
            {say('console-keys')}
          </button>
          <button
            type="button"
            onClick={() => {
              desk.duties.value.filter((duty) => duty.state !== 'off').forEach((duty) => desk.go(duty.service, false));
              account.logOut();
            }}
          >
            {say('console-log-out')}
          </button>
        </div>
      </details>
    </header>
  );
}

/** How it stands with the link and the desk, and what there is to tell. */
function Standing({ face }: { face: Face }) {
  const { account, desk, speech } = face;
  const say = speech.say.value;
  const link = standingInWords(account.link.standing.value, say);
  const elsewhere = desk.takenOver.value || account.link.standing.value === 'replaced';
  return (
    <div class="standing">
      <p role="status" class={link || elsewhere ? 'bad' : ''}>
        {elsewhere ? say('common-replaced') : link}
      </p>
      {elsewhere && (
        <button type="button" onClick={() => (account.link.standing.value === 'up' ? desk.up() : account.link.open())}>
          {say('console-take-back')}
        </button>
      )}
      {desk.refused.value !== null && <p role="alert">{say('console-refused', { reason: desk.refused.value })}</p>}
      <p role="status" class="news" dir="auto">
        {face.news.value}
      </p>
      <p role="status" class="news" dir="auto">
        {desk.whisper.value}
      </p>
    </div>
  );
}

function Duties({ face }: { face: Face }) {
  const { desk, speech } = face;
  const say = speech.say.value;
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">{say('console-duty')}</h2>
      <ul>
        {desk.duties.value.map((duty) => (
          <DutyItem key={duty.service} face={face} duty={duty} />
        ))}
      </ul>
      {desk.ready.value && desk.duties.value.length === 0 && <p class="faint">{say('console-no-duties')}</p>}
      <label class="check">
        <input type="checkbox" checked={desk.paused.value} onClick={() => pause(face)} /> {say('console-pause')}
      </label>
      <Capacity face={face} />
    </section>
  );
}

/** How many sessions the operator takes at a time. */
function Capacity({ face }: { face: Face }) {
  const { account, desk, library, speech } = face;
  const now = useSignal('');
  const ready = desk.ready.value;
  useEffect(() => {
    if (ready) {
      begin(account.link, library.desk, 'duty', speech.language.value)
        .then((step) => (now.value = step.form?.fields.find((field) => field.name === 'capacity')?.values[0] ?? ''))
        // Without the number there is nothing to change.
        .catch(() => (now.value = ''));
    }
  }, [ready]);
  return now.value === '' ? null : (
    <label class="check">
      {speech.say.value('console-capacity')}
      <input
        type="number"
        min={1}
        value={now.value}
        onChange={(event) => void face.act(library.desk, 'duty', { service: [], capacity: [event.currentTarget.value] })}
      />
    </label>
  );
}

function DutyItem({ face, duty }: { face: Face; duty: Duty }) {
  const say = face.speech.say.value;
  const people = Array.from(duty.people.values()).filter((one) => one.capacity !== null);
  return (
    <li>
      <label class="check">
        <input
          type="checkbox"
          checked={duty.state !== 'off'}
          onClick={(event) => face.desk.go(duty.service, event.currentTarget.checked)}
        />
        <span dir="auto">{duty.name}</span>
      </label>
      {duty.state === 'entering' && <p class="faint">{say('console-entering')}</p>}
      {duty.why !== null && <p class="faint">{say('console-not-in', { reason: duty.why })}</p>}
      {duty.state === 'on' && (
        <details>
          <summary>{say('console-beside', { count: people.length })}</summary>
          <ul class="people">
            {people.map((one) => (
              <li key={one.nick}>
                <span dir="auto">{one.nick}</span>{' '}
                {say(one.away ? 'console-load-away' : 'console-load', { load: one.load ?? 0, capacity: one.capacity ?? 0 })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function WaitingList({ face }: { face: Face }) {
  const { desk, speech } = face;
  const say = speech.say.value;
  const waiting = desk.waiting.value;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{say('console-waiting', { count: waiting.filter((one) => one.by === null).length })}</h2>
      <ul>
        {waiting.map((one) => (
          <WaitingItem key={`${one.room} ${one.number}`} face={face} waiting={one} />
        ))}
      </ul>
    </section>
  );
}

function WaitingItem({ face, waiting }: { face: Face; waiting: Waiting }) {
  const { speech } = face;
  const say = speech.say.value;
  return (
    <li class="card">
      <p class="words" dir="auto">
        {waiting.text}
      </p>
      <p class="faint">
        <span dir="auto">{waiting.service}</span> · {needsInWords(waiting.needs, speech.language.value, say)} ·{' '}
        <Since face={face} since={waiting.since} />
      </p>
      {waiting.by === null ? (
        <button type="button" onClick={() => face.desk.claim(waiting)}>
          {say('console-claim')}
        </button>
      ) : (
        <p role="status">{say('console-claimed', { by: waiting.by })}</p>
      )}
    </li>
  );
}

/** How long something has taken until now. */
export const Since = ({ face, since }: { face: Face; since: number }) => (
  <span class="time">{duration(face.now.value - since)}</span>
);

function Sessions({ face }: { face: Face }) {
  const { desk, speech } = face;
  const say = speech.say.value;
  const talks = desk.talks.value;
  const now = talks.filter((talk) => !talk.later.value);
  const later = talks.filter((talk) => talk.later.value);
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" tabIndex={-1}>
        {say('console-sessions', { count: now.length })}
      </h2>
      <ul>
        {now.map((talk) => (
          <SessionItem key={talk.contact} face={face} talk={talk} />
        ))}
      </ul>
      {later.length > 0 && (
        <>
          <h3>{say('console-later', { count: later.length })}</h3>
          <ul>
            {later.map((talk) => (
              <SessionItem key={talk.contact} face={face} talk={talk} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function SessionItem({ face, talk }: { face: Face; talk: Talk }) {
  const { desk, speech } = face;
  const say = speech.say.value;
  const shown = desk.shown.value === talk;
  const phase = talk.phase.value;
  const waits = talk.waitsSince.value;
  const item = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (shown) {
      item.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [shown]);
  return (
    <li>
      <button
        type="button"
        ref={item}
        class={`session ${phase} ${phase === 'ringing' ? 'calls' : ''}`}
        aria-current={shown}
        onClick={() => desk.look(talk)}
      >
        <span class="first">
          <strong>{say('console-patron', { label: talk.label })}</strong> <span>{talk.offer.value.home}</span>
          {talk.unread.value > 0 && <span class="badge">{say('console-unread', { count: talk.unread.value })}</span>}
        </span>
        <span class="second" dir="auto">
          {talk.offer.value.summary}
        </span>
        <span class="third">
          {phase === 'ringing' && <span>{say('console-rings')}</span>}
          {phase === 'over' && <span>{say('console-over')}</span>}
          {phase === 'engaged' && talk.role.value !== 'owner' && <span>{say(talk.role.value === 'colleague' ? 'console-as-colleague' : 'console-as-consultant')}</span>}
          {phase === 'engaged' && !talk.patronThere.value && <span>{say('console-patron-gone')}</span>}
          {talk.handing.value !== null && <span>{say('console-handing')}</span>}
          {talk.typing.value && <span>{say('console-typing')}</span>}
          {waits !== null ? (
            <span>
              {say('console-patron-waits')} <Since face={face} since={waits} />
            </span>
          ) : (
            phase !== 'over' && <Since face={face} since={talk.since.value} />
          )}
        </span>
      </button>
    </li>
  );
}
