import { Route, Router, useLocation } from 'preact-iso/router';
import { useServices } from '../app-services.ts';
import { EnrolScreen } from '../features/enrol/EnrolScreen.tsx';
import { HomeScreen } from '../features/home/HomeScreen.tsx';
import { routes } from '../paths.ts';
import { focusContent } from './focus-content.ts';
import { lazyScreen } from './lazy-screen.ts';
import { NotFound } from './NotFound.tsx';

const TrainingScreen = lazyScreen(() =>
  import('../features/training/TrainingScreen.tsx').then(room => room.TrainingScreen),
);
const AttendanceScreen = lazyScreen(() =>
  import('../features/attendance/AttendanceScreen.tsx').then(room => room.AttendanceScreen),
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
const ReceiptsScreen = lazyScreen(() =>
  import('../features/receipts/ReceiptsScreen.tsx').then(room => room.ReceiptsScreen),
);
const DevicesScreen = lazyScreen(() =>
  import('../features/receipts/DevicesScreen.tsx').then(room => room.DevicesScreen),
);
const DeviceOfOthersScreen = lazyScreen(() =>
  import('../features/receipts/DeviceOfOthersScreen.tsx').then(room => room.DeviceOfOthersScreen),
);

/** Which screen stands at which address. A device that nobody was let in on asks for a code first. */
export function Routes() {
  const { account } = useServices();
  const { path } = useLocation();
  if (!account.active.value) return <EnrolScreen />;
  if (!isReadable(path)) return <NotFound />;
  return (
    <Router onRouteChange={focusContent}>
      <Route path={routes.home} component={HomeScreen} />
      <Route path={routes.enrol} component={EnrolScreen} />
      <Route path={routes.invite} component={InviteScreen} />
      <Route path={routes.training} component={TrainingAt} />
      <Route path={routes.session} component={SessionAt} />
      <Route path={routes.attention} component={AttentionScreen} />
      <Route path={routes.device} component={DeviceScreen} />
      <Route path={routes.history} component={HistoryAt} />
      <Route path={routes.receipts} component={ReceiptsScreen} />
      <Route path={routes.devices} component={DevicesScreen} />
      <Route path={routes.deviceOfOthers} component={DeviceAt} />
      <Route default component={NotFound} />
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

/** False for an address with a broken `%`, which the router cannot take apart. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
