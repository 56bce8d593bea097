// One piece, large: its pages as they are printed, why it is out of date, and its texts, which may be changed here alone.
// Relies on `print-picture` being the export's own drawing, and on `piece-texts` for what may be changed.
import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { backend } from '../backend';
import { Photo, pickPhoto } from '../dangers/Photos';
import type { PieceText, PieceView, PrintKindView, PrintSize } from '../ipc';
import { Icon } from '../parts/icons';
import { attempt } from '../state/actions';
import { usePick } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';
import { idOf, keyOf, usePicture } from './pieces';

interface Props {
  piece: PieceView;
  kinds: readonly PrintKindView[];
  look: string;
  onClose: () => void;
}

export function Preview({ piece, kinds, look, onClose }: Props) {
  const w = useWords();
  const pick = usePick();
  const step = useProject((state) => state.project?.step ?? 0);
  const kind = kinds.find((own) => own.kind === piece.kind);
  const [page, setPage] = useState(0);
  const [size, setSize] = useState<PrintSize | null>(null);
  const key = keyOf(idOf(piece));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another piece begins at its first page
  useEffect(() => {
    setPage(0);
    setSize(null);
  }, [key]);
  const picture = usePicture({
    piece: idOf(piece),
    version: piece.version,
    page,
    width: 900,
    size,
    look: `${look}${step}`,
  });
  const pages = picture?.pages ?? 1;
  return (
    <aside className="preview" data-testid="preview" data-version={picture?.version ?? ''}>
      <header>
        <div>
          <h2>{piece.name}</h2>
          <p>
            {kind ? pick(kind.title) : ''} · {w.prints.version} <code>{piece.version}</code>
            {piece.printed_on ? ` · ${w.prints.printedOn(piece.printed_on)}` : ''}
          </p>
        </div>
        <button type="button" className="quiet" onClick={onClose} aria-label={w.prints.close}>
          <Icon name="close" size={16} />
        </button>
      </header>
      <div className="preview-bar">
        <Select
          size="small"
          value={size ?? kind?.sizes[0] ?? null}
          options={(kind?.sizes ?? []).map((own) => ({ value: own, label: own.toUpperCase() }))}
          onChange={(own: PrintSize) => {
            setPage(0);
            setSize(own);
          }}
          style={{ minWidth: 110 }}
          data-testid="preview-size"
        />
        {pages > 1 ? (
          <span className="preview-pages">
            <button type="button" className="link" disabled={page === 0} onClick={() => setPage(page - 1)}>
              {w.prints.before}
            </button>
            {w.prints.page(page + 1, pages)}
            <button
              type="button"
              className="link"
              disabled={page + 1 >= pages}
              onClick={() => setPage(page + 1)}
            >
              {w.prints.after}
            </button>
          </span>
        ) : null}
      </div>
      <div className="preview-paper">
        {picture ? (
          <img
            src={`data:image/png;base64,${picture.data}`}
            alt={piece.name}
            draggable={false}
            data-testid="preview-picture"
          />
        ) : null}
      </div>
      {picture && picture.problems.length > 0 ? (
        <ul className="preview-problems">
          {[...new Set(picture.problems.map(pick))].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : null}
      {piece.reasons.length > 0 ? (
        <section data-testid="preview-reasons">
          <h3>{w.prints.why}</h3>
          <ul className="reasons">
            {piece.reasons.map((own) => (
              <li key={own.chinese}>{pick(own)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <WallPhoto piece={piece} />
      <Texts piece={piece} step={step} />
    </aside>
  );
}

/** What hangs, photographed: for a piece that was recorded as hanging. */
function WallPhoto({ piece }: { piece: PieceView }) {
  const w = useWords();
  if (!piece.printed) return null;
  const row = { table: 'printed_piece' as const, id: piece.printed };
  const set = (value: string) => attempt({ type: 'set-field', row, column: 'photo', value });
  const choose = async () => {
    const asset = await pickPhoto(w.inspect.photoPick, w.inspect.photoFilter);
    if (asset) await set(asset);
  };
  const held = /^[0-9a-f]{64}$/.test(piece.photo);
  return (
    <section className="wall-photo" data-testid="wall-photo">
      <h3>{w.prints.wallPhoto}</h3>
      <p className="faint">{w.prints.wallPhotoHint}</p>
      {held ? (
        <div className="photos">
          <Photo asset={piece.photo} title={piece.name} onRemove={() => void set('')} />
        </div>
      ) : null}
      <button type="button" className="link" onClick={() => void choose()} data-testid="wall-photo-add">
        {held ? w.prints.wallPhotoChange : w.prints.wallPhotoAdd}
      </button>
    </section>
  );
}

function Texts({ piece, step }: { piece: PieceView; step: number }) {
  const w = useWords();
  const [texts, setTexts] = useState<readonly PieceText[]>([]);
  const { kind, subject } = piece;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step may have changed a text
  useEffect(() => {
    let over = false;
    backend()
      .call('piece-texts', { kind, subject })
      .then(
        (own) => {
          if (!over) setTexts(own);
        },
        // The piece may be gone by now; then it has no texts.
        () => {
          if (!over) setTexts([]);
        },
      );
    return () => {
      over = true;
    };
  }, [kind, subject, step]);
  if (texts.length === 0) return null;
  return (
    <section className="piece-texts">
      <h3>{w.prints.texts}</h3>
      <p className="faint">{w.prints.textsHint}</p>
      {texts.map((own) => (
        <Text key={`${kind}/${subject}/${own.field}`} piece={piece} text={own} />
      ))}
    </section>
  );
}

function Text({ piece, text }: { piece: PieceView; text: PieceText }) {
  const w = useWords();
  const pick = usePick();
  const [draft, setDraft] = useState<string | null>(null);
  const say = async (own: string | null) => {
    await attempt({
      type: 'rewrite-text',
      kind: piece.kind,
      subject: piece.subject,
      field: text.field,
      source: text.model ?? '',
      text: own,
    });
    setDraft(null);
  };
  return (
    <div className="piece-text" data-own={text.own} data-testid="piece-text" data-field={text.field}>
      <span>
        {pick(text.title)}
        {text.own ? (
          <em className="piece-state" data-state={text.overtaken ? 'stale' : 'own'}>
            {text.overtaken ? (text.model === null ? w.prints.gone : w.prints.overtaken) : w.prints.own}
          </em>
        ) : null}
      </span>
      {draft === null ? (
        <p>{text.text}</p>
      ) : (
        <Input.TextArea
          value={draft}
          autoSize={{ minRows: 1, maxRows: 6 }}
          autoFocus
          onChange={(event) => setDraft(event.target.value)}
          data-testid="piece-text-input"
        />
      )}
      {text.own && text.model !== null ? (
        <p className="faint">
          {w.prints.model}：{text.model}
        </p>
      ) : null}
      <div className="piece-text-actions">
        {draft === null ? (
          <button
            type="button"
            className="link"
            onClick={() => setDraft(text.text)}
            data-testid="piece-text-edit"
          >
            {w.prints.edit}
          </button>
        ) : (
          <>
            <button
              type="button"
              className="link"
              onClick={() => void say(draft)}
              data-testid="piece-text-keep"
            >
              {w.prints.keep}
            </button>
            <button type="button" className="link" onClick={() => setDraft(null)}>
              {w.common.cancel}
            </button>
          </>
        )}
        {text.own ? (
          <button
            type="button"
            className="link"
            onClick={() => void say(null)}
            data-testid="piece-text-restore"
          >
            {w.prints.restore}
          </button>
        ) : null}
      </div>
    </div>
  );
}
