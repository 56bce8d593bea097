// 随手拍: anybody says what is wrong and where; the rest is judged later.
// Relies on Rust for the code that it gets.
import { AutoComplete, Input, Modal } from 'antd';
import { useState } from 'react';
import { toCallError } from '../backend';
import { timeNow, today } from '../format/day';
import { openDanger, type Reporting, useInspect } from '../inspect/state';
import { usePersonChoices } from '../inspector/BasicsTab';
import type { ApiError, InspectionKind } from '../ipc';
import { useNames } from '../list/filter';
import { useChoices } from '../parts/choices';
import { DayField } from '../parts/DayField';
import { errorText, Labelled } from '../parts/fields';
import { execute } from '../state/actions';
import { notify } from '../state/notices';
import { usePeople } from '../state/rows';
import { useSettings, useVocabulary } from '../state/settings';
import { useProject } from '../state/store';
import { bothWords, useWords } from '../words';
import { ChoiceOf } from './ActFields';
import { PhotosField } from './Photos';

const close = () => useInspect.setState({ reporting: null });

export function ReportDialog({ about }: { about: Reporting }) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const sources = useChoices(useVocabulary().dangers.sources);
  const people = usePeople();
  const choices = usePersonChoices();
  const points = useProject((state) => state.project?.points);
  const places = usePlaceOf();
  const [description, setDescription] = useState('');
  const [point, setPoint] = useState<string | null>(about.point);
  const [place, setPlace] = useState(() => places(about.point, about.floor));
  const [source, setSource] = useState<string | null>('anybody');
  const [day, setDay] = useState<string | null>(today());
  const [reporter, setReporter] = useState('');
  const [photos, setPhotos] = useState<string[]>([]);
  const [error, setError] = useState<ApiError | null>(null);
  const takePoint = (id: string | null) => {
    if (place === '' || place === places(point, about.floor)) setPlace(places(id, about.floor));
    setPoint(id);
  };
  const save = async (draft: boolean) => {
    const person = people.find((own) => own.name === reporter.trim());
    try {
      const changed = await execute({
        type: 'report-danger',
        draft,
        description: description.trim(),
        place: place.trim(),
        point,
        measure: null,
        item: null,
        floor: point ? null : about.floor,
        position: point ? null : about.position,
        source: (source ?? 'anybody') as InspectionKind,
        found_on: day ?? today(),
        found_at: day === today() ? timeNow() : null,
        reporter: person?.id ?? null,
        reporter_name: person ? '' : reporter.trim(),
        department: null,
        topic: null,
        note: '',
        photos: photos.map((asset) => ({ asset, moment: 'before', note: '' })),
      });
      close();
      const made = changed.created.find((own) => own.table === 'hidden_danger');
      notify({ kind: 'done', text: bothWords((words) => words.dangers.reported('')) });
      if (made) openDanger(made.id);
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  const ready =
    description.trim() !== '' && (place.trim() !== '' || point !== null || about.position !== null);
  return (
    <Modal
      open
      width={640}
      style={{ top: 48 }}
      title={w.dangers.reportTitle}
      onCancel={close}
      onOk={() => void save(false)}
      okText={w.dangers.reportGo}
      cancelText={w.common.cancel}
      okButtonProps={{ disabled: !ready, 'data-testid': 'report-go' }}
      footer={(_, { OkBtn, CancelBtn }) => (
        <>
          <button
            type="button"
            className="link report-draft"
            disabled={description.trim() === ''}
            onClick={() => void save(true)}
            data-testid="report-draft"
          >
            {w.dangers.draftGo}
          </button>
          <CancelBtn />
          <OkBtn />
        </>
      )}
    >
      <p className="dialog-about">{w.dangers.reportText}</p>
      <div className="form" data-testid="report-form">
        <Labelled label={`${w.dangers.description} *`} wide error={errorText(error, language)}>
          {(id) => (
            <Input.TextArea
              id={id}
              autoFocus
              value={description}
              autoSize={{ minRows: 2, maxRows: 6 }}
              placeholder={w.dangers.descriptionHint}
              onChange={(event) => setDescription(event.target.value)}
              data-testid="report-description"
            />
          )}
        </Labelled>
        <Labelled label={`${w.dangers.place} *`} wide>
          {(id) => (
            <Input
              id={id}
              value={place}
              placeholder={w.dangers.placeHint}
              onChange={(event) => setPlace(event.target.value)}
              data-testid="report-place"
            />
          )}
        </Labelled>
        <ChoiceOf
          label={w.dangers.pointHint}
          value={point}
          choices={[...(points?.values() ?? [])].map((own) => ({
            value: own.id,
            label: `${own.code} ${own.name}`,
          }))}
          wide
          onChange={takePoint}
          testid="report-point"
        />
        <PhotosField label={w.dangers.photos} assets={photos} onChange={setPhotos} testid="report-photos" />
        <DayField label={w.dangers.foundOn} value={day} onChange={setDay} testid="report-day" />
        <Labelled label={w.dangers.reporter}>
          {(id) => (
            <AutoComplete
              id={id}
              value={reporter}
              placeholder={w.dangers.anonymous}
              options={choices.map((own) => ({
                value: people.find((person) => person.id === own.value)?.name ?? own.label,
                label: own.label,
              }))}
              showSearch={{ filterOption: (typed, own) => String(own?.label ?? '').includes(typed) }}
              onChange={setReporter}
              data-testid="report-reporter"
            />
          )}
        </Labelled>
        <ChoiceOf
          label={w.dangers.source}
          value={source}
          choices={sources}
          onChange={setSource}
          testid="report-source"
        />
      </div>
    </Modal>
  );
}

/** Where a point or a floor is, in words. */
function usePlaceOf(): (point: string | null, floor: string | null) => string {
  const names = useNames();
  const project = useProject((state) => state.project);
  return (id, floor) => {
    const point = id ? project?.points.get(id) : undefined;
    if (point)
      return point.location || [names.floor(point), names.zone(point.zone_id)].filter(Boolean).join(' ');
    const row = floor ? project?.tables.floor.get(floor) : undefined;
    const building = row?.building_id ? project?.tables.building.get(row.building_id) : undefined;
    return [building?.name, row?.name].filter(Boolean).join(' ');
  };
}
