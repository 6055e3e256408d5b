import { expect, onTestFinished, test } from 'vitest';
import { openHome, openTraining, pull, push } from '../support/home.ts';
import { operation } from '../support/operations.ts';

test('the log tells every request in one line, and nothing of anybody', async () => {
  const home = await openHome();
  onTestFinished(() => home.close());
  const { amina } = await openTraining(home);
  const code = await home.invite('fasilitator', { name: 'Budi Santoso', stream: 'training:t1' });
  await home.tryEnrol(code, 'tablet-b');
  await home.tryEnrol('WRONG-CODE', 'tablet-b');
  const named = {
    by: amina.person.id,
    t: 'participant',
    r: 'p1',
    f: { name: 'Nor Aina', phone: '081' },
  };
  await push(home, amina.token, [operation(named), { malformed: 'Nor Aina' }]);
  await pull(home, amina.token);
  await home.fetch(`/enrol/${code}?name=Amina`);

  expect(home.logged.map(({ method, path, status }) => [method, path, status].join(' '))).toEqual([
    'POST /api/enrol 200',
    'POST /api/enrol 200',
    'POST /api/enrol 200',
    'POST /api/enrol 404',
    'POST /sync/v1/push 200',
    'POST /sync/v1/pull 200',
    'GET (page) 404',
  ]);
  expect(Object.keys(home.logged[4] ?? {}).sort()).toEqual(
    ['device', 'id', 'level', 'method', 'ms', 'path', 'status', 'time'].sort(),
  );
  const text = JSON.stringify(home.logged);
  for (const secret of [
    'Amina',
    'Budi',
    'Nor Aina',
    '081',
    code,
    'WRONG',
    amina.token,
    amina.person.id,
  ])
    expect(text).not.toContain(secret);
});
