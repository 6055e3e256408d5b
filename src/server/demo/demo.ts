import { join } from 'node:path';
import { dayAt } from '../../domain/day.ts';
import { attendanceId } from '../../domain/ids.ts';
import type { JsonValue } from '../../domain/records/kind.ts';
import { programmeStream, regionStream, trainingStream } from '../../domain/stream.ts';
import { regencyOfVillage } from '../../domain/territory.ts';
import type { Home } from '../accounts/home.ts';
import { keepInvitation } from '../accounts/invitations.ts';
import type { Guest, StoreTransaction } from '../store/store.ts';
import type { Arrival } from '../admission/arrival.ts';
import { createHomeOperations, type HomeEdit } from '../admission/home-operations.ts';
import { cast } from './cast.ts';
import { attendanceOfFirstDay } from './first-day.ts';
import { exampleLibraries } from './libraries.ts';
import { facilitatorNames, librarianNames } from './names.ts';
import { tickedPreparation } from './preparation.ts';
import { programmeAround } from './programme.ts';

/** The codes of the demonstration. They exist nowhere else. */
export const demoCodes = [
  { code: 'DEMO-FASILITATOR', whom: 'a trainer with a tablet; each device is another person' },
  { code: 'DEMO-PENGELOLA', whom: 'a village librarian with her phone; each device is another' },
  { code: 'DEMO-KOORDINATOR', whom: 'the coordinator; the same person on every device' },
] as const;

/** The training that the demonstration shows. */
export const demoTraining = 'palangka-raya-2021';

const coordinator = 'Hj. Siti Rahmah Tambunan, M.Si.';

/** Where the demonstration of a moment's day lies. */
export function demoFolder(dataDir: string, instantMs: number): string {
  return join(dataDir, 'demo', dayAt(instantMs));
}

/**
 * Fills an empty database with the demonstration, all or nothing, through the same admission as
 * everything else. One that is filled stays as it is.
 */
export async function fillDemonstration(home: Home): Promise<void> {
  const { store, clock, newId } = home;
  if ((await store.readHeads()).size > 0) return;
  const operations = createHomeOperations(home);
  const { training, sessions } = programmeAround(dayAt(clock()));
  const stream = trainingStream(demoTraining);
  const beganAt = Date.parse(`${training.startsOn}T07:00:00+07:00`);
  const people = { coordinator: newId(), recorder: newId() };
  const [recorder, ...otherFacilitators] = facilitatorNames;
  const examples = exampleLibraries(training.startsOn);

  await store.transaction(async tx => {
    const admissions = await operations.admit(tx, [...beforehand(), ...firstDay(), ...libraries()]);
    const refused = admissions.find(({ operation }) => operation.verdict !== 'admitted');
    if (refused) throw new Error(`the demonstration was refused: ${refused.operation.body}`);
    await keepInvitations(tx);
  });

  /** What was there when the training began. */
  function beforehand(): Arrival[] {
    const edits: Omit<HomeEdit, 'at'>[] = [
      memberEdit(programmeStream, people.coordinator, { name: coordinator, role: 'koordinator' }),
      memberEdit(stream, people.recorder, { name: recorder, role: 'fasilitator' }),
      { stream, t: 'training', r: demoTraining, fields: training },
      ...sessions.map(({ id, fields }) => ({ stream, t: 'session', r: id, fields })),
      ...cast.map(({ id, fields }) => ({ stream, t: 'participant', r: id, fields: { ...fields } })),
    ];
    return [...edits.map(edit => operations.mint({ ...edit, at: beganAt })), ...preparation()];
  }

  /** What the trainer ticked the evening before, one item a minute. */
  function preparation(): Arrival[] {
    const eveBefore = beganAt - 13 * 3_600_000;
    return tickedPreparation(demoTraining).map((edit, index) =>
      operations.mint({ ...edit, stream, by: people.recorder, at: eveBefore + index * 60_000 }),
    );
  }

  /** The marks of the first day, one a second from the beginning of each session. */
  function firstDay(): Arrival[] {
    const startOf = new Map(sessions.map(({ id, fields }) => [id, fields.startsAt]));
    return attendanceOfFirstDay(sessions, cast).map(({ session, participant, mark }, index) =>
      operations.mint({
        stream,
        t: 'attendance',
        r: attendanceId(session, participant),
        fields: { mark },
        by: people.recorder,
        at: Date.parse(`${training.startsOn}T${startOf.get(session)}:00+07:00`) + index * 1000,
      }),
    );
  }

  /** What the librarians of some villages told in the evening, and what a trainer said of it. */
  function libraries(): Arrival[] {
    const toldAt = Date.parse(`${training.startsOn}T19:00:00+07:00`);
    return examples.flatMap(({ village, librarian, ...told }) => {
      const region = regionStream(regencyOfVillage(village));
      const by = newId();
      const hers = (t: string, r: string, fields: Record<string, JsonValue>) =>
        operations.mint({ stream: region, t, r, fields, by, at: toldAt });
      const member = { name: librarian, role: 'pengelola', village };
      return [
        operations.mint({ ...memberEdit(region, by, member), at: beganAt }),
        hers('library', village, told.profile),
        ...(told.earlier
          ? [hers('libraryYear', `${village}:${told.earlier.year}`, told.earlier.figures)]
          : []),
        ...told.advocacy.map(fields => hers('advocacy', `${village}:${newId()}`, fields)),
        ...told.followUp.map(fields => hers('followUp', `${village}:${newId()}`, fields)),
        ...Object.entries(told.reviews).flatMap(([section, fields]) => {
          const trainer = { name: recorder, role: 'fasilitator' };
          return [
            operations.mint({ ...memberEdit(region, people.recorder, trainer), at: beganAt }),
            operations.mint({
              stream: region,
              t: 'libraryReview',
              r: `${village}:${section}`,
              fields,
              by: people.recorder,
              at: toldAt + 3_600_000,
            }),
          ];
        }),
      ];
    });
  }

  async function keepInvitations(tx: StoreTransaction): Promise<void> {
    const createdAt = clock();
    const always = { person: '', createdAt, expiresAt: null };
    const [facilitators, librarians, coordinators] = demoCodes;
    await keepInvitation(home, tx, facilitators.code, {
      ...always,
      admits: 'new-person',
      role: 'fasilitator',
      guests: otherFacilitators.map(name => ({ name, stream, also: regionsOfCast() })),
    });
    await keepInvitation(home, tx, librarians.code, {
      ...always,
      admits: 'new-person',
      role: 'pengelola',
      guests: librarianGuests(new Set(examples.map(({ village }) => village))),
    });
    await keepInvitation(home, tx, coordinators.code, {
      ...always,
      admits: 'same-person',
      person: people.coordinator,
      role: 'koordinator',
      guests: [{ name: coordinator, stream: programmeStream }],
    });
  }
}

/** The regions whose villages took part: trainers look after their libraries' profiles. */
function regionsOfCast(): string[] {
  const villages = cast.flatMap(({ fields }) => fields.village ?? []);
  return [...new Set(villages.map(village => regionStream(regencyOfVillage(village))))].sort();
}

/** Librarians of the villages that took part, one after the other; those told of have theirs. */
function librarianGuests(toldOf: ReadonlySet<string>): Guest[] {
  const all = [...new Set(cast.flatMap(({ fields }) => fields.village ?? []))];
  const villages = all.filter(village => !toldOf.has(village));
  return librarianNames.map((name, index) => {
    const village = villages[index % villages.length] ?? '';
    return { name, village, stream: regionStream(regencyOfVillage(village)) };
  });
}

function memberEdit(stream: string, person: string, fields: Record<string, JsonValue>) {
  return { stream, t: 'member', r: person, fields };
}
