// The hazards of a point: what can go wrong, by which factor, with which accidents.
// Relies on `add`, `set-field` and `remove`; codes come from the catalogues of the vocabulary.
import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { HazardDetail, PointDetail, RiskPointKind } from '../ipc';
import { Empty } from '../parts/Empty';
import { ChoiceField, Labelled, TextField } from '../parts/fields';
import { Icon } from '../parts/icons';
import { LevelChip } from '../parts/Level';
import { attempt } from '../state/actions';
import { useProjectRow } from '../state/rows';
import { usePick, useVocabulary } from '../state/settings';
import { useProject, useView } from '../state/store';
import { useWords } from '../words';

export function HazardsTab({ detail }: { detail: PointDetail }) {
  const w = useWords();
  return (
    <>
      {detail.hazards.length === 0 ? <Empty title={w.hazard.emptyTitle} text={w.hazard.emptyText} /> : null}
      {detail.hazards.map((hazard, index) => (
        <HazardCard key={hazard.hazard.id} hazard={hazard} number={index + 1} kind={detail.point.kind} />
      ))}
      <NewHazard point={detail.point.id} first={detail.hazards.length === 0} />
    </>
  );
}

function HazardCard({ hazard, number, kind }: { hazard: HazardDetail; number: number; kind: RiskPointKind }) {
  const w = useWords();
  const pick = usePick();
  const basis = useProject((state) => state.project?.basis);
  const { hazard_factors } = useVocabulary();
  const { hazard: own } = hazard;
  const row = { table: 'hazard' as const, id: own.id };
  const factors = useMemo(
    () =>
      hazard_factors.map((entry) => ({ value: entry.value, label: `${entry.value} ${pick(entry.name)}` })),
    [hazard_factors, pick],
  );
  return (
    <section className="sec hazard-card" data-testid="hazard" data-hazard={own.id}>
      <h3>
        <span>
          {w.hazard.title} {number}
        </span>
        <span className="head-actions">
          <LevelChip level={basis === 'inherent' ? hazard.inherent : hazard.existing} />
          <button
            type="button"
            className="ib tiny"
            title={w.hazard.remove}
            onClick={() => void attempt({ type: 'remove', rows: [row] })}
            data-testid="hazard-remove"
          >
            <Icon name="trash" size={14} />
          </button>
        </span>
      </h3>
      <div className="form">
        <TextField
          row={row}
          column="description"
          value={own.description}
          label={w.hazard.description}
          lines={2}
          wide
          testid="hazard-description"
        />
        <Accidents hazard={hazard} />
        <TextField
          row={row}
          column="step"
          value={own.step}
          label={kind === 'activity' ? w.hazard.step : w.hazard.item}
          wide
          testid="hazard-step"
        />
        {kind === 'activity' ? null : (
          <TextField
            row={row}
            column="standard"
            value={own.standard}
            label={w.hazard.standard}
            wide
            testid="hazard-standard"
          />
        )}
        <ChoiceField
          row={row}
          column="factor"
          value={own.factor}
          label={w.hazard.factor}
          choices={factors}
          wide
          testid="hazard-factor"
        />
        <TextField
          row={row}
          column="consequence"
          value={own.consequence}
          label={w.hazard.consequence}
          wide
          testid="hazard-consequence"
        />
      </div>
    </section>
  );
}

function Accidents({ hazard }: { hazard: HazardDetail }) {
  const w = useWords();
  const options = useAccidentOptions();
  const add = (code: string) =>
    attempt({
      type: 'add',
      table: 'possible_accident',
      cells: { hazard_id: hazard.hazard.id, accident_type: code },
    });
  const remove = (code: string) => {
    const gone = hazard.accidents.find((own) => own.accident.accident_type === code);
    if (gone) void attempt({ type: 'remove', rows: [{ table: 'possible_accident', id: gone.accident.id }] });
  };
  return (
    <Labelled label={w.hazard.accidents} wide>
      {(id) => (
        <>
          <Select
            id={id}
            mode="multiple"
            value={hazard.accidents.map((own) => own.accident.accident_type)}
            options={options}
            placeholder={w.hazard.chooseAccidents}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={280}
            onSelect={(code: string) => void add(code)}
            onDeselect={(code: string) => remove(code)}
            data-testid="hazard-accidents"
          />
          {hazard.accidents.length > 0 ? (
            <button
              type="button"
              className="link to-score"
              onClick={() => useView.setState({ tab: 'score' })}
              data-testid="to-score"
            >
              {w.hazard.toScore} →
            </button>
          ) : null}
        </>
      )}
    </Labelled>
  );
}

function useAccidentOptions() {
  const w = useWords();
  const pick = usePick();
  const { accident_types } = useVocabulary();
  const preferred = useProjectRow()?.accident_catalogue;
  return useMemo(() => {
    // The catalogue that the project prints with comes first.
    const all = [...new Set(accident_types.map((own) => own.catalogue))];
    const catalogues = [...all].sort((a, b) => Number(b === preferred) - Number(a === preferred));
    const title = (catalogue: string) =>
      ({ 'gb6441-1986': w.hazard.gb1986, 'gb6441-2025': w.hazard.gb2025, school: w.hazard.school })[
        catalogue
      ] ?? catalogue;
    return catalogues.map((catalogue) => ({
      label: title(catalogue),
      options: accident_types
        .filter((own) => own.catalogue === catalogue)
        .map((own) => ({ value: own.value, label: pick(own.name) })),
    }));
  }, [accident_types, preferred, pick, w]);
}

function NewHazard({ point, first }: { point: string; first: boolean }) {
  const w = useWords();
  const [text, setText] = useState('');
  const add = async () => {
    const description = text.trim();
    if (description === '') return;
    const made = await attempt({ type: 'add', table: 'hazard', cells: { point_id: point, description } });
    if (made) setText('');
  };
  return (
    <section className="sec new-hazard">
      <Input.TextArea
        value={text}
        autoFocus={first}
        autoSize={{ minRows: 2, maxRows: 5 }}
        placeholder={w.hazard.newHint}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => {
          event.preventDefault();
          void add();
        }}
        data-testid="new-hazard"
      />
      <Button
        type={first ? 'primary' : 'default'}
        disabled={text.trim() === ''}
        onClick={() => void add()}
        data-testid="new-hazard-add"
      >
        {w.hazard.add}
      </Button>
    </section>
  );
}
