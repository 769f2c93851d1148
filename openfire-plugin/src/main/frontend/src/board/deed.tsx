import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Form, Step, Values } from '../common/forms';
import { FormView } from '../common/formview';
import type { Face, Deed } from './face';
import { Words } from './parts';

/** What a service would be is shown before it is made so: by the command's own field. */
const CHECK = 'check';
const LOOKED_AT = 'service';

/** The command that is open, in a dialog. */
export function DeedView({ face }: { face: Face }) {
  const box = useRef<HTMLDialogElement>(null);
  const back = useRef<Element | null>(null);
  const deed = face.deed.value;
  useEffect(() => {
    if (deed) {
      back.current = document.activeElement;
      box.current?.showModal();
    } else if (back.current instanceof HTMLElement) {
      back.current.focus();
      back.current = null;
    }
  }, [deed]);
  return deed ? (
    <dialog ref={box} aria-label={deed.title} onCancel={() => (face.deed.value = null)}>
      <Doing face={face} deed={deed} close={() => (face.deed.value = null)} />
    </dialog>
  ) : null;
}

function Doing({ face, deed, close }: { face: Face; deed: Deed; close: () => void }) {
  const { board, speech } = face;
  const say = speech.say.value;
  const step = useSignal<Step | null>(null);
  const form = useSignal<Form | null>(null);
  const wrong = useSignal('');
  const busy = useSignal(true);
  /** What it would be, and the values of which that was said. */
  const seen = useSignal<{ readonly notes: readonly string[]; readonly values: Values | null } | null>(null);
  const result = useRef<HTMLDivElement>(null);
  const whole = useRef<HTMLDivElement>(null);

  const done = (last: Step) => {
    face.news.value = last.notes.join('\n');
    board.changed();
    close();
  };
  const guarded = async (act: () => Promise<void>) => {
    busy.value = true;
    wrong.value = '';
    try {
      await act();
    } catch (error) {
      wrong.value = board.words(error);
    }
    busy.value = false;
  };

  useEffect(() => {
    void guarded(async () => {
      const first = await board.begin(deed.node);
      if (first.done) {
        done(first);
        return;
      }
      step.value = first;
      form.value = first.form && filled(first.form, deed.preset);
      if (deed.node === LOOKED_AT && deed.preset['name']) {
        const now = await board.run(LOOKED_AT, { ...deed.preset, [CHECK]: ['true'] });
        seen.value = { notes: now.notes, values: null };
      }
    });
  }, []);

  const submit = (values: Values) => {
    const before = step.value;
    if (!before || busy.value) {
      return;
    }
    void guarded(async () => {
      if (deed.node === LOOKED_AT) {
        const preview = await board.run(LOOKED_AT, { ...values, [CHECK]: ['true'] });
        seen.value = { notes: preview.notes, values };
        result.current?.focus();
        return;
      }
      done(await board.complete(before, values));
    });
  };
  const keep = (values: Values) => void guarded(async () => done(await board.run(LOOKED_AT, { ...values, [CHECK]: ['false'] })));

  const shown = form.value;
  useEffect(() => whole.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), [shown]);
  const preview = seen.value;
  return (
    <div ref={whole}>
      {!shown && <p role="status">{busy.value ? say('board-loading') : ''}</p>}
      {!shown && wrong.value && (
        <>
          <p role="alert" dir="auto">
            {wrong.value}
          </p>
          <button type="button" onClick={close}>
            {say('common-form-cancel')}
          </button>
        </>
      )}
      {preview && (
        <div ref={result} tabIndex={-1} class="preview">
          <Words notes={preview.notes} />
          {preview.values && (
            <button type="button" class="main" aria-disabled={busy.value} onClick={() => preview.values && !busy.value && keep(preview.values)}>
              {say('board-keep')}
            </button>
          )}
        </div>
      )}
      {shown && (
        <FormView
          form={shown}
          say={say}
          busy={busy.value}
          wrong={wrong.value}
          send={deed.node === LOOKED_AT ? say('board-preview') : say('common-form-send')}
          submit={submit}
          cancel={close}
        />
      )}
    </div>
  );
}

/** The form with what is chosen already, and without what the dialog asks in its own way. */
function filled(form: Form, preset: Values): Form {
  return {
    ...form,
    fields: form.fields.filter((field) => field.name !== CHECK).map((field) => ({ ...field, values: preset[field.name] ?? field.values })),
  };
}
