import { expect, test } from 'vitest';
import { planFromTemplate, templateTitles } from '../../src/domain/training-template.ts';

const titles = (from: string, to: string) => planFromTemplate(from, to).map(({ title }) => title);

test.each([
  ['one day', '2021-06-29', [11]],
  ['two days', '2021-06-30', [6, 5]],
  ['four days', '2021-07-02', [3, 3, 3, 2]],
  ['five days', '2021-07-03', [3, 2, 2, 2, 2]],
])('over %s the template is laid in order, as evenly as it goes', (_, endsOn, sizes) => {
  const plan = planFromTemplate('2021-06-29', endsOn);
  const days = [...new Set(plan.map(({ day }) => day))];
  expect(days.map(day => plan.filter(one => one.day === day).length)).toEqual(sizes);
  expect(plan.map(({ title }) => title)).toEqual(templateTitles);
});

test('sessions of one day follow one another and end with the day', () => {
  expect(planFromTemplate('2021-06-29', '2021-07-02').slice(0, 3)).toMatchObject([
    { startsAt: '08:00', endsAt: '10:30' },
    { startsAt: '10:30', endsAt: '13:00' },
    { startsAt: '13:00', endsAt: '15:30' },
  ]);
  const [last] = planFromTemplate('2021-06-29', '2021-06-29').slice(-1);
  expect(last?.endsAt).toBe('13:30');
});

test('days the wrong way round, or of a whole year, give no plan', () => {
  expect(titles('2021-07-02', '2021-06-29')).toEqual([]);
  expect(titles('2021-06-29', '2022-06-29')).toEqual([]);
});
