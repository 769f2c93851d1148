import { useSignal } from '@preact/signals';
import type { Face } from './view';

const STARS = [1, 2, 3, 4, 5];
const WORDS_MAX_CHARS = 1_000;

/** Asks how it was, once a conversation is over. */
export function Survey({ face }: { face: Face }) {
  const { conversation } = face;
  const say = face.say.value;
  const stars = useSignal(0);
  const words = useSignal('');
  const failed = useSignal(false);
  const numbers = new Intl.NumberFormat(face.language.value);
  return (
    <form
      class="survey"
      onSubmit={(event) => {
        event.preventDefault();
        failed.value = false;
        conversation.rate(stars.value, words.value.trim(), () => (failed.value = true));
      }}
    >
      <fieldset>
        <legend>{say('ask-survey')}</legend>
        <div class="row">
          {STARS.map((one) => (
            <label key={one}>
              <input type="radio" name="stars" required checked={stars.value === one} onChange={() => (stars.value = one)} />{' '}
              {numbers.format(one)}
            </label>
          ))}
        </div>
      </fieldset>
      <label for="survey">{say('ask-survey-words')}</label>
      <textarea
        id="survey"
        rows={2}
        dir="auto"
        maxLength={WORDS_MAX_CHARS}
        value={words.value}
        onInput={(event) => (words.value = event.currentTarget.value)}
      />
      {failed.value && <p role="alert">{say('ask-survey-failed')}</p>}
      <div class="row">
        <button type="submit">{say('ask-survey-send')}</button>
        <button type="button" onClick={() => conversation.notRated()}>
          {say('ask-survey-no')}
        </button>
      </div>
    </form>
  );
}
