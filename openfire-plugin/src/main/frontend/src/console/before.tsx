import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { condition } from '../common/xml';
import { Over, shut } from './dialogs';
import type { Face } from './face';
import type { Talk } from './talk';
import { Linked, whoSaid } from './talkview';
import * as wire from './wire';

/** What was said in the session that this patron had before. */
export function Before({ face, talk }: { face: Face; talk: Talk }) {
  const { account, speech } = face;
  const say = speech.say.value;
  const lines = useSignal<readonly wire.Recalled[] | null>(null);
  const more = useSignal(false);
  const wrong = useSignal('');
  const ask = () => {
    const last = lines.value?.at(-1)?.seq ?? 0;
    account.link.ask(
      wire.recall(talk.contact, last, true),
      (result) => {
        const page = wire.recalled(result);
        lines.value = [...(lines.value ?? []), ...page.lines];
        more.value = page.more && page.lines.length > 0;
      },
      (error) => {
        const why: Readonly<Record<string, string>> = {
          'not-allowed': say('console-before-hidden'),
          'item-not-found': say('console-before-none'),
        };
        wrong.value = why[(error && condition(error)) ?? ''] ?? say('console-before-failed');
      },
    );
  };
  useEffect(ask, []);
  const times = new Intl.DateTimeFormat(speech.language.value, { dateStyle: 'short', timeStyle: 'short' });
  return (
    <Over face={face} name={say('console-before')}>
      {lines.value ? (
        <div class="lines" role="region" aria-label={say('console-before')} tabIndex={0}>
          <ol>
            {lines.value.map((line) => (
              <li key={line.seq} class={line.by === 'aside' ? 'aside' : line.own ? 'me' : line.by}>
                <p class="who">
                  {whoSaid(line.own && line.by !== 'aside' ? 'me' : line.by, say)} <time dateTime={new Date(line.at).toISOString()}>{times.format(line.at)}</time>
                </p>
                <p class="words" dir="auto">
                  <Linked text={line.text} />
                </p>
              </li>
            ))}
          </ol>
        </div>
      ) : (
        <p role="status">{wrong.value || say('console-before-loading')}</p>
      )}
      <div class="row">
        {more.value && (
          <button type="button" onClick={ask}>
            {say('console-before-more')}
          </button>
        )}
        <button type="button" onClick={shut(face)}>
          {say('console-shut')}
        </button>
      </div>
    </Over>
  );
}
