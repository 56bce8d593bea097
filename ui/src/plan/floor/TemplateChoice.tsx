// Which template area the next gesture lays down, and what it brings.
// Relies on the list from Rust.
import { Select } from 'antd';
import { useEffect } from 'react';
import { usePick } from '../../state/settings';
import { useView } from '../../state/store';
import { useWords } from '../../words';
import { askForTemplates, templateOf, useTemplates } from './templates';

export function TemplateChoice() {
  const w = useWords();
  const pick = usePick();
  const areas = useTemplates((state) => state.areas);
  const id = useView((view) => view.template);
  useEffect(() => void askForTemplates(), []);
  const own = templateOf(areas, id);
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the choice stands in it
    <label className="hint-number">
      <Select
        size="small"
        value={own?.id ?? null}
        options={areas.map((area) => ({ value: area.id, label: pick(area.name) }))}
        onChange={(template: string | null) => template && useView.setState({ template })}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        data-testid="option-template"
      />
      {own ? w.floors.brings(own.points.length) : null}
    </label>
  );
}
