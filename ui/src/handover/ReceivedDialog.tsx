// What came with a project: the note, who wrote it, the code, and what changed since this machine last saw it.
// Relies on `received`; the map shows the open project with the changed things pointed out.
import { Modal } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { ChangeList, rowsOf } from '../filing/ChangeList';
import { FloorChoice } from '../filing/FloorChoice';
import { firstFloorOf, StillPlan } from '../filing/StillPlan';
import { useFiling } from '../filing/store';
import { moment } from '../format';
import type { HistoryChange, Received } from '../ipc';
import { loadFloor } from '../state/actions';
import { floorOf } from '../state/go';
import { useProject, useView } from '../state/store';
import { useFileWords } from '../words/file';
import { Left } from './Left';

export function ReceivedDialog({ received }: { received: Received }) {
  const w = useFileWords();
  const { note, since } = received;
  const changes = since?.changes ?? [];
  const [onMap, setOnMap] = useState(false);
  const now = new Date();
  const close = () => useFiling.setState({ received: null });
  return (
    <Modal
      open
      width={820}
      style={{ top: 32 }}
      title={w.received.title}
      onCancel={close}
      footer={
        <button type="button" className="primary" onClick={close} data-testid="received-begin">
          {w.received.begin}
        </button>
      }
    >
      <div className="received" data-testid="received" data-changes={since?.rows ?? ''}>
        <div className="received-head">
          {note ? (
            <blockquote className="selectable" data-testid="received-note">
              {note.note || w.received.emptyNote}
            </blockquote>
          ) : (
            <p className="faint">{w.received.noNote}</p>
          )}
          <dl className="facts">
            {note ? (
              <>
                <dt>{w.received.from}</dt>
                <dd data-testid="received-author">{note.author}</dd>
                {note.to ? (
                  <>
                    <dt>{w.received.to}</dt>
                    <dd>{note.to}</dd>
                  </>
                ) : null}
                <dt>{w.received.at}</dt>
                <dd>{moment(note.at, now)}</dd>
              </>
            ) : null}
            <dt>{w.received.code}</dt>
            <dd>
              <b className="code selectable" data-testid="received-code">
                {received.code}
              </b>
              <small className="faint">{w.received.codeText}</small>
            </dd>
          </dl>
        </div>
        <div className="page-tabs" role="tablist">
          <button
            type="button"
            role="tab"
            aria-selected={!onMap}
            onClick={() => setOnMap(false)}
            data-testid="received-list-tab"
          >
            {received.seen_at && since ? w.received.since(moment(received.seen_at, now)) : w.common.list}
          </button>
          <button
            type="button"
            role="tab"
            aria-selected={onMap}
            onClick={() => setOnMap(true)}
            data-testid="received-map-tab"
          >
            {w.common.map}
          </button>
        </div>
        {onMap ? (
          <ChangedPlan changes={changes} />
        ) : (
          <div className="received-scroll">
            {!since ? (
              <p>{w.received.first}</p>
            ) : since.rows === 0 ? (
              <p>{w.received.same}</p>
            ) : (
              <ChangeList changes={changes} more={since.more} testid="received-changes" />
            )}
            <h3>{w.received.left}</h3>
            <Left />
          </div>
        )}
      </div>
    </Modal>
  );
}

function ChangedPlan({ changes }: { changes: readonly HistoryChange[] }) {
  const project = useProject((state) => state.project);
  const wanted = useView((view) => view.floor);
  const marks = useMemo(() => rowsOf(changes), [changes]);
  const touched = useMemo(() => changes.map((own) => floorOf(own.row)).find(Boolean) ?? null, [changes]);
  const [chosen, setChosen] = useState<string | null>(null);
  const floor = project ? firstFloorOf(project, chosen ?? touched ?? wanted) : null;
  const known = project && floor ? project.plans.has(floor) : true;
  useEffect(() => {
    if (floor && !known) void loadFloor(floor);
  }, [floor, known]);
  if (!project || !floor) return null;
  return (
    <div className="looking">
      <FloorChoice project={project} floor={floor} onFloor={setChosen} testid="received-floor" />
      <StillPlan
        project={project}
        floor={floor}
        content={project.plans.get(floor) ?? null}
        marks={marks}
        testid="received-plan"
      />
    </div>
  );
}
