// Which floor of a looked-at project is shown.
// Relies on the project's own floors, which may not be those of the open one.
import { Select } from 'antd';
import type { Project } from '../state/project';
import { useFileWords } from '../words/file';
import { placesOf } from './StillPlan';

interface Props {
  project: Project;
  floor: string | null;
  onFloor: (floor: string) => void;
  testid: string;
}

export function FloorChoice({ project, floor, onFloor, testid }: Props) {
  const w = useFileWords();
  const options = placesOf(project).map(({ id, name }) => ({ value: id, label: name }));
  if (options.length === 0) return null;
  return (
    <Select
      value={floor}
      options={options}
      onChange={onFloor}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      aria-label={w.common.floor}
      style={{ minWidth: 160 }}
      data-testid={testid}
    />
  );
}
