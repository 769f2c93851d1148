import { useSignal, useSignalEffect } from '@preact/signals';
import type { Form } from '../common/forms';
import type { Face } from './face';
import { Save, ServiceChoice, services } from './parts';
import { covers, DAYS, HOURS_OF_DAY, type Cover, type Hour } from './tables';

/** From so many on, more make no difference to the eye. */
const MANY = 4;

/** Which competences a service has in which hour of the week. */
export function Coverage({ face }: { face: Face }) {
  const { board, speech } = face;
  const say = speech.say.value;
  const chosen = useSignal('');
  const form = useSignal<Form | null>(null);
  const note = useSignal('');
  const wrong = useSignal('');
  const name = chosen.value || (services(face)[0]?.name ?? '');

  useSignalEffect(() => {
    const service = chosen.value || (services(face)[0]?.name ?? '');
    if (service && face.account.link.standing.value === 'up') {
      wrong.value = '';
      board.run('coverage', { service: [service] }).then(
        (step) => {
          if (service === (chosen.peek() || service)) {
            form.value = step.form;
            note.value = step.notes[0] ?? '';
          }
        },
        (error: unknown) => (wrong.value = board.words(error)),
      );
    }
  });

  const all = form.value ? covers(form.value) : [];
  return (
    <>
      <div class="row asked">
        <ServiceChoice face={face} chosen={name} choose={(one) => (chosen.value = one)} />
        <Save face={face} name={`coverage-${name}`} sheet={() => sheet(all)} />
      </div>
      <p role="alert" dir="auto">
        {wrong.value}
      </p>
      {!form.value && !wrong.value && <p role="status">{say('board-loading')}</p>}
      <p class="faint" lang="en" dir="ltr">
        {note.value}
      </p>
      {all.length > 0 && (
        <>
          <p>{say('board-coverage-how')}</p>
          <ul class="row legend">
            <li>
              <Cell hour={{ people: 0, open: true }} /> {say('board-gap')}
            </li>
            <li>
              <Cell hour={{ people: 2, open: true }} /> {say('board-at-work')}
            </li>
            <li>
              <Cell hour={{ people: 2, open: false }} /> {say('board-closed-hour')}
            </li>
          </ul>
          <h3>{say('board-needed')}</h3>
          {all.filter((one) => one.needed).map((one) => (
            <Heat key={`${one.kind} ${one.what}`} face={face} cover={one} open />
          ))}
          {all.some((one) => !one.needed) && <h3>{say('board-known')}</h3>}
          {all.filter((one) => !one.needed).map((one) => (
            <Heat key={`${one.kind} ${one.what}`} face={face} cover={one} open={false} />
          ))}
        </>
      )}
    </>
  );
}

/** What somebody knows, in the words of whoever reads. */
function named(face: Face, cover: Cover): string {
  if (cover.kind === 'all') {
    return face.speech.say.value('board-all-needed');
  }
  const [tag, level] = cover.what.split(' ');
  if (cover.kind !== 'language' || !tag) {
    return cover.what;
  }
  try {
    const language = new Intl.DisplayNames([face.speech.language.value], { type: 'language' }).of(tag) ?? tag;
    return cover.needed ? `${language} (${level ?? ''})` : language;
  } catch {
    return cover.what;
  }
}

function Heat({ face, cover, open }: { face: Face; cover: Cover; open: boolean }) {
  const { speech } = face;
  const say = speech.say.value;
  const shown = useSignal(open);
  const name = named(face, cover);
  const numbers = new Intl.NumberFormat(speech.language.value);
  // Any Monday will do.
  const weekday = new Intl.DateTimeFormat(speech.language.value, { weekday: 'short', timeZone: 'UTC' });
  const dayName = (day: number) => weekday.format(Date.UTC(2024, 0, 1 + day));
  const about = `${say('board-people', { count: cover.people })}${
    cover.withoutHours > 0 ? ` ${say('board-without-hours', { count: cover.withoutHours })}` : ''
  } ${say('board-gaps', { count: cover.gaps })}`;
  return (
    <details open={shown.value} onToggle={(event) => (shown.value = event.currentTarget.open)}>
      <summary>
        <strong dir="auto">{name}</strong> <span class={cover.gaps > 0 ? 'gap-note' : undefined}>{about}</span>
      </summary>
      {shown.value && (
        <div class="table" tabIndex={0} role="region" aria-label={name}>
          <table class="heat">
            <caption class="unseen">
              {name}: {about}
            </caption>
            <thead>
              <tr>
                <td />
                {Array.from({ length: HOURS_OF_DAY }, (_, hour) => (
                  <th key={hour} scope="col">
                    {numbers.format(hour)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cover.week.map((hours, day) => (
                <tr key={day}>
                  <th scope="row">{dayName(day)}</th>
                  {hours.map((hour, i) => (
                    <td key={i} class={look(hour)}>
                      {numbers.format(hour.people)}
                      {hour.people === 0 && hour.open && <span class="unseen">{say('board-gap')}</span>}
                      {!hour.open && <span class="unseen">{say('board-closed-hour')}</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

const look = (hour: Hour): string =>
  !hour.open ? 'hour closed' : hour.people === 0 ? 'hour gap' : `hour many-${Math.min(MANY, hour.people)}`;

function Cell({ hour }: { hour: Hour }) {
  return (
    <span class={look(hour)} aria-hidden="true">
      {hour.people}
    </span>
  );
}

function sheet(all: readonly Cover[]) {
  return {
    columns: [
      'kind',
      'what',
      'needed',
      'operators',
      'without-hours',
      'gaps',
      ...DAYS.flatMap((day) => Array.from({ length: HOURS_OF_DAY }, (_, hour) => `${day} ${String(hour).padStart(2, '0')}`)),
    ],
    rows: all.map((one) => [
      one.kind,
      one.what,
      one.needed ? 1 : 0,
      one.people,
      one.withoutHours,
      one.gaps,
      ...one.week.flatMap((hours) => hours.map((hour) => hour.people)),
    ]),
  };
}
