// Approving a round: what is frozen, who approves, what was concluded.
// Relies on counts of the open project; what is not assessed is said before.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { toCallError } from '../backend';
import { Counts } from '../inspector/Counts';
import type { ApiError, AssessmentRound } from '../ipc';
import { errorText, Labelled } from '../parts/fields';
import { PersonField } from '../parts/PersonField';
import { execute } from '../state/actions';
import { useSettings } from '../state/settings';
import { useProject } from '../state/store';
import { useWords } from '../words';

export function ApproveDialog({ round, onDone }: { round: AssessmentRound; onDone: () => void }) {
  const w = useWords();
  const language = useSettings((state) => state.language);
  const whole = useProject((state) => state.project?.standings.whole ?? null);
  const [person, setPerson] = useState<string | null>(null);
  const [conclusion, setConclusion] = useState(round.conclusion);
  const [error, setError] = useState<ApiError | null>(null);
  const save = async () => {
    try {
      await execute({ type: 'approve-round', round: round.id, approved_by: person, conclusion });
      onDone();
    } catch (thrown) {
      setError(toCallError(thrown).api);
    }
  };
  return (
    <Modal
      open
      width={520}
      title={w.rounds.approveTitle(round.name)}
      onCancel={onDone}
      onOk={() => void save()}
      okText={w.rounds.approve}
      cancelText={w.common.cancel}
      okButtonProps={{ 'data-testid': 'round-approve-go' }}
    >
      <div className="form">
        <p className="wide">{w.rounds.approveText}</p>
        {whole ? (
          <div className="wide">
            <Counts standing={whole} />
          </div>
        ) : null}
        {whole && whole.unassessed > 0 ? (
          <p className="wide warn">{w.rounds.unassessed(whole.unassessed)}</p>
        ) : null}
        <PersonField
          label={w.rounds.approvedBy}
          value={person}
          onChange={setPerson}
          testid="round-approved-by"
        />
        <Labelled label={w.rounds.conclusion} wide error={errorText(error, language)}>
          {(id) => (
            <Input.TextArea
              id={id}
              value={conclusion}
              autoSize={{ minRows: 3, maxRows: 8 }}
              placeholder={w.rounds.conclusionHint}
              onChange={(event) => setConclusion(event.target.value)}
              data-testid="round-conclusion"
            />
          )}
        </Labelled>
      </div>
    </Modal>
  );
}
