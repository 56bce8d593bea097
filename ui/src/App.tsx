// The window: the first screen until a project is open, then the workbench.
// Relies on the words of the field being read once at the start.
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { backend, toCallError } from './backend';
import { useFiling } from './filing/store';
import { offerRecovery } from './filing/unreadable';
import { Notices } from './parts/Notices';
import { Welcome } from './screens/Welcome';
import { openPath } from './state/actions';
import { notifyError } from './state/notices';
import { readStart, showColours, useSettings } from './state/settings';
import { useProject } from './state/store';
import { exposeForTests } from './state/test-hooks';
import { themeOf } from './theme';
import { wordsOf } from './words';

// The first screen comes up before the rest of the page is read.
const Workbench = lazy(() => import('./screens/Workbench'));
const FilingAbove = lazy(() => import('./filing/FilingAbove'));

exposeForTests();
offerRecovery();

export function App() {
  const language = useSettings((state) => state.language);
  const projector = useSettings((state) => state.projector);
  const open = useProject((state) => state.project !== null);
  const ready = useStart();
  const wide = useSyncExternalStore(onWidth, isWide);
  const theme = useMemo(() => themeOf(projector, wide), [projector, wide]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.toggleAttribute('data-projector', projector);
    document.title = wordsOf(language).program;
  }, [language, projector]);
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={theme}
      button={{ autoInsertSpace: false }}
    >
      <AntdApp component={false}>
        <Notices />
        {open ? (
          <Suspense fallback={<div className="workbench" />}>
            <Workbench />
          </Suspense>
        ) : (
          <Welcome ready={ready} />
        )}
        {ready ? (
          <Suspense fallback={null}>
            <FilingAbove />
          </Suspense>
        ) : null}
      </AntdApp>
    </ConfigProvider>
  );
}

/** The same width at which styles/tokens.css takes larger letters. */
const WIDE = '(min-width: 1600px)';

function isWide(): boolean {
  return window.matchMedia(WIDE).matches;
}

function onWidth(changed: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** A project came: dropped on the window, or with another start of the program. An open one is not left unasked. */
function sent(path: string): void {
  const own = useProject.getState().project;
  if (!own) void openPath(path);
  else if (own.file.path !== path) useFiling.setState({ dropped: path });
}

let started: Promise<void> | null = null;

async function start(): Promise<void> {
  await readStart();
  const { vocabulary } = useSettings.getState();
  if (vocabulary) showColours(vocabulary, 'print');
  const path = await backend().launched();
  if (path) await openPath(path);
  void import('./screens/Workbench');
}

/** Reads what the program says at the start, once; `false` until it has. */
function useStart(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    started ??= start();
    started.then(
      () => setReady(true),
      (thrown) => notifyError(toCallError(thrown).api),
    );
    return backend().on('open-file', sent);
  }, []);
  return ready;
}
