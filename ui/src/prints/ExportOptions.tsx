// What is printed and how: kinds, formats, floors, sizes, personal data.
// Relies on the formats and sizes that each kind has.
import { Select } from 'antd';
import type { Dispatch, ReactNode, SetStateAction } from 'react';
import type { ApiError, PrintFormat, PrintKind, PrintKindView, PrintSize } from '../ipc';
import { errorText } from '../parts/fields';
import { MonthField } from '../parts/MonthField';
import { floorsOf, useBuildings, useTable } from '../state/rows';
import { usePick, useSettings } from '../state/settings';
import { useWords } from '../words';
import { chooseFolder, type Options } from './job';

const DPI: readonly number[] = [150, 300, 600];

export function firstOptions(kinds: PrintKindView[], chosen: PrintKind[]): Options {
  const own = kinds.filter((view) => chosen.includes(view.kind));
  const formats = new Set(own.flatMap((view) => view.formats));
  const usual: PrintFormat[] = formats.has('pdf') ? ['pdf'] : [...formats].slice(0, 1);
  // Several kinds have each their usual size.
  const size = own.length === 1 ? own[0]?.sizes[0] : undefined;
  return {
    folder: '',
    kinds: chosen,
    formats: formats.has('xlsx') && !usual.includes('xlsx') ? [...usual, 'xlsx'] : usual,
    floors: null,
    points: null,
    ...(size ? { map_size: size } : {}),
    card_layout: 'one-per-page',
    dpi: 300,
    ink: 'rgb',
    open_phones: false,
  };
}

/** The same papers of another month; without one the program takes the latest. */
function withMonth({ month: _, ...options }: Options, month: string | null): Options {
  return month ? { ...options, month } : options;
}

interface Props {
  kinds: PrintKindView[];
  options: Options;
  onChange: Dispatch<SetStateAction<Options>>;
  error: ApiError | null;
}

export function ExportOptions({ kinds, options, onChange, error }: Props) {
  const w = useWords();
  const pick = usePick();
  const language = useSettings((state) => state.language);
  const change = (part: Partial<Options>) => onChange((old) => ({ ...old, ...part }));
  const own = kinds.filter((view) => options.kinds.includes(view.kind));
  const formats = [...new Set(own.flatMap((view) => view.formats))];
  const sizes = own.length === 1 ? (own[0]?.sizes ?? []) : [];
  const maps = own.some((view) => view.kind.includes('map')) && !options.pieces && !options.stale;
  const monthly = own.some((view) => view.monthly) && !options.pieces && !options.stale;
  const cards = options.kinds.includes('notice-card');
  const toggle = <T,>(list: readonly T[], item: T) =>
    list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
  return (
    <>
      {kinds.length > 1 ? (
        <Line label={w.exports.what}>
          <Choices
            all={kinds.map((view) => ({ value: view.kind, label: pick(view.title) }))}
            chosen={options.kinds}
            onToggle={(kind) => change({ kinds: toggle(options.kinds, kind) })}
            testid="export-kind"
          />
        </Line>
      ) : null}
      <Line label={w.exports.formats}>
        <Choices
          all={formats.map((format) => ({ value: format, label: format.toUpperCase() }))}
          chosen={options.formats}
          onToggle={(format) => change({ formats: toggle(options.formats, format) })}
          testid="export-format"
        />
      </Line>
      {monthly ? (
        <Line label={w.exports.month}>
          <MonthField
            month={options.month ?? null}
            none={w.exports.latestMonth}
            onChange={(month) => onChange((old) => withMonth(old, month))}
            testid="export-month"
          />
        </Line>
      ) : null}
      {maps ? (
        <Line label={w.exports.floors}>
          <Floors chosen={options.floors} onChange={(floors) => change({ floors })} />
        </Line>
      ) : null}
      {sizes.length > 1 ? (
        <Line label={w.exports.size}>
          <Choices
            all={sizes.map((size) => ({ value: size, label: size.toUpperCase() }))}
            chosen={options.map_size ? [options.map_size] : []}
            onToggle={(size: PrintSize) => change({ map_size: size })}
            testid="export-size"
          />
        </Line>
      ) : null}
      {maps ? (
        <Line label={w.exports.evacuation}>
          <Choices
            all={[
              { value: 'shown', label: w.exports.evacuationShown },
              { value: 'hidden', label: w.exports.evacuationHidden },
            ]}
            chosen={[options.evacuation === false ? 'hidden' : 'shown']}
            onToggle={(value) => change({ evacuation: value === 'shown' })}
            testid="export-evacuation"
          />
        </Line>
      ) : null}
      {cards ? (
        <Line label={w.exports.layout}>
          <Choices
            all={[
              { value: 'one-per-page' as const, label: w.exports.one },
              { value: 'four-per-page' as const, label: w.exports.four },
            ]}
            chosen={[options.card_layout]}
            onToggle={(card_layout) => change({ card_layout })}
            testid="export-layout"
          />
        </Line>
      ) : null}
      {options.formats.includes('png') ? (
        <Line label={w.exports.dpi}>
          <Choices
            all={DPI.map((dpi) => ({ value: dpi, label: `${dpi} dpi` }))}
            chosen={[options.dpi]}
            onToggle={(dpi) => change({ dpi })}
            testid="export-dpi"
          />
        </Line>
      ) : null}
      {options.formats.includes('pdf') ? (
        <Line label={w.exports.ink}>
          <Choices
            all={[
              { value: 'rgb' as const, label: w.exports.rgb },
              { value: 'cmyk' as const, label: w.exports.cmyk },
            ]}
            chosen={[options.ink]}
            onToggle={(ink) => change({ ink })}
            testid="export-ink"
          />
        </Line>
      ) : null}
      <Line label={w.exports.phones}>
        <Choices
          all={[
            { value: 'hidden', label: w.exports.phonesHidden },
            { value: 'open', label: w.exports.phonesOpen },
          ]}
          chosen={[options.open_phones ? 'open' : 'hidden']}
          onToggle={(value) => change({ open_phones: value === 'open' })}
          testid="export-phones"
        />
      </Line>
      <Line label={w.exports.folder}>
        <span className="export-folder">
          <em data-testid="export-folder-path">{options.folder || w.exports.noFolder}</em>
          <button
            type="button"
            className="link"
            onClick={() =>
              void chooseFolder(w.exports.folderTitle).then((folder) => folder && change({ folder }))
            }
            data-testid="export-folder"
          >
            {w.exports.choose}
          </button>
        </span>
      </Line>
      {error ? (
        <p className="field-error" role="alert" data-testid="export-error">
          {errorText(error, language)}
        </p>
      ) : null}
    </>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="export-line">
      <span>{label}</span>
      <div>{children}</div>
    </div>
  );
}

interface ChoicesProps<T extends string | number> {
  all: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onToggle: (value: T) => void;
  testid: string;
}

function Choices<T extends string | number>({ all, chosen, onToggle, testid }: ChoicesProps<T>) {
  return (
    <div className="choices">
      {all.map((own) => (
        <button
          key={own.value}
          type="button"
          aria-checked={chosen.includes(own.value)}
          role="checkbox"
          onClick={() => onToggle(own.value)}
          data-testid={`${testid}-${own.value}`}
        >
          {own.label}
        </button>
      ))}
    </div>
  );
}

function Floors({
  chosen,
  onChange,
}: {
  chosen: string[] | null;
  onChange: (floors: string[] | null) => void;
}) {
  const w = useWords();
  const buildings = useBuildings();
  const floors = useTable('floor');
  const options = [
    ...floorsOf(floors, null).map((floor) => ({ value: floor.id, label: floor.name })),
    ...buildings.flatMap((building) =>
      floorsOf(floors, building.id).map((floor) => ({
        value: floor.id,
        label: `${building.name} ${floor.name}`,
      })),
    ),
  ];
  return (
    <Select
      mode="multiple"
      value={chosen ?? []}
      options={options}
      placeholder={w.exports.allFloors}
      showSearch={{ optionFilterProp: 'label' }}
      maxTagCount={2}
      style={{ width: '100%' }}
      onChange={(own: string[]) => onChange(own.length > 0 ? own : null)}
      data-testid="export-floors"
    />
  );
}
