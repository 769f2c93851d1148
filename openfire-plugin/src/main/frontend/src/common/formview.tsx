import { useId, useRef } from 'preact/hooks';
import type { Field, Form, Values } from './forms';
import type { Say } from './texts';

/** A form to be filled in. */
export function FormView(at: {
  form: Form;
  say: Say;
  busy: boolean;
  /** What was wrong the last time, in words. */
  wrong: string;
  /** What sending it is called, where it is more than that. */
  send?: string;
  submit: (values: Values) => void;
  cancel: () => void;
}) {
  const { form, say } = at;
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  return (
    <form
      class="fields"
      ref={box}
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        at.submit(read(form, event.currentTarget));
      }}
    >
      <h2 id={`${id}-title`} tabIndex={-1}>
        {form.title}
      </h2>
      {form.instructions && <p>{form.instructions}</p>}
      {form.fields.map((field) => (
        <FieldView key={field.name} field={field} id={`${id}-${field.name}`} />
      ))}
      <p role="alert">{at.wrong}</p>
      <div class="row">
        <button type="submit" aria-disabled={at.busy}>
          {at.send ?? say('common-form-send')}
        </button>
        <button type="button" onClick={at.cancel}>
          {say('common-form-cancel')}
        </button>
      </div>
    </form>
  );
}

/** What is chosen now; fields are named as in the form, lists and choices once for each. */
function read(form: Form, of: HTMLFormElement): Values {
  const said = new FormData(of);
  const all = (name: string) => said.getAll(name).filter((one) => typeof one === 'string');
  return Object.fromEntries(
    form.fields
      .filter((field) => field.type !== 'fixed')
      .map((field) => {
        switch (field.type) {
          case 'boolean':
            return [field.name, [String(all(field.name).length > 0)]];
          case 'text-multi':
            // A line that is empty between others was meant; those at the ends were not.
            return [field.name, lines(all(field.name)[0] ?? '')];
          case 'jid-multi':
            return [field.name, lines(all(field.name)[0] ?? '').filter(Boolean)];
          default:
            return [field.name, all(field.name)];
        }
      }),
  );
}

const lines = (text: string): string[] => {
  const trimmed = text.replace(/^\s*\n|\s+$/g, '');
  return trimmed === '' ? [] : trimmed.split('\n').map((line) => line.trimEnd());
};

function FieldView({ field, id }: { field: Field; id: string }) {
  const hint = `${id}-hint`;
  const described = field.description ? { 'aria-describedby': hint } : {};
  const common = { id, name: field.name, required: field.required, ...described };
  const about = field.description && <p id={hint}>{field.description}</p>;
  switch (field.type) {
    case 'fixed':
      return <p>{field.values.join('\n')}</p>;
    case 'boolean':
      return (
        <div class="field">
          <label class="check">
            <input {...common} required={false} type="checkbox" defaultChecked={['1', 'true'].includes(field.values[0] ?? '')} /> {field.label}
          </label>
          {about}
        </div>
      );
    case 'list-multi':
      return (
        <fieldset {...described}>
          <legend>{field.label}</legend>
          {about}
          {field.options.map((option) => (
            <label key={option.value} class="check">
              <input type="checkbox" name={field.name} value={option.value} defaultChecked={field.values.includes(option.value)} /> {option.label}
            </label>
          ))}
        </fieldset>
      );
    case 'list-single':
      return (
        <div class="field">
          <label for={id}>{field.label}</label>
          <select {...common}>
            {!field.required && <option value="" />}
            {field.options.map((option) => (
              <option key={option.value} value={option.value} selected={option.value === field.values[0]}>
                {option.label}
              </option>
            ))}
          </select>
          {about}
        </div>
      );
    case 'text-multi':
    case 'jid-multi':
      return (
        <div class="field">
          <label for={id}>{field.label}</label>
          <textarea {...common} rows={Math.min(8, Math.max(2, field.values.length))} dir="auto" defaultValue={field.values.join('\n')} />
          {about}
        </div>
      );
    default:
      return (
        <div class="field">
          <label for={id}>{field.label}</label>
          {field.type === 'text-private' ? (
            <input {...common} type="password" />
          ) : (
            <input {...common} type="text" dir="auto" defaultValue={field.values[0] ?? ''} />
          )}
          {about}
        </div>
      );
  }
}

/** The table of a form that shows something. */
export function TableView({ form, caption }: { form: Form; caption: string }) {
  return (
    <div class="table" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {form.columns.map((column) => (
              <th key={column.name} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {form.rows.map((row, i) => (
            <tr key={i}>
              {form.columns.map((column) => (
                <td key={column.name} dir="auto">
                  {row.get(column.name) ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
