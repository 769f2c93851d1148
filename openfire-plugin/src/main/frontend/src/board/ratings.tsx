import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Form } from '../common/forms';
import type { Face } from './face';
import { Save, sheet, Table } from './parts';
import { at, number } from './tables';

type Row = ReadonlyMap<string, string>;

/** How patrons of a service found their conversations, from one day to another. */
export function Ratings({ face, service, from, to }: { face: Face; service: string; from: string; to: string }) {
  const { board, speech } = face;
  const say = speech.say.value;
  const form = useSignal<Form | null>(null);
  const wrong = useSignal('');
  const up = face.account.link.standing.value === 'up';

  useEffect(() => {
    let wanted = true;
    if (up && service && from && to) {
      board.run('ratings', { service: [service], from: [from], to: [to] }).then(
        (step) => {
          if (wanted) {
            form.value = step.form;
            wrong.value = '';
          }
        },
        (error: unknown) => {
          if (wanted) {
            wrong.value = board.words(error);
          }
        },
      );
    }
    return () => (wanted = false);
  }, [service, from, to, up]);

  const rows = form.value?.rows ?? [];
  const stars = rows.map((row) => number(row, 'stars') ?? 0);
  return (
    <>
      <p role="alert" dir="auto">
        {wrong.value}
      </p>
      {rows.length > 0 && (
        <div class="row">
          <p>{say('board-ratings-mean', { count: rows.length, mean: stars.reduce((sum, one) => sum + one, 0) / stars.length })}</p>
          <Save face={face} name={`ratings-${service}`} sheet={() => sheet(form.value)} />
        </div>
      )}
      <Table
        caption={say('board-ratings')}
        columns={[
          { label: say('board-time'), cell: (row: Row) => at(row, 'at') },
          { label: say('board-stars'), numeric: true, cell: (row: Row) => new Intl.NumberFormat(speech.language.value).format(number(row, 'stars') ?? 0) },
          { label: say('board-words'), cell: (row: Row) => <bdi>{at(row, 'words')}</bdi> },
          { label: say('board-answered-by'), cell: (row: Row) => <bdi>{at(row, 'library')}</bdi> },
        ]}
        rows={rows}
        id={(row) => String(rows.indexOf(row))}
        empty={say('board-ratings-none')}
      />
    </>
  );
}
