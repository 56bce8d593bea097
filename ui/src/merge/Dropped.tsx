// A project file came while another one is open: merge it, look at it, or open it.
// Relies on nothing; each way asks again before anything is changed.
import { Modal } from 'antd';
import { useFiling } from '../filing/store';
import { fileName } from '../format';
import { openPath } from '../state/actions';
import { sendTexts } from '../state/fields';
import { useFileWords } from '../words/file';
import { Way } from './Outside';

export function Dropped({ path }: { path: string }) {
  const w = useFileWords();
  const close = () => useFiling.setState({ dropped: null });
  const merge = async () => {
    await sendTexts();
    useFiling.setState({ dropped: null, merge: [path] });
  };
  const look = () =>
    useFiling.setState({ dropped: null, looked: { path, title: fileName(path), isVersion: false } });
  const open = () => {
    close();
    void openPath(path);
  };
  return (
    <Modal open width={720} title={w.merge.droppedTitle} onCancel={close} footer={null}>
      <div data-testid="dropped">
        <p className="selectable path">{path}</p>
        <div className="ways three">
          <Way
            icon="floors"
            title={w.merge.droppedMerge}
            text={w.merge.droppedMergeText}
            onChoose={() => void merge()}
            testid="dropped-merge"
          />
          <Way
            icon="search"
            title={w.merge.droppedLook}
            text={w.merge.droppedLookText}
            onChoose={look}
            testid="dropped-look"
          />
          <Way
            icon="folder"
            title={w.merge.droppedOpen}
            text={w.merge.droppedOpenText}
            onChoose={open}
            testid="dropped-open"
          />
        </div>
      </div>
    </Modal>
  );
}
