import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Form } from '../common/forms';
import { duration, type Face } from './face';
import { Save, ServiceChoice, services, sheet, Table } from './parts';
import { Plot, type Curve } from './plot';
import { Ratings } from './ratings';
import { periods, type Period } from './tables';

const DAY_MS = 86_400_000;
const DAYS_FIRST = 13;

/** What is asked for, as the form takes it. */
interface Asked {
  readonly service: string;
  readonly about: 'patrons' | 'staff-room';
  readonly by: 'day' | 'hour';
  readonly from: string;
  readonly to: string;
}

/** A day of the calendar, where the reader is. */
function day(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** How many asked, and how long they waited. */
export function Statistics({ face }: { face: Face }) {
  const { board, speech } = face;
  const say = speech.say.value;
  const asked = useSignal<Asked>({
    service: '',
    about: 'patrons',
    by: 'day',
    from: day(Date.now() - DAYS_FIRST * DAY_MS),
    to: day(Date.now()),
  });
  const got = useSignal<{ readonly form: Form; readonly asked: Asked } | null>(null);
  const wrong = useSignal('');
  const name = asked.value.service || (services(face)[0]?.name ?? '');

  useSignalEffect(() => {
    const now = asked.value;
    const service = now.service || (services(face)[0]?.name ?? '');
    if (service && face.account.link.standing.value === 'up' && now.from && now.to) {
      wrong.value = '';
      const values = { service: [service], about: [now.about], by: [now.by], from: [now.from], to: [now.to] };
      board.run('statistics', values).then(
        (step) => {
          if (step.form && now === asked.peek()) {
            got.value = { form: step.form, asked: now };
          }
        },
        (error: unknown) => (wrong.value = board.words(error)),
      );
    }
  });

  const shown = useComputed(() => {
    const last = got.value;
    return last ? periods(last.form, last.asked.from, last.asked.to, last.asked.by) : [];
  });
  const change = (part: Partial<Asked>) => (asked.value = { ...asked.value, ...part });
  return (
    <>
      <div class="row asked">
        <ServiceChoice face={face} chosen={name} choose={(service) => change({ service })} />
        <label class="field">
          {say('board-side')}
          <select value={asked.value.about} onChange={(event) => change({ about: event.currentTarget.value as Asked['about'] })}>
            <option value="patrons">{say('board-side-patrons')}</option>
            <option value="staff-room">{say('board-side-room')}</option>
          </select>
        </label>
        <label class="field">
          {say('board-by')}
          <select value={asked.value.by} onChange={(event) => change({ by: event.currentTarget.value as Asked['by'] })}>
            <option value="day">{say('board-by-day')}</option>
            <option value="hour">{say('board-by-hour')}</option>
          </select>
        </label>
        <label class="field">
          {say('board-first-day')}
          <input type="date" value={asked.value.from} onChange={(event) => change({ from: event.currentTarget.value })} />
        </label>
        <label class="field">
          {say('board-last-day')}
          <input type="date" value={asked.value.to} onChange={(event) => change({ to: event.currentTarget.value })} />
        </label>
        <Save face={face} name={`statistics-${name}`} sheet={() => sheet(got.value?.form)} />
      </div>
      <p role="alert" dir="auto">
        {wrong.value}
      </p>
      {got.value ? <Both face={face} periods={shown.value} byDay={got.value.asked.by === 'day'} /> : !wrong.value && <p role="status">{say('board-loading')}</p>}
      <Ratings face={face} service={name} from={asked.value.from} to={asked.value.to} />
    </>
  );
}

function Both({ face, periods: all, byDay }: { face: Face; periods: readonly Period[]; byDay: boolean }) {
  const { speech } = face;
  const say = speech.say.value;
  const language = speech.language.value;
  const numbers = new Intl.NumberFormat(language);
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC', ...(byDay ? {} : { timeStyle: 'short' }) });
  const happened = all.filter((one) => one.questions + one.answered + one.unanswered + one.left + one.transfers > 0);
  const waited = happened.filter((one) => one.median !== null);
  const time = { label: say('board-time'), cell: (one: Period) => dates.format(one.at * 1_000) };
  const counted = (label: string, of: (one: Period) => number) => ({ label, numeric: true, cell: (one: Period) => numbers.format(of(one)) });
  const took = (label: string, of: (one: Period) => number | null) => ({
    label,
    numeric: true,
    cell: (one: Period) => duration(of(one) ?? 0),
  });
  const curves = useMemo(
    () => ({
      times: all.map((one) => one.at),
      volume: [
        { label: say('board-questions'), values: all.map((one) => one.questions), colour: '--link', dash: 'solid' },
        { label: say('board-answered'), values: all.map((one) => one.answered), colour: '--good', dash: 'dashed' },
        { label: say('board-not-answered-in-time'), values: all.map((one) => one.unanswered + one.left), colour: '--bad', dash: 'dotted' },
      ] satisfies Curve[],
      waits: [
        { label: say('board-median'), values: all.map((one) => one.median), colour: '--link', dash: 'solid' },
        { label: say('board-most'), values: all.map((one) => one.most), colour: '--among', dash: 'dashed' },
      ] satisfies Curve[],
    }),
    [all, say],
  );
  return (
    <>
      <div class="beside">
        <Plot label={say('board-volume')} times={curves.times} curves={curves.volume} language={language} byDay={byDay} />
        <Table
          caption={say('board-volume')}
          columns={[
            time,
            counted(say('board-questions'), (one) => one.questions),
            counted(say('board-answered'), (one) => one.answered),
            counted(say('board-in-time-not'), (one) => one.unanswered),
            counted(say('board-left'), (one) => one.left),
            counted(say('board-transfers'), (one) => one.transfers),
          ]}
          rows={happened}
          id={(one) => String(one.at)}
          empty={say('board-nothing-happened')}
        />
      </div>
      <div class="beside">
        <Plot label={say('board-wait')} times={curves.times} curves={curves.waits} language={language} byDay={byDay} measure={duration} />
        <Table
          caption={say('board-wait')}
          columns={[time, took(say('board-median'), (one) => one.median), took(say('board-most'), (one) => one.most)]}
          rows={waited}
          id={(one) => String(one.at)}
          empty={say('board-nobody-waited')}
        />
      </div>
    </>
  );
}
