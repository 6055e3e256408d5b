import { exec, useLocation } from 'preact-iso/router';
import type { ComponentChildren } from 'preact';
import { isDay } from '../../domain/day.ts';
import { DifferencesScreen } from '../features/differences/DifferencesScreen.tsx';
import { regionStream, trainingStream } from '../../domain/stream.ts';
import { ChecklistScreen } from '../features/checklists/ChecklistScreen.tsx';
import { ChecklistsScreen } from '../features/checklists/ChecklistsScreen.tsx';
import { TemplateScreen } from '../features/checklists/TemplateScreen.tsx';
import { TemplatesScreen } from '../features/checklists/TemplatesScreen.tsx';
import { ImportScreen } from '../features/roster-import/ImportScreen.tsx';
import { InvitationCardsScreen } from '../features/setup/InvitationCardsScreen.tsx';
import { NewTrainingScreen } from '../features/setup/NewTrainingScreen.tsx';
import { RightsScreen } from '../features/setup/RightsScreen.tsx';
import { TrainingFormScreen } from '../features/setup/TrainingFormScreen.tsx';
import { VillageScreen } from '../features/visits/VillageScreen.tsx';
import { VisitScreen } from '../features/visits/VisitScreen.tsx';
import { VisitsScreen } from '../features/visits/VisitsScreen.tsx';
import { laterRoutes } from '../later-paths.ts';
import { lazyScreen } from './lazy-screen.ts';
import { NotFound } from './NotFound.tsx';

// The camera and the pad are fetched when somebody scans or signs.
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
const ActivityScreen = lazyScreen(() =>
  import('../features/activity/ActivityScreen.tsx').then(room => room.ActivityScreen),
);

type Params = Readonly<Record<string, string>>;

/** Screens by their pattern. A key for each: what is shown next begins anew. */
const screens: readonly [pattern: string, draw: (params: Params) => ComponentChildren][] = [
  [
    laterRoutes.checklists,
    ({ training = '' }) => <ChecklistsScreen key={training} training={training} />,
  ],
  [
    laterRoutes.checklist,
    ({ training = '', checklist = '' }) => (
      <ChecklistScreen key={`${training}|${checklist}`} training={training} id={checklist} />
    ),
  ],
  [laterRoutes.newTraining, () => <NewTrainingScreen />],
  [
    laterRoutes.trainingForm,
    ({ training = '' }) => <TrainingFormScreen key={training} training={training} />,
  ],
  [laterRoutes.rights, ({ training = '' }) => <RightsScreen key={training} training={training} />],
  [
    laterRoutes.importPeople,
    ({ training = '' }) => <ImportScreen key={training} training={training} />,
  ],
  [
    laterRoutes.invitationCards,
    ({ training = '' }) => <InvitationCardsScreen key={training} training={training} />,
  ],
  [
    laterRoutes.differences,
    ({ training = '' }) => <DifferencesScreen key={training} training={training} />,
  ],
  [
    laterRoutes.signatures,
    ({ training = '', day = '' }) =>
      isDay(day) ? <SignatureScreen key={day} training={training} day={day} /> : <NotFound />,
  ],
  [laterRoutes.badges, ({ training = '' }) => <BadgesScreen key={training} training={training} />],
  [
    laterRoutes.badge,
    ({ training = '', participant = '' }) => (
      <BadgeScreen key={participant} training={training} participant={participant} />
    ),
  ],
  [
    laterRoutes.scan,
    ({ training = '', session = '' }) => (
      <ScanScreen key={session} training={training} session={session} />
    ),
  ],
  [
    laterRoutes.activity,
    ({ training = '' }) => <ActivityScreen key={training} stream={trainingStream(training)} />,
  ],
  [
    laterRoutes.activityOfRegion,
    ({ regency = '' }) => <ActivityScreen key={regency} stream={regionStream(regency)} />,
  ],
  [laterRoutes.templates, () => <TemplatesScreen />],
  [laterRoutes.template, ({ template = '' }) => <TemplateScreen key={template} id={template} />],
  [laterRoutes.visits, () => <VisitsScreen />],
  [laterRoutes.visitsOf, ({ village = '' }) => <VillageScreen key={village} village={village} />],
  [
    laterRoutes.visit,
    ({ village = '', day = '' }) => (
      <VisitScreen key={`${village}|${day}`} village={village} day={day} />
    ),
  ],
];

/** Addresses that the first screens do not know: fetched when one of them is first opened. */
export function LaterRoutes() {
  const { path } = useLocation();
  for (const [pattern, draw] of screens) {
    const matches = exec(path, pattern) as { params: Params } | undefined;
    if (matches) return draw(matches.params);
  }
  return <NotFound />;
}
