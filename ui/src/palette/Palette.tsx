// The command palette: one field that finds commands, points, zones and floors.
// Relies on `entries.ts` for what is found. Closes when something was chosen.
import { Modal } from 'antd';
import { useMemo, useState } from 'react';
import type { RiskLevel } from '../ipc';
import { Icon } from '../parts/icons';
import { LevelSwatch } from '../parts/Level';
import { useSurface } from '../state/store';
import { useWords } from '../words';
import { found, type PaletteEntry } from './entries';
import { usePaletteEntries } from './usePaletteEntries';

const MOST = 40;

export function Palette() {
  const w = useWords();
  const entries = usePaletteEntries();
  const [typed, setTyped] = useState('');
  const [place, setPlace] = useState(0);
  const shown = useMemo(() => found(entries, typed, MOST), [entries, typed]);
  const close = () => useSurface.setState({ palette: false });
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    close();
    entry.go();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by) {
      event.preventDefault();
      setPlace((old) => Math.max(0, Math.min(shown.length - 1, old + by)));
    }
    if (event.key === 'Enter') choose(shown[place]);
  };
  return (
    <Modal
      open
      width={560}
      footer={null}
      closable={false}
      onCancel={close}
      className="palette"
      style={{ top: 84 }}
      destroyOnHidden
    >
      <div className="palette-field">
        <Icon name="search" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to type
          autoFocus
          value={typed}
          placeholder={w.header.search}
          aria-label={w.header.search}
          onChange={(event) => {
            setTyped(event.target.value);
            setPlace(0);
          }}
          onKeyDown={onKeyDown}
          data-testid="palette-input"
        />
        <kbd>Esc</kbd>
      </div>
      <ul className="palette-list" data-testid="palette-list">
        {shown.map((entry, index) => (
          <li key={entry.key}>
            <button
              type="button"
              aria-current={index === place}
              ref={index === place ? (own) => own?.scrollIntoView({ block: 'nearest' }) : undefined}
              onMouseMove={() => setPlace(index)}
              onClick={() => choose(entry)}
              data-testid="palette-entry"
            >
              {entry.group === 'command' ? (
                <Icon name="right" size={13} />
              ) : (
                <LevelSwatch level={(entry.level ?? null) as RiskLevel | null} />
              )}
              <span>{entry.title}</span>
              <em>{entry.note}</em>
            </button>
          </li>
        ))}
        {shown.length === 0 ? <li className="faint pad">{w.palette.nothing}</li> : null}
      </ul>
    </Modal>
  );
}
