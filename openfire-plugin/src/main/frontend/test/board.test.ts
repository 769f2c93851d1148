import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { covers, csv, periods } from '../src/board/tables';
import type { Form } from '../src/common/forms';

const form = (...rows: Record<string, string>[]): Form => ({
  title: '',
  instructions: '',
  fields: [],
  columns: [],
  rows: rows.map((row) => new Map(Object.entries(row))),
});

test('CSV quotes what must be quoted, and begins with the mark of UTF-8', () => {
  assert.equal(
    csv({ columns: ['a', 'b'], rows: [['x,y', 'say "hi"'], ['two\nlines', 7]] }),
    '\ufeffa,b\r\n"x,y","say ""hi"""\r\n"two\nlines",7\r\n',
  );
});

test('nothing that somebody wrote becomes a formula, and numbers stay numbers', () => {
  for (const text of ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\tx', '\rx', '=cmd|"/c calc"!A1']) {
    const cell = csv({ columns: [], rows: [[text]] }).split('\r\n').slice(1, -1).join('\r\n');
    assert.match(cell, /^"?'/, JSON.stringify(text));
  }
  assert.equal(csv({ columns: ['n'], rows: [['-5'], [-5], ['2.5']] }), '\ufeffn\r\n-5\r\n-5\r\n2.5\r\n');
});

test('coverage knows for each hour how many there are, and whether it is open', () => {
  const day = (hour: number, value: number) => Array.from({ length: 24 }, (_, i) => (i === hour ? value : 0)).join(' ');
  const [persian, none] = covers(
    form(
      { kind: 'open', mon: day(9, 1) },
      { kind: 'language', what: 'fa B2', needed: '1', people: '3', 'without-hours': '1', gaps: '0', mon: day(9, 2) },
      { kind: 'subject', what: 'law:1', needed: '0', people: 'x', mon: 'nonsense' },
    ),
  );
  assert.ok(persian && none);
  assert.deepEqual(persian.week[0]?.[9], { people: 2, open: true });
  assert.deepEqual(persian.week[0][10], { people: 0, open: false });
  assert.deepEqual(persian.week[6]?.[9], { people: 0, open: false });
  assert.equal(persian.needed, true);
  assert.equal(persian.withoutHours, 1);
  assert.equal(none.people, 0);
  assert.equal(none.week.flat().length, 168);
});

test('times in which nothing happened are there, too', () => {
  const days = periods(
    form({ from: '2026-11-26', questions: '4', answered: '3', unanswered: '1', left: '0', transfers: '2', median: '20', most: '55' }),
    '2026-11-25',
    '2026-11-27',
    'day',
  );
  assert.deepEqual(days.map((one) => one.questions), [0, 4, 0]);
  assert.deepEqual(days.map((one) => one.median), [null, 20, null]);
  assert.equal(days[1]?.at, Date.UTC(2026, 10, 26) / 1_000);
  const hours = periods(form({ from: '2026-11-26 13:00', questions: '1', median: '' }), '2026-11-26', '2026-11-26', 'hour');
  assert.equal(hours.length, 24);
  assert.equal(hours[13]?.questions, 1);
  assert.equal(hours[13].median, null);
  assert.equal(periods(form(), '2026-11-26', '2020-01-01', 'day').length, 0);
  assert.equal(periods(form(), '1900-01-01', '2026-11-26', 'hour').length, 1_000);
});
