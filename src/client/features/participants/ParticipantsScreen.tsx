import { PeopleScreen } from './PeopleScreen.tsx';
import { PersonScreen } from './PersonScreen.tsx';

interface ParticipantsScreenProps {
  training?: string;
  /** Left out for the list of all. */
  participant?: string;
}

/** A training's people, or one of them: two screens that are fetched together and lie at one address. */
export function ParticipantsScreen({ training = '', participant }: ParticipantsScreenProps) {
  return participant === undefined ? (
    <PeopleScreen key={training} training={training} />
  ) : (
    <PersonScreen key={participant} training={training} participant={participant} />
  );
}
