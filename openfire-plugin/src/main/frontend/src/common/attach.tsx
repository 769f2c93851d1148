import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Link } from './link';
import { sendFile, type FileRules, type NotSent } from './sending';
import type { Say } from './texts';

const BYTES_PER_MEGABYTE = 1_000_000;

/** The button by which a file is sent, and what comes of it in words; `sent` gets its address. */
export function Attach(at: { link: Link; to: string; rules: FileRules; say: Say; sent: (address: string) => void }) {
  const { rules, say } = at;
  const chooser = useRef<HTMLInputElement>(null);
  const under = useSignal('');
  const why = useSignal<NotSent | null>(null);
  const chosen = async (file: File) => {
    why.value = null;
    under.value = file.name;
    const come = await sendFile(at.link, at.to, file, rules);
    if ('why' in come) {
      why.value = come.why;
    } else {
      at.sent(come.address);
    }
    under.value = '';
  };
  return (
    <div class="row">
      <input
        type="file"
        hidden
        ref={chooser}
        accept={rules.endings.map((ending) => `.${ending}`).join()}
        onChange={({ currentTarget: input }) => {
          if (input.files?.[0]) {
            void chosen(input.files[0]);
          }
          input.value = '';
        }}
      />
      <button type="button" disabled={under.value !== ''} onClick={() => chooser.current?.click()}>
        {say('files-choose')}
      </button>
      <span role="status">{under.value && say('files-sending', { name: under.value })}</span>
      {why.value && (
        <span role="alert">
          {say(why.value, { endings: rules.endings.join(', '), megabytes: rules.bytesMax / BYTES_PER_MEGABYTE })}
        </span>
      )}
    </div>
  );
}
