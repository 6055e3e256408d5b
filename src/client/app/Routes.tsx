import { Route, Router, useLocation } from 'preact-iso/router';
import { useServices } from '../app-services.ts';
import { EnrolScreen } from '../features/enrol/EnrolScreen.tsx';
import { HomeScreen } from '../features/home/HomeScreen.tsx';
import { paths, routes } from '../paths.ts';
import { focusContent } from './focus-content.ts';
import { lazyScreen } from './lazy-screen.ts';
import { NotFound } from './NotFound.tsx';

const TrainingScreen = lazyScreen(() =>
  import('../features/training/TrainingScreen.tsx').then(room => room.TrainingScreen),
);
const AttendanceScreen = lazyScreen(() =>
  import('../features/attendance/AttendanceScreen.tsx').then(room => room.AttendanceScreen),
);
const ParticipantsScreen = lazyScreen(() =>
  import('../features/participants/ParticipantsScreen.tsx').then(room => room.ParticipantsScreen),
);
const RollCallScreen = lazyScreen(() =>
  import('../features/attendance/RollCallScreen.tsx').then(room => room.RollCallScreen),
);
const SessionFormScreen = lazyScreen(() =>
  import('../features/training/SessionFormScreen.tsx').then(room => room.SessionFormScreen),
);
const BoardScreen = lazyScreen(() =>
  import('../features/board/BoardScreen.tsx').then(room => room.BoardScreen),
);
const LeavingScreen = lazyScreen(() =>
  import('../features/leaving/LeavingScreen.tsx').then(room => room.LeavingScreen),
);
const EveningScreen = lazyScreen(() =>
  import('../features/evening/EveningScreen.tsx').then(room => room.EveningScreen),
);
const LibraryScreen = lazyScreen(() =>
  import('../features/library/LibraryScreen.tsx').then(room => room.LibraryScreen),
);
const SectionScreen = lazyScreen(() =>
  import('../features/library/SectionScreen.tsx').then(room => room.SectionScreen),
);
const StandardScreen = lazyScreen(() =>
  import('../features/library/StandardScreen.tsx').then(room => room.StandardScreen),
);
const LibrariesScreen = lazyScreen(() =>
  import('../features/libraries/LibrariesScreen.tsx').then(room => room.LibrariesScreen),
);
const AttentionScreen = lazyScreen(() =>
  import('../features/attention/AttentionScreen.tsx').then(room => room.AttentionScreen),
);
const DeviceScreen = lazyScreen(() =>
  import('../features/device/DeviceScreen.tsx').then(room => room.DeviceScreen),
);

const InviteScreen = lazyScreen(() =>
  import('../features/invite/InviteScreen.tsx').then(room => room.InviteScreen),
);
const HistoryScreen = lazyScreen(() =>
  import('../features/history/HistoryScreen.tsx').then(room => room.HistoryScreen),
);
const ChangesScreen = lazyScreen(() =>
  import('../features/changes/ChangesScreen.tsx').then(room => room.ChangesScreen),
);
const ReceiptsScreen = lazyScreen(() =>
  import('../features/receipts/ReceiptsScreen.tsx').then(room => room.ReceiptsScreen),
);
const DevicesScreen = lazyScreen(() =>
  import('../features/receipts/DevicesScreen.tsx').then(room => room.DevicesScreen),
);
const DeviceOfOthersScreen = lazyScreen(() =>
  import('../features/receipts/DeviceOfOthersScreen.tsx').then(room => room.DeviceOfOthersScreen),
);

const LaterRoutes = lazyScreen(() => import('./LaterRoutes.tsx').then(room => room.LaterRoutes));

/** Which screen stands at which address. A device that nobody was let in on asks for a code first. */
export function Routes() {
  const { account } = useServices();
  const { path } = useLocation();
  // A profile may be begun before anybody was let in, and asks for a code later.
  if (!account.active.value && !isBegunProfile(path)) return <EnrolScreen />;
  if (!isReadable(path)) return <NotFound />;
  return (
    <Router onRouteChange={focusContent}>
      <Route path={routes.home} component={HomeScreen} />
      <Route path={routes.enrol} component={EnrolScreen} />
      <Route path={routes.invite} component={InviteScreen} />
      {/* Before the pattern that would take it for a training. */}
      <Route path="/trainings/new" component={LaterRoutes} />
      <Route path={routes.training} component={TrainingAt} />
      <Route path={routes.session} component={SessionAt} />
      <Route path={routes.participants} component={ParticipantsScreen} />
      <Route path={routes.rollCall} component={RollCallAt} />
      <Route path={routes.sessionForm} component={SessionFormAt} />
      <Route path={routes.board} component={BoardAt} />
      <Route path={routes.leaving} component={LeavingScreen} />
      <Route path={routes.evening} component={EveningScreen} />
      <Route path={routes.libraries} component={LibrariesScreen} />
      <Route path={routes.library} component={LibraryAt} />
      <Route path={routes.librarySection} component={SectionAt} />
      <Route path={routes.libraryStandard} component={StandardAt} />
      <Route path={routes.attention} component={AttentionScreen} />
      <Route path={routes.device} component={DeviceScreen} />
      <Route path={routes.history} component={HistoryAt} />
      <Route path={routes.changes} component={ChangesScreen} />
      <Route path={routes.receipts} component={ReceiptsScreen} />
      <Route path={routes.devices} component={DevicesScreen} />
      <Route path={routes.deviceOfOthers} component={DeviceAt} />
      <Route default component={LaterRoutes} />
    </Router>
  );
}

// A key for each: another training's screen begins anew instead of showing the last one's rows.
function TrainingAt({ training = '' }: { training?: string }) {
  return <TrainingScreen key={training} training={training} />;
}

function SessionAt({ training = '', session = '' }: { training?: string; session?: string }) {
  return <AttendanceScreen key={session} training={training} session={session} />;
}

function RollCallAt({ training = '', session = '' }: { training?: string; session?: string }) {
  return <RollCallScreen key={session} training={training} session={session} />;
}

function SessionFormAt({ training = '', session = '' }: { training?: string; session?: string }) {
  return <SessionFormScreen key={session} training={training} session={session} />;
}

function BoardAt({ training = '' }: { training?: string }) {
  return <BoardScreen key={training} training={training} />;
}

function LibraryAt({ village = '' }: { village?: string }) {
  return <LibraryScreen key={village} village={village} />;
}

function SectionAt({ village = '', section = '' }: { village?: string; section?: string }) {
  const { query } = useLocation();
  return <SectionScreen key={village} village={village} section={section} at={query['field']} />;
}

function StandardAt({ village = '' }: { village?: string }) {
  return <StandardScreen key={village} village={village} />;
}

function HistoryAt({
  stream = '',
  kind = '',
  id = '',
}: Partial<Record<'stream' | 'kind' | 'id', string>>) {
  return <HistoryScreen key={`${stream}|${kind}|${id}`} stream={stream} kind={kind} id={id} />;
}

function DeviceAt({ device = '' }: { device?: string }) {
  return <DeviceOfOthersScreen key={device} device={device} />;
}

function isBegunProfile(path: string): boolean {
  const begun = paths.libraryDraft();
  return path === begun || path.startsWith(`${begun}/`);
}

/** False for an address with a broken `%`, which the router cannot take apart. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
