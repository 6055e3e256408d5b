/**
 * What a colour means, wherever it is used: `good` done or present, `caution` look again, `notice`
 * worth knowing, `care` treat gently, `problem` something is wrong, `neutral` nothing said yet.
 * No tone is the only bearer of its meaning: a letter, an icon or a word always stands with it.
 */
export type Tone = 'good' | 'caution' | 'notice' | 'care' | 'problem' | 'neutral';
