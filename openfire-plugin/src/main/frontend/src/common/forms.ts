/** Ad-hoc commands (XEP-0050) with data forms (XEP-0004), as their user. */
import type { Link } from './link';
import { attribute, child, children, element, errorText } from './xml';

const COMMANDS = 'http://jabber.org/protocol/commands';
const DATA = 'jabber:x:data';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A field of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  /** The type by XEP-0004, such as text-single. */
  readonly type: string;
  readonly description: string;
  readonly required: boolean;
  readonly values: readonly string[];
  readonly options: readonly Option[];
}

/** A form to fill in, or one that shows something. */
export interface Form {
  readonly title: string;
  readonly instructions: string;
  readonly fields: readonly Field[];
  /** The columns of its table, if it has one. */
  readonly columns: readonly { readonly name: string; readonly label: string }[];
  /** Its rows, by the names of the columns. */
  readonly rows: readonly ReadonlyMap<string, string>[];
}

/** What a command has come to. */
export interface Step {
  readonly node: string;
  readonly session: string | null;
  readonly done: boolean;
  readonly notes: readonly string[];
  readonly form: Form | null;
}

/** What a person has chosen, by the names of the fields. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** Why a command was not carried out, in the desk's words; none where it has not answered. */
export class CommandError extends Error {}

const text = (of: Element | undefined): string => of?.textContent ?? '';

const values = (of: Element): string[] => children(of).filter((one) => one.localName === 'value').map(text);

function field(of: Element): Field {
  return {
    name: attribute(of, 'var') ?? '',
    label: attribute(of, 'label') ?? attribute(of, 'var') ?? '',
    type: attribute(of, 'type') ?? 'text-single',
    description: text(child(of, 'desc')),
    required: child(of, 'required') !== undefined,
    values: values(of),
    options: children(of)
      .filter((one) => one.localName === 'option')
      .map((one) => ({ value: values(one)[0] ?? '', label: attribute(one, 'label') ?? values(one)[0] ?? '' })),
  };
}

const fields = (of: Element | undefined): Field[] =>
  of ? children(of).filter((one) => one.localName === 'field').map(field) : [];

/** Reads a form. */
export function readForm(x: Element): Form {
  return {
    title: text(child(x, 'title')),
    instructions: text(child(x, 'instructions')),
    fields: fields(x).filter((one) => one.type !== 'hidden'),
    columns: fields(child(x, 'reported')).map(({ name, label }) => ({ name, label })),
    rows: children(x)
      .filter((one) => one.localName === 'item')
      .map((item) => new Map(fields(item).map((one) => [one.name, one.values.join('\n')]))),
  };
}

function step(result: Element): Step {
  const command = child(result, 'command', COMMANDS);
  const x = command && child(command, 'x', DATA);
  return {
    node: attribute(command, 'node') ?? '',
    session: attribute(command, 'sessionid'),
    done: attribute(command, 'status') !== 'executing',
    notes: command
      ? children(command)
          .filter((one) => one.localName === 'note')
          .map(text)
      : [],
    form: x ? readForm(x) : null,
  };
}

function send(link: Link, to: string, language: string, attributes: Record<string, string>, x: Element | null): Promise<Step> {
  const command = element('command', { xmlns: COMMANDS, ...attributes }, ...(x ? [x] : []));
  return new Promise((done, failed) => {
    link.ask(
      element('iq', { to, type: 'set', 'xml:lang': language }, command),
      (result) => done(step(result)),
      (error) => failed(new CommandError(errorText(error))),
    );
  });
}

/** Begins a command. */
export const begin = (link: Link, to: string, node: string, language: string): Promise<Step> =>
  send(link, to, language, { node, action: 'execute' }, null);

/** Goes on with it, filled in; a field that nothing is said of keeps what the form had. */
export function complete(link: Link, to: string, before: Step, chosen: Values, language: string): Promise<Step> {
  const filled = (before.form?.fields ?? [])
    .filter((one) => one.name && one.type !== 'fixed')
    .map((one) =>
      element('field', { var: one.name, type: one.type }, ...(chosen[one.name] ?? one.values).map((value) => element('value', {}, value))),
    );
  const x = element('x', { xmlns: DATA, type: 'submit' }, ...filled);
  return send(link, to, language, { node: before.node, action: 'complete', ...(before.session ? { sessionid: before.session } : {}) }, x);
}

/** Both at once. */
export async function carryOut(link: Link, to: string, node: string, chosen: Values, language: string): Promise<Step> {
  const first = await begin(link, to, node, language);
  return first.done ? first : complete(link, to, first, chosen, language);
}
