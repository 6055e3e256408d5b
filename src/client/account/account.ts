import { computed, signal } from '@preact/signals';
import type { Role } from '../../domain/records/member.ts';
import type { EnrolResponse } from '../../protocol/messages.ts';
import type { Api } from '../api/api.ts';
import type { Account, Person } from '../app-services.ts';
import type { Clock } from '../device/clock.ts';
import type { DeviceStore } from '../device/device-store.ts';

/** A sign-in as this device keeps it. */
export interface SignIn {
  person: Person;
  token: string;
  /** The server that gave it. */
  home: string;
  /** When, ms on this device's clock. */
  enrolledAt: number;
}

/** Who uses this device, and by what right it delivers for them. */
export interface OpenAccount extends Account {
  /** Everybody's sign-in, whoever is at the device first. */
  signIns: () => SignIn[];
  /** Takes over what home says a person may read now. */
  setScopes: (person: string, scopes: Person['scopes']) => Promise<void>;
  /** Keeps what home says people are called, by their ids. */
  keepNames: (names: Readonly<Record<string, string>>) => Promise<void>;
}

/** What an account needs of the world. */
export interface AccountWorld {
  store: DeviceStore;
  api: Api;
  clock: Clock;
  /** The device as it signs now. */
  device: () => Promise<{ id: string; name: string }>;
  /** Durably keeps what home wrote to let somebody in; `epoch` is that in which home holds it. */
  keepGiven: (lines: EnrolResponse['given'], epoch: string) => Promise<void>;
  now: () => number;
}

const peopleKey = 'people';
const activeKey = 'active';
const codeKey = 'code';
const namesKey = 'names';

/** Opens what is known of the people let in on this device. */
export async function openAccount(world: AccountWorld): Promise<OpenAccount> {
  const { store, api, clock, device, keepGiven, now } = world;
  const kept = signal<readonly SignIn[]>((await store.get<SignIn[]>(peopleKey)) ?? []);
  const activeId = signal(await store.get<string>(activeKey));
  const code = signal((await store.get<string>(codeKey)) ?? '');
  const told = signal((await store.get<Record<string, string>>(namesKey)) ?? {});
  const people = computed(() => kept.value.map(signIn => signIn.person));
  const active = computed(
    () => people.value.find(person => person.id === activeId.value) ?? people.value[0],
  );

  /** Other tabs keep sign-ins too, so each change starts from what is stored. */
  async function change(edit: (before: readonly SignIn[]) => readonly SignIn[]): Promise<void> {
    await store.update<readonly SignIn[]>(peopleKey, before => {
      kept.value = edit(before ?? []);
      return kept.value;
    });
  }

  async function switchTo(person: string): Promise<void> {
    activeId.value = person;
    await store.set(activeKey, person);
  }

  /** One that cannot be kept holds until the app is closed. */
  function keepCode(typed: string): void {
    code.value = typed;
    void store.set(codeKey, typed).catch(() => {});
  }

  async function enrol(typed: string): Promise<Person> {
    const { answer, ...times } = await api.enrol({ code: typed.trim(), device: await device() });
    clock.measure({ ...times, homeNow: answer.server.now });
    // First of all: whoever counts as let in here must be known to a home that came back (rule 10.4).
    await keepGiven(answer.given, answer.server.epoch);
    const signIn = signInOf(answer, now());
    await change(before => [
      ...before.filter(({ person }) => person.id !== signIn.person.id),
      signIn,
    ]);
    await switchTo(signIn.person.id);
    keepCode('');
    return signIn.person;
  }

  async function setScopes(person: string, scopes: Person['scopes']): Promise<void> {
    const held = kept.value.find(signIn => signIn.person.id === person);
    if (held && isSameGrant(held.person.scopes, scopes)) return;
    await change(before =>
      before.map(signIn =>
        signIn.person.id === person ? { ...signIn, person: { ...signIn.person, scopes } } : signIn,
      ),
    );
  }

  /** A name that cannot be kept is told again by a later pull. */
  async function keepNames(names: Readonly<Record<string, string>>): Promise<void> {
    if (Object.entries(names).every(([id, name]) => told.value[id] === name)) return;
    told.value = { ...told.value, ...names };
    await store.set(namesKey, told.value).catch(() => {});
  }

  const known = computed(() => [
    ...people.value.map(({ id, name }) => ({ id, name })),
    ...Object.entries(told.value).map(([id, name]) => ({ id, name })),
  ]);

  return {
    people,
    known,
    keepNames,
    active,
    code,
    keepCode,
    enrol,
    switchTo,
    setScopes,
    signIns: () =>
      [...kept.value].sort(
        (one, other) =>
          Number(other.person.id === active.value?.id) - Number(one.person.id === active.value?.id),
      ),
  };
}

function signInOf({ token, person, scopes, server }: EnrolResponse, enrolledAt: number): SignIn {
  return { person: { ...person, scopes }, token, home: server.id, enrolledAt };
}

type Grant = readonly { id: string; role: Role }[];

function isSameGrant(one: Grant, other: Grant): boolean {
  const lines = (grant: Grant) => grant.map(({ id, role }) => `${id} ${role}`).sort();
  return lines(one).join('\n') === lines(other).join('\n');
}
