import type { Say } from '../common/texts';
import type { Line } from './conversation';

/** Who has said a line, in words that name nobody. */
export const who = (line: Line, say: Say): string =>
  say(line.by === 'patron' ? 'ask-you' : line.by === 'operator' ? 'ask-librarian' : 'ask-library');

/** The conversation as text, to be kept by the patron. */
export function transcript(lines: readonly Line[], name: string, say: Say): string {
  return [
    say('ask-saved-title', { name }),
    ...lines
      .filter((line) => line.state === 'kept')
      .map((line) => `${say('ask-said-at', { who: who(line, say), at: new Date(line.at) })}\n${line.text}`),
  ]
    .join('\n\n')
    .concat('\n');
}
