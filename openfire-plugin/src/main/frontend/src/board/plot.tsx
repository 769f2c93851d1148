import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';

/** A line of a plot: told from others by its dashes, not by its colour alone. */
export interface Curve {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly colour: '--link' | '--good' | '--bad' | '--among';
  readonly dash: 'solid' | 'dashed' | 'dotted';
}

const DASHES: Record<Curve['dash'], number[]> = { solid: [], dashed: [10, 5], dotted: [2, 4] };
const HEIGHT = 240;

/** Times on the line below, and a curve for each thing. What it shows stands in the table beside it. */
export function Plot(at: { label: string; times: readonly number[]; curves: readonly Curve[]; language: string; byDay: boolean; measure?: (value: number) => string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = box.current;
    if (!place) {
      return undefined;
    }
    const dark = matchMedia('(prefers-color-scheme: dark)');
    let plot: uPlot | null = null;
    const draw = () => {
      plot?.destroy();
      plot = new uPlot(options(at, place), [at.times, ...at.curves.map((curve) => curve.values)] as uPlot.AlignedData, place);
    };
    draw();
    dark.addEventListener('change', draw);
    const sizes = new ResizeObserver(() => plot?.setSize({ width: place.clientWidth, height: HEIGHT }));
    sizes.observe(place);
    return () => {
      dark.removeEventListener('change', draw);
      sizes.disconnect();
      plot?.destroy();
    };
  }, [at.times, at.curves, at.language]);
  return (
    <figure>
      <figcaption>{at.label}</figcaption>
      <ul class="row legend">
        {at.curves.map((curve) => (
          <li key={curve.label}>
            <span class={`dash ${curve.dash} ${curve.colour.slice(2)}`} aria-hidden="true" /> {curve.label}
          </li>
        ))}
      </ul>
      <div ref={box} dir="ltr" role="img" aria-label={at.label} />
    </figure>
  );
}

function options(at: Parameters<typeof Plot>[0], place: HTMLElement): uPlot.Options {
  const style = getComputedStyle(place);
  const colour = (name: string) => style.getPropertyValue(name);
  const dates = new Intl.DateTimeFormat(at.language, {
    timeZone: 'UTC',
    ...(at.byDay ? { day: 'numeric', month: 'short' } : { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }),
  });
  const numbers = new Intl.NumberFormat(at.language);
  const axis = { stroke: colour('--text'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line'), width: 1 } };
  return {
    width: place.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    // The times are written as if their place were at Greenwich.
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1_000), 'Etc/UTC'),
    scales: { y: { range: (_plot, _least, most) => [0, Math.max(1, most) * 1.05] } },
    axes: [
      { ...axis, space: 90, values: (_plot, splits) => splits.map((seconds) => dates.format(seconds * 1_000)) },
      {
        ...axis,
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000],
        values: (_plot, splits) => splits.map((value) => (at.measure ?? numbers.format)(value)),
      },
    ],
    series: [
      {},
      ...at.curves.map((curve) => ({
        label: curve.label,
        stroke: colour(curve.colour),
        width: 2,
        dash: DASHES[curve.dash],
        points: { show: true, size: 5, fill: colour(curve.colour) },
      })),
    ],
  };
}
