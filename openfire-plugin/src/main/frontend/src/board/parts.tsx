import type { ComponentChildren } from 'preact';
import type { Form } from '../common/forms';
import type { Report } from './board';
import { clock, save, type Face } from './face';
import type { Sheet } from './tables';

/** As of when a report is, or why there is none. */
export function AsOf({ face, report }: { face: Face; report: Report }) {
  const { board, speech } = face;
  const say = speech.say.value;
  const shown = board.report(report);
  if (shown.wrong) {
    return (
      <p role="alert" dir="auto">
        {shown.wrong}
      </p>
    );
  }
  return <p class="faint">{shown.at === null ? say('board-loading') : say('board-as-of', { time: clock(speech.language.value, shown.at) })}</p>;
}

/** A column of a table: its name for people, and what stands there. */
export interface Column<T> {
  readonly label: string;
  readonly cell: (row: T) => ComponentChildren;
  readonly numeric?: boolean;
}

/** A table that can be scrolled within itself where the window is narrow. */
export function Table<T>(at: { caption: string; columns: readonly Column<T>[]; rows: readonly T[]; id: (row: T) => string; empty: string }) {
  if (at.rows.length === 0) {
    return <p>{at.empty}</p>;
  }
  return (
    <div class="table" tabIndex={0} role="region" aria-label={at.caption}>
      <table>
        <caption>{at.caption}</caption>
        <thead>
          <tr>
            {at.columns.map((column) => (
              <th key={column.label} scope="col" class={column.numeric ? 'number' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {at.rows.map((row) => (
            <tr key={at.id(row)}>
              {at.columns.map((column, i) =>
                i === 0 ? (
                  <th key={column.label} scope="row" dir="auto">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.label} dir={column.numeric ? undefined : 'auto'} class={column.numeric ? 'number' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Saves what is shown. */
export function Save({ face, name, sheet }: { face: Face; name: string; sheet: () => Sheet }) {
  return (
    <button type="button" onClick={() => save(name, sheet())}>
      {face.speech.say.value('board-save')}
    </button>
  );
}

/** A choice of one service by its name. */
export function ServiceChoice({ face, chosen, choose }: { face: Face; chosen: string; choose: (name: string) => void }) {
  return (
    <label class="field">
      {face.speech.say.value('board-service')}
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {services(face).map((one) => (
          <option key={one.name} value={one.name}>
            {one.title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The services that are not closed. */
export const services = (face: Face): { readonly name: string; readonly address: string; readonly title: string }[] =>
  (face.board.report('services').step?.form?.rows ?? []).map((row) => {
    const address = row.get('service') ?? '';
    return { name: address.split('@')[0] ?? '', address, title: row.get('title') ?? address };
  });

/** The words that the desk has sent, which are English. */
export function Words({ notes }: { notes: readonly string[] }) {
  return (
    <ul lang="en" dir="ltr" class="notes">
      {notes.map((note, i) => (
        <li key={i} class="words">
          {note}
        </li>
      ))}
    </ul>
  );
}

/** What the desk has shown, as a table to be saved. */
export function sheet(form: Form | null | undefined): Sheet {
  const columns = (form?.columns ?? []).map((one) => one.name);
  return { columns, rows: (form?.rows ?? []).map((row) => columns.map((one) => row.get(one) ?? '')) };
}
