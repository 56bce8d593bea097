// What criteria would change before they are applied: every level that changes, as a list and on the map.
// Relies on `preview-preset` for each level. Changes nothing.
import { useEffect, useMemo, useState } from 'react';
import { backend, toCallError } from '../backend';
import { ChangeList } from '../compare/ChangeList';
import { ChangeMap } from '../compare/ChangeMap';
import type { LevelChange } from '../compare/changes';
import type {
  ApiError,
  LevelChange as PresetChange,
  PresetChoice,
  PresetPreview,
  RiskPointKind,
} from '../ipc';
import { useVocabulary } from '../state/settings';
import { useWords } from '../words';

const PAUSE = 250;

export function Preview({ preview, none }: { preview: PresetPreview | null; none: boolean }) {
  const w = useWords();
  const { levels } = useVocabulary();
  const [chosen, setChosen] = useState<string | null>(null);
  const changes = useMemo(() => {
    const rank = (level: PresetChange['before']) => {
      const index = levels.findIndex((own) => own.value === level);
      return index < 0 ? levels.length : index;
    };
    return (preview?.changes ?? []).map(
      (own): LevelChange => ({
        point: own.id,
        code: own.code,
        name: own.name,
        kind: rank(own.after) < rank(own.before) ? 'raised' : 'lowered',
        before: own.before,
        after: own.after,
        scoreBefore: own.score_before,
        scoreAfter: own.score_after,
      }),
    );
  }, [preview, levels]);
  if (none) return <p className="faint">{w.presets.chooseFamily}</p>;
  if (!preview) return null;
  return (
    <div className="preset-preview-body" data-testid="preset-preview" data-changes={changes.length}>
      <p>
        {changes.length === 0 ? w.presets.previewNone : w.presets.previewSome(changes.length)}
        {preview.kept > 0 ? <span className="faint"> {w.presets.stays(preview.kept)}</span> : null}
      </p>
      {changes.length > 0 ? (
        <div className="compare">
          <ChangeList changes={changes} chosen={chosen} onChoose={setChosen} />
          <ChangeMap changes={changes} chosen={chosen} onChoose={setChosen} />
        </div>
      ) : null}
    </div>
  );
}

interface Checked {
  preview: PresetPreview | null;
  error: ApiError | null;
  checking: boolean;
}

/** Asks after each pause of typing; the last answer stays until the next one comes. */
export function usePreview(choice: PresetChoice | null, kinds: readonly RiskPointKind[]): Checked {
  const [state, setState] = useState<Checked>({ preview: null, error: null, checking: true });
  useEffect(() => {
    if (!choice) return;
    let over = false;
    setState((old) => ({ ...old, checking: true }));
    const timer = setTimeout(() => {
      backend()
        .call('preview-preset', { preset: choice, kinds: [...kinds] })
        .then(
          (preview) => {
            if (!over) setState({ preview, error: null, checking: false });
          },
          (thrown) => {
            if (!over) setState((old) => ({ ...old, error: toCallError(thrown).api, checking: false }));
          },
        );
    }, PAUSE);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [choice, kinds]);
  return state;
}
