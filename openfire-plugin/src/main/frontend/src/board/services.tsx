import type { Face } from './face';
import { AsOf, Save, Table, Words } from './parts';
import { at } from './tables';

/** The services of the desk, and what can be done about them. */
export function Services({ face }: { face: Face }) {
  const { board, speech, deed } = face;
  const say = speech.say.value;
  const rows = board.report('services').step?.form?.rows ?? [];
  const name = (row: ReadonlyMap<string, string>) => at(row, 'service').split('@')[0] ?? '';
  const does = (node: string, title: string, field: string, value: string) => () =>
    (deed.value = { node, title, preset: value ? { [field]: [value] } : {} });
  const columns = [
    { label: say('board-service'), cell: (row: ReadonlyMap<string, string>) => at(row, 'title') || at(row, 'service') },
    { label: say('board-address'), cell: (row: ReadonlyMap<string, string>) => <bdi>{at(row, 'service')}</bdi> },
    { label: say('board-staff'), cell: (row: ReadonlyMap<string, string>) => at(row, 'staff') },
    { label: say('board-open'), cell: (row: ReadonlyMap<string, string>) => at(row, 'open') },
    { label: say('board-parent'), cell: (row: ReadonlyMap<string, string>) => at(row, 'parent') },
  ];
  const actions = {
    label: say('board-actions'),
    cell: (row: ReadonlyMap<string, string>) => (
      <div class="row">
        <button type="button" aria-label={say('board-change-of', { name: at(row, 'title') })} onClick={does('service', say('board-change'), 'name', name(row))}>
          {say('board-change')}
        </button>
        {name(row) !== 'desk' && (
          <button
            type="button"
            aria-label={say('board-close-of', { name: at(row, 'title') })}
            onClick={does('close-service', say('board-close'), 'name', name(row))}
          >
            {say('board-close')}
          </button>
        )}
      </div>
    ),
  };
  return (
    <>
      <div class="row">
        <button type="button" class="main" onClick={does('service', say('board-new'), '', '')}>
          {say('board-new')}
        </button>
        <button type="button" onClick={does('consent', say('board-consent'), '', '')}>
          {say('board-consent')}
        </button>
        <Save
          face={face}
          name="services"
          sheet={() => ({
            columns: ['service', 'title', 'staff', 'open', 'parent'],
            rows: rows.map((row) => ['service', 'title', 'staff', 'open', 'parent'].map((one) => at(row, one))),
          })}
        />
      </div>
      <Table
        caption={say('board-services')}
        columns={[...columns, actions]}
        rows={rows}
        id={(row) => at(row, 'service')}
        empty={say('board-none')}
      />
      <AsOf face={face} report="services" />
      <h3>{say('board-staffing')}</h3>
      <Words notes={board.report('staffing').step?.notes ?? []} />
      <AsOf face={face} report="staffing" />
    </>
  );
}
