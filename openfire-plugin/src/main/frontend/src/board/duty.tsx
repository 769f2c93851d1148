import { useSignal } from '@preact/signals';
import type { Face } from './face';
import { AsOf, Save, services, Table } from './parts';
import { at, number } from './tables';

type Row = ReadonlyMap<string, string>;

const COLUMNS = ['service', 'library', 'nick', 'operator', 'load', 'capacity', 'away', 'languages', 'subjects'];

/** Who is on duty at the desk's services, of all libraries. */
export function Duty({ face }: { face: Face }) {
  const { board, speech } = face;
  const say = speech.say.value;
  const wanted = useSignal('');
  const all = board.report('who').step?.form?.rows ?? [];
  const words = wanted.value.toLowerCase().split(/\s+/).filter(Boolean);
  const rows = all.filter((row) => {
    const text = COLUMNS.map((one) => at(row, one)).join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const count = (value: number | null) => new Intl.NumberFormat(speech.language.value).format(value ?? 0);
  const full = (row: Row) => (number(row, 'load') ?? 0) >= (number(row, 'capacity') ?? 0);
  const columns = [
    { label: say('board-operator'), cell: (row: Row) => at(row, 'nick') },
    { label: say('board-library'), cell: (row: Row) => <bdi>{at(row, 'library')}</bdi> },
    { label: say('board-service'), cell: (row: Row) => <bdi>{at(row, 'service').split('@')[0]}</bdi> },
    { label: say('board-load'), cell: (row: Row) => say('board-load-of', { load: count(number(row, 'load')), capacity: count(number(row, 'capacity')) }) },
    {
      label: say('board-state'),
      cell: (row: Row) => say(at(row, 'away') === '1' ? 'board-pauses' : full(row) ? 'board-full' : 'board-free'),
    },
    { label: say('board-languages'), cell: (row: Row) => at(row, 'languages') },
    { label: say('board-subjects'), cell: (row: Row) => at(row, 'subjects') },
  ];
  const empty = services(face).filter((one) => !all.some((row) => at(row, 'service') === one.address));
  return (
    <>
      <div class="row">
        <label class="field">
          {say('board-filter')}
          <input type="search" dir="auto" value={wanted.value} onInput={(event) => (wanted.value = event.currentTarget.value)} />
        </label>
        <Save face={face} name="on-duty" sheet={() => ({ columns: COLUMNS, rows: rows.map((row) => COLUMNS.map((one) => at(row, one))) })} />
      </div>
      <Table
        caption={say('board-duty-count', { count: rows.length })}
        columns={columns}
        rows={rows}
        id={(row) => `${at(row, 'service')} ${at(row, 'nick')}`}
        empty={say('board-nobody')}
      />
      {all.length > 0 && empty.length > 0 && (
        <p class="gap-note">
          {say('board-nobody-at')} <bdi>{empty.map((one) => one.title).join(', ')}</bdi>
        </p>
      )}
      <AsOf face={face} report="who" />
    </>
  );
}
