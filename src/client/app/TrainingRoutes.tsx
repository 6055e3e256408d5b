import { Route, Router } from 'preact-iso/router';
import { isDay } from '../../domain/day.ts';
import { trainingRoutes } from '../training-paths.ts';
import { focusContent } from './focus-content.ts';
import { lazyScreen } from './lazy-screen.ts';
import { NotFound } from './NotFound.tsx';

const SignatureScreen = lazyScreen(() =>
  import('../features/signature/SignatureScreen.tsx').then(room => room.SignatureScreen),
);
const BadgesScreen = lazyScreen(() =>
  import('../features/badge/BadgesScreen.tsx').then(room => room.BadgesScreen),
);
const BadgeScreen = lazyScreen(() =>
  import('../features/badge/BadgeScreen.tsx').then(room => room.BadgeScreen),
);
const ScanScreen = lazyScreen(() =>
  import('../features/attendance/ScanScreen.tsx').then(room => room.ScanScreen),
);

/** The screens below a training's address that the app does not begin with. */
export function TrainingRoutes() {
  return (
    <Router onRouteChange={focusContent}>
      <Route path={trainingRoutes.signatures} component={SignaturesAt} />
      <Route path={trainingRoutes.badges} component={BadgesAt} />
      <Route path={trainingRoutes.badge} component={BadgeAt} />
      <Route path={trainingRoutes.scan} component={ScanAt} />
      <Route default component={NotFound} />
    </Router>
  );
}

interface At {
  /** The training's own part of the address is among them. */
  params?: Partial<Record<'training' | 'day' | 'participant' | 'session', string>>;
}

function SignaturesAt({ params: { training = '', day = '' } = {} }: At) {
  if (!isDay(day)) return <NotFound />;
  return <SignatureScreen key={day} training={training} day={day} />;
}

function BadgesAt({ params: { training = '' } = {} }: At) {
  return <BadgesScreen key={training} training={training} />;
}

function BadgeAt({ params: { training = '', participant = '' } = {} }: At) {
  return <BadgeScreen key={participant} training={training} participant={participant} />;
}

function ScanAt({ params: { training = '', session = '' } = {} }: At) {
  return <ScanScreen key={session} training={training} session={session} />;
}
