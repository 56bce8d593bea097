// What can be done with the floor as a whole: copied as a template, tied to the earth, taken to other programs, printed.
// Relies on the shown floor. Every change is one step.
import { Dropdown } from 'antd';
import { Icon } from '../../parts/icons';
import { useView } from '../../state/store';
import { useWords } from '../../words';
import { takeTool } from '../chrome/toolList';
import { openCopyFloor } from './CopyFloor';
import { exportFloor, printView } from './leaving';

export function FloorMenu() {
  const w = useWords();
  const floor = useView((view) => view.floor);
  if (!floor) return null;
  const items = [
    { key: 'copy-floor', label: `${w.floors.copy}…`, go: () => openCopyFloor(floor) },
    { key: 'tie', label: `${w.floors.tie}…`, go: () => takeTool('tie') },
    { key: 'export-plan', label: `${w.floors.exporting}…`, go: () => void exportFloor(floor) },
    { key: 'print-view', label: `${w.floors.print}…`, go: () => void printView(floor) },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: items.map(({ key, label }) => ({ key, label, 'data-testid': `floor-${key}` })),
        onClick: ({ key }) => items.find((item) => item.key === key)?.go(),
      }}
    >
      <button
        type="button"
        className="seg-button"
        title={w.floors.title}
        aria-label={w.floors.title}
        data-testid="floor-menu"
      >
        <Icon name="more" size={14} />
      </button>
    </Dropdown>
  );
}
