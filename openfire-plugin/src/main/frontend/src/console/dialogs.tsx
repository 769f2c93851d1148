import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { begin, carryOut, CommandError, complete, type Step, type Values } from '../common/forms';
import { FormView, TableView } from '../common/formview';
import { browserStore } from '../common/storage';
import { Before } from './before';
import type { Dialog, Face } from './face';
import { KEYS } from './keys';
import type { Talk } from './talk';

/** Whoever types is not searched for at each key. */
const SEARCH_AFTER_MS = 400;
const TAGS_MAX = 8;
const RESOLUTIONS = ['answered', 'follow-up-by-me', 'follow-up-by-home-library', 'lost', 'practice'] as const;

/** What lies over the console, if anything does. */
export function Dialogs({ face }: { face: Face }) {
  const dialog = face.dialog.value;
  if (!dialog) {
    return null;
  }
  switch (dialog.kind) {
    case 'keys':
      return <Keys face={face} />;
    case 'handOver':
      return <HandOver face={face} talk={dialog.talk} how={dialog.how} />;
    case 'before':
      return <Before face={face} talk={dialog.talk} />;
    case 'close':
      return <Closing face={face} talk={dialog.talk} />;
    case 'command':
      return <Command key={`${dialog.to} ${dialog.node}`} face={face} dialog={dialog} />;
  }
}

/** A dialog; the focus goes back to where it was. */
export function Over({ face, name, children }: { face: Face; name: string; children: ComponentChildren }) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Before the next key comes: whoever closes by two keys presses the second at once.
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    return () => (before instanceof HTMLElement && before.isConnected ? before : document.getElementById('talk-title'))?.focus();
  }, []);
  return (
    <dialog ref={box} aria-labelledby={id} onClose={() => (face.dialog.value = null)}>
      <h2 id={id}>{name}</h2>
      {children}
    </dialog>
  );
}

export const shut = (face: Face) => () => (face.dialog.value = null);

function Keys({ face }: { face: Face }) {
  const say = face.speech.say.value;
  const words: Readonly<Record<string, string>> = {
    '?': say('console-key-keys'),
    j: say('console-key-next'),
    k: say('console-key-before'),
    a: say('console-key-accept'),
    d: say('console-key-decline'),
    c: say('console-key-claim'),
    r: say('console-key-reply'),
    n: say('console-key-among'),
    t: say('console-transfer'),
    o: say('console-consult'),
    g: say('console-add'),
    x: say('console-close'),
    p: say('console-pause'),
    Escape: say('console-key-escape'),
  };
  return (
    <Over face={face} name={say('console-keys')}>
      <p class="faint">{say('console-keys-hint')}</p>
      <dl class="keys">
        {KEYS.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words[key]}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>{say('console-key-scripts')}</dd>
        </div>
        <div>
          <dt>
            <kbd>Alt</kbd> <kbd>↓</kbd> <kbd>↑</kbd>
          </dt>
          <dd>{say('console-key-step')}</dd>
        </div>
      </dl>
      <button type="button" onClick={shut(face)}>
        {say('console-shut')}
      </button>
    </Over>
  );
}

/** Somebody who was found. */
interface Found {
  readonly operator: string;
  readonly duty: string;
  readonly sessions: string;
  readonly knows: string;
}

/** Words that are separated by commas. */
const list = (text: string): string[] => text.split(/[,،;\n]/).map((one) => one.trim()).filter(Boolean);

/** Hands a session over, or asks somebody beside: who is found by what they know, in all libraries. */
function HandOver({ face, talk, how }: { face: Face; talk: Talk; how: 'transfer' | 'consult' | 'add-colleague' }) {
  const { account, library, speech } = face;
  const say = speech.say.value;
  const id = useId();
  const needs = talk.offer.value.needs;
  const languages = useSignal(needs.languages.join(', '));
  const subjects = useSignal(needs.subjects.map((one) => one.name).join(', '));
  const summary = useSignal('');
  const to = useSignal('');
  const found = useSignal<readonly Found[] | null>(null);
  const notes = useSignal<readonly string[]>([]);
  const wrong = useSignal('');
  const asked = useRef(0);
  useEffect(() => {
    // Whatever was searched for before is not shown any more.
    const turn = ++asked.current;
    const timer = setTimeout(() => {
      carryOut(
        account.link,
        library.desk,
        'find',
        { language: list(languages.value), subject: list(subjects.value), 'on-duty': ['false'] },
        speech.language.value,
      )
        .then((done) => {
          if (turn === asked.current) {
            found.value = (done.form?.rows ?? []).map((row) => ({
              operator: row.get('operator') ?? '',
              duty: row.get('duty') ?? '',
              sessions: row.get('sessions') ?? '',
              knows: row.get('knows') ?? '',
            }));
            notes.value = done.form?.rows.length ? done.notes.slice(done.form.rows.length) : done.notes;
            wrong.value = '';
          }
        })
        .catch((error: unknown) => {
          if (turn === asked.current) {
            found.value = [];
            notes.value = [];
            wrong.value = why(error, face);
          }
        });
    }, SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [languages.value, subjects.value]);
  const name = { transfer: say('console-transfer'), consult: say('console-consult'), 'add-colleague': say('console-add') }[how];
  const hint = {
    transfer: say('console-hand-hint-transfer'),
    consult: say('console-hand-hint-consult'),
    'add-colleague': say('console-hand-hint-add'),
  }[how];
  const go = () => {
    const values = {
      language: list(languages.value),
      subject: list(subjects.value),
      to: to.value ? [to.value] : [],
      summary: summary.value.trim() ? [summary.value.trim()] : [],
    };
    carryOut(account.link, talk.contact, how, values, speech.language.value)
      .then(shut(face))
      .catch((error: unknown) => {
        wrong.value = why(error, face);
      });
  };
  return (
    <Over face={face} name={name}>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <p>{hint}</p>
        <div class="field">
          <label for={`${id}-languages`}>{say('console-hand-languages')}</label>
          <input id={`${id}-languages`} value={languages.value} dir="auto" onInput={(event) => (languages.value = event.currentTarget.value)} />
        </div>
        <div class="field">
          <label for={`${id}-subjects`}>{say('console-hand-subjects')}</label>
          <input id={`${id}-subjects`} value={subjects.value} dir="auto" onInput={(event) => (subjects.value = event.currentTarget.value)} />
        </div>
        <div class="field">
          <label for={`${id}-summary`}>{say('console-hand-summary')}</label>
          <input id={`${id}-summary`} value={summary.value} dir="auto" onInput={(event) => (summary.value = event.currentTarget.value)} />
        </div>
        <fieldset class="found">
          <legend>{say('console-hand-who')}</legend>
          <label class="check">
            <input type="radio" name="to" checked={to.value === ''} onChange={() => (to.value = '')} /> {say('console-hand-anybody')}
          </label>
          {talk.offer.value.hops.length > 0 && (
            <label class="check">
              <input type="radio" name="to" checked={to.value === 'back'} onChange={() => (to.value = 'back')} /> {say('console-hand-back')}
            </label>
          )}
          {found.value?.map((one) => (
            <label key={one.operator} class="check">
              <input type="radio" name="to" checked={to.value === one.operator} onChange={() => (to.value = one.operator)} />
              <span>
                <strong>{(one.operator.split('/')[0] ?? '').replace(/^[^.]+\./, '')}</strong> · {one.duty} · {say('console-hand-sessions', { sessions: one.sessions })}
                <br />
                <span class="faint" dir="auto">
                  {one.knows}
                </span>
              </span>
            </label>
          ))}
          <p role="status">{found.value === null ? say('console-hand-searching') : notes.value.join('\n')}</p>
        </fieldset>
        <p role="alert">{wrong.value}</p>
        <div class="row">
          <button type="submit">{name}</button>
          <button type="button" onClick={shut(face)}>
            {say('common-form-cancel')}
          </button>
        </div>
      </form>
    </Over>
  );
}

/** Closes a session: Enter takes what is chosen, which is what was chosen last; digits choose the READ value. */
function Closing({ face, talk }: { face: Face; talk: Talk }) {
  const say = face.speech.say.value;
  const id = useId();
  const last = browserStore(() => sessionStorage, 'crossdesk:read');
  const resolution = useSignal<string>('answered');
  const read = useSignal(last.get() ?? '');
  const tags = useSignal('');
  const wrong = useSignal('');
  const go = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => go.current?.focus(), []);
  const names = {
    answered: say('console-close-answered'),
    'follow-up-by-me': say('console-close-by-me'),
    'follow-up-by-home-library': say('console-close-by-home'),
    lost: say('console-close-lost'),
    practice: say('console-close-practice'),
  };
  const close = () => {
    last.set(read.value);
    const values: Values = {
      resolution: [resolution.value],
      read: read.value ? [read.value] : [],
      tags: list(tags.value).slice(0, TAGS_MAX),
    };
    carryOut(face.account.link, talk.contact, 'close', values, face.speech.language.value)
      .then(shut(face))
      .catch((error: unknown) => {
        wrong.value = why(error, face);
      });
  };
  return (
    <Over face={face} name={say('console-close')}>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          close();
        }}
        onKeyDown={(event) => {
          const typing = event.target instanceof HTMLInputElement && event.target.type === 'text';
          if (!typing && /^[1-6]$/.test(event.key)) {
            read.value = event.key;
          }
        }}
      >
        <fieldset>
          <legend>{say('console-close-how')}</legend>
          {RESOLUTIONS.map((one) => (
            <label key={one} class="check">
              <input type="radio" name="resolution" checked={resolution.value === one} onChange={() => (resolution.value = one)} /> {names[one]}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{say('console-close-read')}</legend>
          <div class="row">
            {['', '1', '2', '3', '4', '5', '6'].map((one) => (
              <label key={one} class="check">
                <input type="radio" name="read" checked={read.value === one} onChange={() => (read.value = one)} />{' '}
                {one || say('console-close-no-read')}
              </label>
            ))}
          </div>
        </fieldset>
        <div class="field">
          <label for={id}>{say('console-close-tags')}</label>
          <input id={id} type="text" value={tags.value} dir="auto" onInput={(event) => (tags.value = event.currentTarget.value)} />
        </div>
        <p role="alert">{wrong.value}</p>
        <div class="row">
          <button type="submit" ref={go}>
            {say('console-close')}
          </button>
          <button type="button" onClick={shut(face)}>
            {say('common-form-cancel')}
          </button>
        </div>
      </form>
    </Over>
  );
}

/** What stands in the way, in words. */
const why = (error: unknown, face: Face): string =>
  error instanceof CommandError && error.message ? error.message : face.speech.say.value('console-not-answered');

/** A command of the desk or of a session, as its form says. */
function Command({ face, dialog }: { face: Face; dialog: Dialog & { kind: 'command' } }) {
  const { account, speech } = face;
  const say = speech.say.value;
  const step = useSignal<Step | null>(null);
  const wrong = useSignal('');
  const busy = useSignal(true);
  const goOn = (next: Promise<Step>) => {
    busy.value = true;
    next
      .then((done) => {
        step.value = done;
        wrong.value = '';
        if (done.done && dialog.node === 'my-script') {
          face.scripts.load();
        }
      })
      .catch((error: unknown) => (wrong.value = why(error, face)))
      .finally(() => (busy.value = false));
  };
  useEffect(() => goOn(begin(account.link, dialog.to, dialog.node, speech.language.value)), []);
  const now = step.value;
  const names: Readonly<Record<string, string>> = {
    'follow-ups': say('console-follow-ups'),
    'my-profile': say('console-my-profile'),
    'my-script': say('console-my-scripts'),
  };
  return (
    <Over face={face} name={names[dialog.node] ?? dialog.node}>
      {now && !now.done && now.form ? (
        <FormView
          form={now.form}
          say={say}
          busy={busy.value}
          wrong={wrong.value}
          submit={(values) => goOn(complete(account.link, dialog.to, now, values, speech.language.value))}
          cancel={shut(face)}
        />
      ) : (
        <>
          {now?.form && now.form.columns.length > 0 && <TableView form={now.form} caption={now.form.title} />}
          {now?.notes.map((note) => (
            <p key={note} role="status" dir="auto">
              {note}
            </p>
          ))}
          <p role="alert">{wrong.value}</p>
          <button type="button" onClick={shut(face)}>
            {say('console-shut')}
          </button>
        </>
      )}
    </Over>
  );
}
