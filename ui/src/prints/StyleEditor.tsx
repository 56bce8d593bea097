// The look of the prints: a finished theme and what the school changes of it, with pieces of its own drawn anew at once.
// Relies on `print-picture` taking a look that is not chosen yet; the risk colours are not part of any theme.
import { ColorPicker, Input, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { backend, toCallError } from '../backend';
import type { PieceView, PrintStyle, PrintThemeView, SetPrintStyle, Typeface } from '../ipc';
import { Labelled } from '../parts/fields';
import { attempt, changing } from '../state/actions';
import { notifyError } from '../state/notices';
import { useTable } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { useWords } from '../words';
import { idOf, usePicture } from './pieces';

type Colours = 'ink' | 'accent' | 'ground';

function useThemes(): readonly PrintThemeView[] {
  const [themes, setThemes] = useState<readonly PrintThemeView[]>([]);
  useEffect(() => {
    backend()
      .call('print-themes', {})
      .then(setThemes, (thrown) => notifyError(toCallError(thrown).api));
  }, []);
  return themes;
}

export function plainStyle(theme: string): SetPrintStyle {
  return {
    theme,
    ink: '',
    accent: '',
    ground: '',
    typeface: null,
    name: '',
    badge: '',
    emblem: '',
    slogan: '',
    footer: '',
  };
}

function styleOf(row: PrintStyle): SetPrintStyle {
  const { id: _, ...own } = row;
  return own;
}

/** One of each family of pieces that look different: a map or chart, a card, a poster. */
function samples(pieces: readonly PieceView[]): PieceView[] {
  const standing = pieces.filter((own) => own.state !== 'gone');
  const first = (kinds: readonly string[]) => standing.find((own) => kinds.includes(own.kind));
  return [
    first(['four-colour-map', 'comparison-chart']),
    first(['emergency-card', 'post-card']),
    first(['poster']),
  ].flatMap((own) => (own ? [own] : []));
}

interface Props {
  pieces: readonly PieceView[];
  onClose: () => void;
}

export function StyleEditor({ pieces, onClose }: Props) {
  const w = useWords();
  const pick = usePick();
  const { typefaces } = useVocabulary();
  const themes = useThemes();
  const rows = useTable('print_style');
  const row = [...rows.values()][0];
  const [draft, setDraft] = useState<SetPrintStyle>(() => (row ? styleOf(row) : plainStyle('plain')));
  const change = (part: Partial<SetPrintStyle>) => setDraft((old) => ({ ...old, ...part }));
  const theme = themes.find((own) => own.id === draft.theme);
  const save = async () => {
    const done = await attempt({ type: 'set-print-style', ...draft });
    if (done) onClose();
  };
  const emblem = async () => {
    const path = await backend().pick({
      title: w.prints.emblem,
      what: 'open',
      filter: 'SVG',
      endings: ['svg'],
      suggested: '',
    });
    if (!path) return;
    // The file is read and cleaned by Rust; what comes of it is kept at once, the rest of the draft with it.
    const kept = await attempt({ type: 'set-print-style', ...draft });
    const changed = kept ? await changing('take-emblem', { path }) : null;
    const style = changed?.rows.find((own) => own.table === 'print_style');
    if (style?.table === 'print_style') setDraft(styleOf(style.row));
  };
  return (
    <Modal
      open
      width={1080}
      title={w.prints.styleTitle}
      onCancel={onClose}
      onOk={() => void save()}
      okText={w.prints.apply}
      cancelText={w.common.cancel}
      okButtonProps={{ 'data-testid': 'style-save' }}
      style={{ top: 32 }}
    >
      <div className="style-editor" data-testid="style-editor">
        <div className="style-form">
          <h3>{w.prints.theme}</h3>
          <div className="style-themes" role="radiogroup">
            {themes.map((own) => (
              <button
                key={own.id}
                type="button"
                role="radio"
                aria-checked={own.id === draft.theme}
                className="style-theme"
                onClick={() => change({ theme: own.id, ink: '', accent: '', ground: '', typeface: null })}
                data-testid={`theme-${own.id}`}
              >
                <i>
                  <b style={{ background: own.ink }} />
                  <b style={{ background: own.accent }} />
                  <b style={{ background: own.ground }} />
                </i>
                {pick(own.title)}
              </button>
            ))}
          </div>
          <h3>{w.prints.typeface}</h3>
          <div className="style-faces" role="radiogroup" aria-label={w.prints.typeface}>
            {typefaces.map((own) => (
              <button
                key={own.value}
                type="button"
                role="radio"
                aria-checked={own.value === (draft.typeface ?? theme?.typeface)}
                className="style-theme"
                data-face={own.value}
                onClick={() => change({ typeface: own.value as Typeface })}
                data-testid={`typeface-${own.value}`}
              >
                {pick(own.name)}
              </button>
            ))}
          </div>
          <h3>{w.prints.colours}</h3>
          <div className="style-colours">
            {(['ink', 'accent', 'ground'] as Colours[]).map((name) => (
              <div key={name}>
                <span>{w.prints.colourNames[name]}</span>
                <ColorPicker
                  size="small"
                  disabledAlpha
                  value={draft[name] || theme?.[name] || '#ffffff'}
                  onChangeComplete={(colour) => change({ [name]: colour.toHexString().slice(0, 7) })}
                />
                <button
                  type="button"
                  className="link"
                  disabled={!draft[name]}
                  onClick={() => change({ [name]: '' })}
                >
                  {w.prints.reset}
                </button>
              </div>
            ))}
          </div>
          <p className="faint">{w.prints.styleText}</p>
          <h3>{w.prints.words}</h3>
          <Text
            label={w.prints.name}
            value={draft.name ?? ''}
            onChange={(name) => change({ name })}
            testid="style-name"
          />
          <Text
            label={w.prints.slogan}
            value={draft.slogan ?? ''}
            hint={theme?.slogan}
            onChange={(slogan) => change({ slogan })}
            testid="style-slogan"
          />
          <Text
            label={w.prints.footer}
            value={draft.footer ?? ''}
            hint={theme?.footer}
            onChange={(footer) => change({ footer })}
            testid="style-footer"
          />
          <div className="style-row">
            <Text
              label={w.prints.badge}
              value={draft.badge ?? ''}
              onChange={(badge) => change({ badge: [...badge].slice(0, 4).join('') })}
              testid="style-badge"
            />
            <div className="field">
              <span className="field-label">{w.prints.emblem}</span>
              <p>
                <button
                  type="button"
                  className="link"
                  onClick={() => void emblem()}
                  data-testid="style-emblem"
                >
                  {w.prints.chooseEmblem}
                </button>
                {draft.emblem ? (
                  <button type="button" className="link" onClick={() => change({ emblem: '' })}>
                    {w.prints.removeEmblem}
                  </button>
                ) : null}
              </p>
            </div>
          </div>
          <p className="faint">{w.prints.phones}</p>
        </div>
        <div className="style-samples" data-testid="style-samples">
          {samples(pieces).map((piece) => (
            <Sample key={`${piece.kind}/${piece.subject}`} piece={piece} style={draft} />
          ))}
        </div>
      </div>
    </Modal>
  );
}

function Text({
  label,
  value,
  hint,
  onChange,
  testid,
}: {
  label: string;
  value: string;
  hint?: string | undefined;
  onChange: (value: string) => void;
  testid: string;
}) {
  return (
    <Labelled label={label}>
      {(id) => (
        <Input
          id={id}
          value={value}
          placeholder={hint ?? ''}
          onChange={(event) => onChange(event.target.value)}
          data-testid={testid}
        />
      )}
    </Labelled>
  );
}

function Sample({ piece, style }: { piece: PieceView; style: SetPrintStyle }) {
  const [settled, setSettled] = useState(style);
  // Typing pauses before anything is drawn.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(style), 250);
    return () => clearTimeout(timer);
  }, [style]);
  const picture = usePicture({
    piece: idOf(piece),
    version: piece.version,
    width: 640,
    look: '',
    style: settled,
  });
  return (
    <figure data-shape={picture && picture.width > picture.height ? 'lying' : 'standing'}>
      {picture ? <img src={`data:image/png;base64,${picture.data}`} alt={piece.name} /> : null}
    </figure>
  );
}
