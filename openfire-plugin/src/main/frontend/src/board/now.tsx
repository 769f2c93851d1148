import { duration, type Face } from './face';
import { AsOf, Save, Table, Words } from './parts';
import { at, number } from './tables';

type Row = ReadonlyMap<string, string>;

const WAITING = ['question', 'from', 'seconds', 'needs', 'summary', 'ringing'];
const RUNNING = ['session', 'minutes', 'lines', 'operator', 'summary'];

/** What waits and runs, and what can be done about it. */
export function Now({ face }: { face: Face }) {
  const { board, speech, deed } = face;
  const say = speech.say.value;
  const waiting = board.report('waiting').step?.form?.rows ?? [];
  const running = board.report('running').step;
  const count = (value: number | null) => new Intl.NumberFormat(speech.language.value).format(value ?? 0);
  const does = (node: string, title: string, preset: Record<string, string[]>) => () => (deed.value = { node, title, preset });
  return (
    <>
      <h3>{say('board-waiting', { count: waiting.length })}</h3>
      <Table
        caption={say('board-waiting-list')}
        columns={[
          { label: say('board-question'), cell: (row: Row) => <bdi>{at(row, 'question')}</bdi> },
          { label: say('board-from'), cell: (row: Row) => <bdi>{at(row, 'from')}</bdi> },
          { label: say('board-waits'), numeric: true, cell: (row: Row) => duration(number(row, 'seconds') ?? 0) },
          { label: say('board-needs'), cell: (row: Row) => <bdi>{at(row, 'needs')}</bdi> },
          { label: say('board-about'), cell: (row: Row) => at(row, 'summary') },
          { label: say('board-rings'), cell: (row: Row) => <bdi>{at(row, 'ringing')}</bdi> },
          {
            label: say('board-actions'),
            cell: (row: Row) => (
              <div class="row">
                <button
                  type="button"
                  aria-label={say('board-assign-of', { name: at(row, 'question') })}
                  onClick={does('assign-question', say('board-assign'), { question: [at(row, 'question')] })}
                >
                  {say('board-assign')}
                </button>
                <button
                  type="button"
                  aria-label={say('board-up-of', { name: at(row, 'question') })}
                  onClick={does('pull-up-question', say('board-up'), { question: [at(row, 'question')] })}
                >
                  {say('board-up')}
                </button>
              </div>
            ),
          },
        ]}
        rows={waiting}
        id={(row) => at(row, 'question')}
        empty={say('board-nothing-waits')}
      />
      <div class="row">
        <AsOf face={face} report="waiting" />
        <Save face={face} name="waiting" sheet={() => ({ columns: WAITING, rows: waiting.map((row) => WAITING.map((one) => at(row, one))) })} />
      </div>
      <h3>{say('board-running')}</h3>
      <Table
        caption={say('board-running-list')}
        columns={[
          { label: say('board-session'), cell: (row: Row) => <bdi>{at(row, 'session').split(' ').slice(0, 2).join(' ')}</bdi> },
          { label: say('board-minutes'), numeric: true, cell: (row: Row) => count(number(row, 'minutes')) },
          { label: say('board-lines'), numeric: true, cell: (row: Row) => count(number(row, 'lines')) },
          { label: say('board-operator'), cell: (row: Row) => <bdi>{at(row, 'operator')}</bdi> },
          { label: say('board-about'), cell: (row: Row) => at(row, 'summary') },
          {
            label: say('board-actions'),
            cell: (row: Row) => (
              <button
                type="button"
                aria-label={say('board-join-of', { name: at(row, 'summary') })}
                onClick={does('attend-session', say('board-join'), { session: [at(row, 'session')] })}
              >
                {say('board-join')}
              </button>
            ),
          },
        ]}
        rows={running?.form?.rows ?? []}
        id={(row) => at(row, 'session')}
        empty={say('board-nothing-shown')}
      />
      <Words notes={(running?.notes ?? []).filter((note) => !note.startsWith('    '))} />
      <div class="row">
        <AsOf face={face} report="running" />
        <Save
          face={face}
          name="running"
          sheet={() => ({ columns: RUNNING, rows: (running?.form?.rows ?? []).map((row) => RUNNING.map((one) => at(row, one))) })}
        />
      </div>
    </>
  );
}
