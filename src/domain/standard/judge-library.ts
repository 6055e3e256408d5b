import type { Answers } from '../forms/field.ts';
import { nationalStandard, type Criterion, type Indicator } from './perka-6-2017.ts';

/** How a library stands against one indicator. */
export interface Judgement {
  id: string;
  state: 'meets' | 'short' | 'no-data';
  /** The answers it rests on. */
  fields: readonly string[];
  /** Of an indicator with a number: what is there and what is asked for; shares from 0 to 1. */
  value?: number;
  threshold?: number;
  /** Of an indicator that asks for several things: those that are not there yet. */
  missing?: readonly string[];
}

type Outcome = Pick<Judgement, 'state' | 'value' | 'threshold' | 'missing'>;

/** How a library stands, indicator by indicator. What nobody answered is "no data", never "falls short". */
export function judgeLibrary(answers: Answers): Judgement[] {
  return nationalStandard.indicators.map((indicator: Indicator) => {
    const outcomes = indicator.criteria.map(criterion => judge(criterion, answers));
    const has = (state: Judgement['state']) => outcomes.some(outcome => outcome.state === state);
    return {
      ...outcomes[0],
      id: indicator.id,
      fields: indicator.criteria.flatMap(criterion =>
        'of' in criterion ? [criterion.key, criterion.of] : [criterion.key],
      ),
      // Whatever else is not known: what falls short already falls short.
      state: has('short') ? 'short' : has('no-data') ? 'no-data' : 'meets',
    };
  });
}

function judge(criterion: Criterion, answers: Answers): Outcome {
  const answer = answers[criterion.key];
  if (answer === undefined || answer === null) return { state: 'no-data' };
  switch (criterion.by) {
    case 'at-least':
      return typeof answer === 'number' ? held(answer, criterion.threshold) : { state: 'no-data' };
    case 'share-at-least': {
      const whole = answers[criterion.of];
      if (typeof answer !== 'number' || typeof whole !== 'number' || whole <= 0)
        return { state: 'no-data' };
      return held(answer / whole, criterion.threshold);
    }
    case 'has-all': {
      if (!Array.isArray(answer)) return { state: 'no-data' };
      const missing = criterion.options.filter(option => !answer.includes(option));
      return missing.length === 0 ? { state: 'meets' } : { state: 'short', missing };
    }
    case 'one-of':
      if (answer === 'tidak-tahu') return { state: 'no-data' };
      return { state: criterion.options.some(option => option === answer) ? 'meets' : 'short' };
  }
}

function held(value: number, threshold: number): Outcome {
  return { state: value >= threshold ? 'meets' : 'short', value, threshold };
}
