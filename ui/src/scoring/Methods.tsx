// The three methods side by side for one accident: values are tried, and may be taken as somebody's score.
// Relies on `score-values` for every result; nothing is kept before it is asked for.
import { Select } from 'antd';
import { useEffect, useState } from 'react';
import { backend } from '../backend';
import type { AccidentDetail, AssessmentMethod, PointDetail, Preset, RiskBasis, ScoreReport } from '../ipc';
import { LevelChip } from '../parts/Level';
import { attempt } from '../state/actions';
import { presetOf, usePeople, useProjectRow, useTable } from '../state/rows';
import { usePick, useSettings, useVocabulary } from '../state/settings';
import { useProject, useView } from '../state/store';
import { useWords } from '../words';

const METHODS: readonly AssessmentMethod[] = ['lec', 'ls', 'mes'];

interface Props {
  accident: AccidentDetail;
  detail: PointDetail;
}

export function Methods({ accident, detail }: Props) {
  const w = useWords();
  const pick = usePick();
  const { bases } = useVocabulary();
  const people = usePeople();
  const lately = useView((state) => state.assessor);
  const looked = useProject((state) => state.project?.basis ?? 'existing');
  const [basis, setBasis] = useState<RiskBasis>(looked);
  const [wished, setPerson] = useState<string | null>(null);
  const person = people.find((own) => own.id === (wished ?? lately)) ?? people[0];
  return (
    <div className="score-methods" data-testid="methods">
      <p className="faint">{w.scoring.methodsText}</p>
      <div className="compare-choose">
        <Select
          value={basis}
          options={bases.map((own) => ({ value: own.value, label: pick(own.name) }))}
          onChange={(own: string) => setBasis(own as RiskBasis)}
        />
        <Select
          value={person?.id ?? null}
          placeholder={w.score.assessor}
          options={people.map((own) => ({ value: own.id, label: own.name }))}
          onChange={(own: string) => setPerson(own)}
        />
      </div>
      <div className="methods-compare">
        {METHODS.map((method) => (
          <Method
            key={method}
            method={method}
            accident={accident}
            kind={detail.point.kind}
            basis={basis}
            person={person ? { id: person.id, name: person.name } : null}
          />
        ))}
      </div>
    </div>
  );
}

interface MethodPreset {
  preset: Preset;
  /** The project's row, where it is one. */
  row: string | null;
}

/** The criteria of a method: those of the family where they are of it, else the ones that Sise proposes. */
function usePresetOf(method: AssessmentMethod, kind: PointDetail['point']['kind']): MethodPreset | undefined {
  const { presets } = useVocabulary();
  const project = useProjectRow();
  const rows = useTable('criteria_preset');
  const row = project ? rows.get(project[`${kind}_preset_id`]) : undefined;
  const own = row ? presetOf(row) : undefined;
  if (row && own?.method === method) return { preset: own, row: row.id };
  const usual = presets.find((preset) => preset.method === method && USUAL.has(preset.code));
  return usual ? { preset: usual, row: null } : undefined;
}

/** What Sise proposes for each method where a family has another one. */
const USUAL = new Set(['lec-four-colour', 'ls-1', 'mes']);

interface MethodProps {
  method: AssessmentMethod;
  accident: AccidentDetail;
  kind: PointDetail['point']['kind'];
  basis: RiskBasis;
  person: { id: string; name: string } | null;
}

function Method({ method, accident, kind, basis, person }: MethodProps) {
  const w = useWords();
  const english = useSettings((state) => state.language === 'en');
  const found = usePresetOf(method, kind);
  const preset = found?.preset;
  const own = found?.row ?? null;
  const [values, setValues] = useState<readonly (string | null)[]>([]);
  const factors = preset?.factors.map((_, index) => values[index] ?? null) ?? [];
  const whole = factors.every((value) => value !== null) ? factors.map(String) : null;
  const result = useResult(method, preset?.code ?? null, own, whole);
  if (!preset) return null;
  const rows = preset.factors.map((factor, place) => ({
    factor,
    value: factors[place] ?? null,
    set: (value: string) => setValues(factors.map((old, index) => (index === place ? value : old))),
  }));
  const take = () => {
    if (!whole || !person) return;
    void keepUnder(preset.code, own, accident.accident.id, person.id, basis, whole);
  };
  return (
    <section data-method={method} data-testid={`method-${method}`}>
      <h4>
        {method.toUpperCase()} <em>{english ? preset.english : preset.name}</em>
      </h4>
      {rows.map(({ factor, value, set }) => (
        <div key={factor.symbol} className="field">
          <span className="label">
            {factor.symbol} {english ? factor.english : factor.name}
          </span>
          <Select
            size="small"
            value={value}
            placeholder={w.scoring.choose}
            popupMatchSelectWidth={false}
            options={factor.values.map((own) => ({
              value: own.value,
              label: `${own.value}　${english ? own.english : (own.texts[0] ?? '')}`,
            }))}
            onChange={set}
            data-testid={`method-${method}-${factor.symbol}`}
          />
        </div>
      ))}
      <p className="methods-result" data-testid={`method-${method}-result`}>
        {result ? (
          <>
            <LevelChip level={result.level} />
            <b>{result.score}</b>
            <small>{result.band}</small>
          </>
        ) : (
          <span className="faint">—</span>
        )}
      </p>
      <UseIt
        enabled={whole !== null && person !== null}
        name={person?.name ?? ''}
        onUse={take}
        code={preset.code}
      />
    </section>
  );
}

function UseIt({
  enabled,
  name,
  code,
  onUse,
}: {
  enabled: boolean;
  name: string;
  code: string;
  onUse: () => void;
}) {
  const w = useWords();
  const rows = useTable('criteria_preset');
  // Scores are kept under criteria of the project alone.
  const known = [...rows.values()].some((row) => row.code === code);
  if (!known) return null;
  return (
    <button
      type="button"
      className="secondary"
      disabled={!enabled}
      title={w.scoring.takeHint(name)}
      onClick={onUse}
      data-testid={`method-use-${code}`}
    >
      {w.scoring.useIt}
    </button>
  );
}

async function keepUnder(
  code: string,
  own: string | null,
  accident: string,
  assessor: string,
  basis: RiskBasis,
  factors: string[],
): Promise<void> {
  const rows = [...(useProject.getState().project?.tables.criteria_preset.values() ?? [])];
  const latest = rows.filter((row) => row.code === code).sort((a, b) => b.version - a.version)[0];
  const preset = own ?? latest?.id;
  if (preset) await attempt({ type: 'score', accident, assessor, basis, factors, preset });
}

function useResult(
  method: AssessmentMethod,
  preset: string | null,
  own: string | null,
  values: readonly string[] | null,
): ScoreReport | null {
  const [report, setReport] = useState<ScoreReport | null>(null);
  const input = values?.join(',') ?? null;
  useEffect(() => {
    let over = false;
    if (!input || !preset) {
      setReport(null);
      return;
    }
    backend()
      .call('score-values', { method, preset, own, inputs: [input] })
      .then(
        (found) => {
          if (!over) setReport(found);
        },
        () => {
          if (!over) setReport(null);
        },
      );
    return () => {
      over = true;
    };
  }, [method, preset, own, input]);
  return report;
}
