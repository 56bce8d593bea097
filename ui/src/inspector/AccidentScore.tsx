// Scoring one possible accident: the mean, where it lies on the ruler, who chose what, and the values to choose.
// Relies on `score` at each choice, so that colours follow at once. Computes nothing but a place on the ruler.
import { Dropdown } from 'antd';
import { useState } from 'react';
import type { AccidentDetail, AccidentView, AssessmentView, Preset, RiskBasis } from '../ipc';
import { Icon } from '../parts/icons';
import { Adjustment } from '../scoring/Adjustment';
import { BandTable } from '../scoring/BandTable';
import { Matrix } from '../scoring/Matrix';
import { useMatrix } from '../scoring/useMatrix';
import { attempt } from '../state/actions';
import { usePeople, usePreset } from '../state/rows';
import { useView } from '../state/store';
import { useWords } from '../words';
import { AddPerson } from './AddPerson';
import { FactorChoices } from './FactorChoices';
import { Ruler } from './Ruler';

interface Props {
  accident: AccidentDetail;
  view: AccidentView;
  basis: RiskBasis;
  /** The criteria that new scores use. */
  preset: string | null;
  /** Whether there is room for the table of bands. */
  wide?: boolean;
}

export function AccidentScore({ accident, view, basis, preset: current, wide = false }: Props) {
  const people = usePeople();
  const lately = useView((state) => state.assessor);
  const used = view.preset_id ?? view.assessments[0]?.assessment.preset_id ?? current;
  const preset = usePreset(used);
  const [chosen, setChosen] = useState<string | null>(null);
  const known = (id: string | null) => people.some((person) => person.id === id);
  const first =
    view.assessments[0]?.assessment.assessor_id ?? (known(lately) ? lately : people[0]?.id) ?? null;
  const active = known(chosen) ? chosen : first;
  if (!preset) return null;
  return (
    <div className="score-box">
      <Mean view={view} />
      <Ruler preset={preset} score={view.score} />
      {wide ? <BandTable preset={preset} level={view.computed} band={view.band} score={view.score} /> : null}
      <Flags view={view} />
      <Assessors
        view={view}
        preset={preset}
        active={active}
        onChoose={(person) => {
          setChosen(person);
          useView.setState({ assessor: person });
        }}
      />
      {active ? (
        <Choices
          key={`${accident.accident.id}/${active}/${basis}`}
          accident={accident.accident.id}
          assessor={active}
          basis={basis}
          own={view.assessments.find((one) => one.assessment.assessor_id === active)}
          presetId={used}
          preset={preset}
          assessments={view.assessments}
        />
      ) : (
        <AddPerson />
      )}
      <Adjustment accident={accident.accident.id} basis={basis} view={view} />
    </div>
  );
}

/** What the assessors should look at together. */
function Flags({ view }: { view: AccidentView }) {
  const w = useWords();
  if (!view.spread && !view.lowered_by_mean) return null;
  return (
    <div className="score-flags" data-testid="score-flags" data-spread={view.spread}>
      {view.spread ? <span>⚠ {w.scoring.spread}</span> : null}
      {view.lowered_by_mean ? <span>{w.scoring.lowered}</span> : null}
    </div>
  );
}

function Mean({ view }: { view: AccidentView }) {
  const w = useWords();
  const count = view.assessments.length;
  return (
    <div className="mean" data-testid="mean">
      <b data-testid="score">{view.score ?? '—'}</b>
      <span>
        {count > 0 ? (count > 1 ? w.score.meanOf(count) : w.score.one) : w.score.notYet}
        {view.range ? ` · ${view.range}` : ''}
        {view.least && view.greatest && view.least !== view.greatest ? (
          <small data-testid="score-range">{w.scoring.range(view.least, view.greatest)}</small>
        ) : null}
      </span>
    </div>
  );
}

interface AssessorsProps {
  view: AccidentView;
  preset: Preset;
  active: string | null;
  onChoose: (person: string) => void;
}

function Assessors({ view, preset, active, onChoose }: AssessorsProps) {
  const w = useWords();
  const people = usePeople();
  const scored = new Set(view.assessments.map((own) => own.assessment.assessor_id));
  const others = people.filter((person) => !scored.has(person.id) && person.id !== active);
  const waiting = people.find((person) => person.id === active && !scored.has(person.id));
  const symbol = preset.method === 'lec' ? 'D' : 'R';
  const menu = {
    items: others.map((person) => ({ key: person.id, label: person.name, 'data-testid': 'assessor-option' })),
    onClick: ({ key }: { key: string }) => onChoose(key),
  };
  return (
    <>
      <table className="assessors">
        <thead>
          <tr>
            <th>{w.score.assessor}</th>
            {preset.factors.map((factor) => (
              <th key={factor.symbol}>{factor.symbol}</th>
            ))}
            <th>{symbol}</th>
            <th aria-label={w.score.removeScore} />
          </tr>
        </thead>
        <tbody>
          {view.assessments.map((own) => (
            <AssessorRow
              key={own.assessment.id}
              own={own}
              active={own.assessment.assessor_id === active}
              onChoose={onChoose}
            />
          ))}
          {waiting ? (
            <tr data-active="true">
              <td>{waiting.name}</td>
              <td colSpan={preset.factors.length + 2} className="faint">
                {w.score.chooseValues}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {others.length > 0 ? (
        <Dropdown trigger={['click']} menu={menu}>
          <button type="button" className="link add-assessor" data-testid="add-assessor">
            ＋ {w.score.addAssessor}
          </button>
        </Dropdown>
      ) : null}
    </>
  );
}

interface RowProps {
  own: AssessmentView;
  active: boolean;
  onChoose: (person: string) => void;
}

function AssessorRow({ own, active, onChoose }: RowProps) {
  const w = useWords();
  const { assessment } = own;
  return (
    <tr
      data-active={active}
      data-assessor={assessment.assessor_id}
      onClick={() => onChoose(assessment.assessor_id)}
    >
      <td>
        <button type="button" className="plain" onClick={() => onChoose(assessment.assessor_id)}>
          {own.assessor}
        </button>
      </td>
      {assessment.factors.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place of a factor is its identity
        <td key={index}>{value}</td>
      ))}
      <td>
        <span className="product" data-level={own.level ?? 'unassessed'}>
          {own.product ?? w.score.invalid}
        </span>
      </td>
      <td>
        <button
          type="button"
          className="ib tiny"
          title={w.score.removeScore}
          onClick={(event) => {
            event.stopPropagation();
            void attempt({ type: 'remove', rows: [{ table: 'assessment', id: assessment.id }] });
          }}
          data-testid="remove-score"
        >
          <Icon name="close" size={12} />
        </button>
      </td>
    </tr>
  );
}

interface ChoicesProps {
  accident: string;
  assessor: string;
  basis: RiskBasis;
  own: AssessmentView | undefined;
  presetId: string | null;
  preset: Preset;
  assessments: readonly AssessmentView[];
}

function Choices({ accident, assessor, basis, own, presetId, preset, assessments }: ChoicesProps) {
  // Values chosen before all of them are; complete ones are Rust's.
  const [begun, setBegun] = useState<(string | null)[]>(() => preset.factors.map(() => null));
  const values = own ? own.assessment.factors : begun;
  const cells = useMatrix(preset, presetId);
  const choose = (index: number, value: string) =>
    take(values.map((old, place) => (place === index ? value : old)));
  const take = async (next: (string | null)[]) => {
    setBegun(next);
    const factors = next.filter((one) => one !== null);
    if (factors.length < preset.factors.length) return;
    useView.setState({ assessor });
    await attempt({ type: 'score', accident, assessor, basis, factors, preset: presetId });
  };
  return (
    <>
      {cells ? (
        <Matrix
          preset={preset}
          cells={cells}
          chosen={values}
          marks={assessments.map((one) => ({
            factors: one.assessment.factors,
            mark: [...one.assessor][0] ?? '',
            name: one.assessor,
          }))}
          onChoose={(factors) => void take(factors)}
        />
      ) : null}
      <FactorChoices preset={preset} values={values} onChoose={(index, value) => void choose(index, value)} />
    </>
  );
}
