/** What the board makes of the desk's tables; and tables for spreadsheets. */
import type { Form } from '../common/forms';

/** A table to be saved: names of columns, and rows of cells. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What a spreadsheet would reckon rather than show. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

function cell(value: string | number): string {
  const text = String(value);
  // What somebody else wrote must not become a formula in the coordinator's spreadsheet.
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The table as CSV (RFC 4180), with a mark by which spreadsheets know UTF-8. */
export const csv = ({ columns, rows }: Sheet): string =>
  `\ufeff${[columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** A cell of a row; nothing where it is missing. */
export const at = (row: ReadonlyMap<string, string>, name: string): string => row.get(name) ?? '';

/** A cell that is a number, or null. */
export function number(row: ReadonlyMap<string, string>, name: string): number | null {
  const text = at(row, name);
  return NUMBER.test(text) ? Number(text) : null;
}

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export const HOURS_OF_DAY = 24;

/** One hour of the week: how many are at work, and whether the service is open then. */
export interface Hour {
  readonly people: number;
  readonly open: boolean;
}

/** What is known of one thing that somebody knows. */
export interface Cover {
  readonly kind: string;
  readonly what: string;
  readonly needed: boolean;
  readonly people: number;
  readonly withoutHours: number;
  readonly gaps: number;
  /** Day by day, hour by hour. */
  readonly week: readonly (readonly Hour[])[];
}

const hours = (row: ReadonlyMap<string, string>, day: string): number[] => {
  const numbers = at(row, day).split(' ').map(Number);
  return Array.from({ length: HOURS_OF_DAY }, (_, hour) => numbers[hour] || 0);
};

/** Reads the coverage of a service. */
export function covers(form: Form): Cover[] {
  const open = form.rows.find((row) => at(row, 'kind') === 'open');
  return form.rows
    .filter((row) => row !== open)
    .map((row) => ({
      kind: at(row, 'kind'),
      what: at(row, 'what'),
      needed: at(row, 'needed') === '1',
      people: number(row, 'people') ?? 0,
      withoutHours: number(row, 'without-hours') ?? 0,
      gaps: number(row, 'gaps') ?? 0,
      week: DAYS.map((day) => {
        const isOpen = open ? hours(open, day) : [];
        return hours(row, day).map((people, hour) => ({ people, open: (isOpen[hour] ?? 1) > 0 }));
      }),
    }));
}

/** A time of which statistics tell: `at` is its beginning as if its place were at Greenwich, in seconds since 1970. */
export interface Period {
  readonly at: number;
  readonly questions: number;
  readonly answered: number;
  readonly unanswered: number;
  readonly left: number;
  readonly transfers: number;
  readonly median: number | null;
  readonly most: number | null;
}

const PERIODS_MAX = 1_000;

const seconds = (text: string): number => Date.parse(`${text.replace(' ', 'T')}${text.length > 10 ? ':00' : 'T00:00:00'}Z`) / 1_000;

const nothing = (time: number): Period => ({
  at: time,
  questions: 0,
  answered: 0,
  unanswered: 0,
  left: 0,
  transfers: 0,
  median: null,
  most: null,
});

/** Reads statistics, from the first day to the last: also the times in which nothing happened, which have no row. */
export function periods(form: Form, from: string, to: string, by: 'day' | 'hour'): Period[] {
  const step = by === 'day' ? 86_400 : 3_600;
  const found = new Map(
    form.rows.map((row) => {
      const time = seconds(at(row, 'from'));
      const count = (name: string) => number(row, name) ?? 0;
      const period: Period = {
        at: time,
        questions: count('questions'),
        answered: count('answered'),
        unanswered: count('unanswered'),
        left: count('left'),
        transfers: count('transfers'),
        median: number(row, 'median'),
        most: number(row, 'most'),
      };
      return [time, period];
    }),
  );
  const first = seconds(from);
  const end = seconds(to) + 86_400;
  const length = Math.min(PERIODS_MAX, Math.max(0, Math.round((end - first) / step)));
  return Array.from({ length }, (_, i) => found.get(first + i * step) ?? nothing(first + i * step));
}
