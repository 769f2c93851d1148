import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { canLogIn, type Account } from './account';
import { languageName, type Speech } from './speech';
import type { Say } from './texts';

/** Where somebody logs in. */
export function LogIn({ account, domain, title, say }: { account: Account; domain: string; title: string; say: Say }) {
  const tried = useSignal(false);
  const name = useRef<HTMLInputElement>(null);
  const standing = account.link.standing.value;
  useEffect(() => name.current?.focus(), []);
  const wrong = tried.value && standing === 'refused';
  return (
    <main class="login">
      <h1>{title}</h1>
      {canLogIn() ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            const form = new FormData(event.currentTarget);
            tried.value = true;
            account.logIn(said(form, 'name'), said(form, 'password'));
          }}
        >
          <label for="name">{say('common-login-name')}</label>
          <input
            id="name"
            name="name"
            ref={name}
            autocomplete="username"
            autocapitalize="none"
            spellcheck={false}
            required
            dir="auto"
            aria-describedby="hint"
            aria-invalid={wrong}
          />
          <p id="hint">{say('common-login-hint', { domain })}</p>
          <label for="password">{say('common-login-password')}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required aria-invalid={wrong} />
          <button type="submit">{say('common-login-go')}</button>
          <p role="alert">{wrong ? say('common-login-wrong') : ''}</p>
          <p role="status">{account.who.value !== null ? standingInWords(standing, say) : ''}</p>
        </form>
      ) : (
        <p role="alert">{say('common-login-insecure')}</p>
      )}
    </main>
  );
}

const said = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** How the link stands, where that is worth saying. */
export function standingInWords(standing: Account['link']['standing']['value'], say: Say): string {
  switch (standing) {
    case 'connecting':
      return say('common-connecting');
    case 'interrupted':
      return say('common-interrupted');
    case 'unreachable':
      return say('common-unreachable');
    case 'replaced':
      return say('common-replaced');
    default:
      return '';
  }
}

/** Where the language is chosen. */
export function LanguageChoice({ speech }: { speech: Speech }) {
  return (
    <label class="check">
      {speech.say.value('common-language')}
      <select value={speech.language.value} onChange={(event) => void speech.choose(event.currentTarget.value)}>
        {speech.languages.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
    </label>
  );
}
