// How far an export is, in a bar and in words.
// Relies on the `progress` event.
import { Progress as Bar } from 'antd';
import type { Progress } from '../ipc';
import { usePick } from '../state/settings';
import { useWords } from '../words';

export function ExportProgress({ progress }: { progress: Progress | null }) {
  const w = useWords();
  const pick = usePick();
  const percent = progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0;
  return (
    <div className="export-progress" data-testid="export-progress">
      <Bar percent={percent} showInfo={false} />
      <p>
        <span>{progress ? pick(progress.what) : w.exports.begins}</span>
        <em>{progress ? `${progress.done} / ${progress.total}` : ''}</em>
      </p>
    </div>
  );
}
