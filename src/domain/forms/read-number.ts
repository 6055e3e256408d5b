/** A figure as somebody typed it. */
export type ReadNumber =
  | { is: 'empty' }
  | { is: 'number'; value: number }
  | {
      is: 'refused';
      /** `ambiguous`: read one way it is a thousand times what it is read the other way. */
      code: 'not-readable' | 'ambiguous' | 'decimals';
    };

/** More digits than any figure here has; what is longer is no figure. */
const mostCharacters = 40;

/**
 * Reads a figure as Indonesian writes it: points between thousands, a comma before decimals. "1.250" and
 * "1250" are 1250, "56,5" is 56.5; "56.5" and, where no decimals are asked for, "1,250" are refused, because
 * nobody can know what was meant. "Rp" and spaces do not count.
 */
export function readNumber(typed: string, decimals: 0 | 1): ReadNumber {
  if (typed.length > mostCharacters) return { is: 'refused', code: 'not-readable' };
  const text = typed.replace(/^\s*Rp\.?/i, '').replace(/\s+/g, '');
  if (text === '') return { is: 'empty' };
  if (/^[-−]?\d+$/.test(text) || /^[-−]?\d{1,3}(\.\d{3})+$/.test(text)) {
    return { is: 'number', value: Number(text.replace('−', '-').replaceAll('.', '')) };
  }
  if (/^[-−]?(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(text)) {
    const [, behind = ''] = text.split(',');
    if (decimals === 0 || behind.length > decimals) {
      const isThousands = behind.length === 3;
      return { is: 'refused', code: isThousands ? 'ambiguous' : 'decimals' };
    }
    const plain = text.replace('−', '-').replaceAll('.', '').replace(',', '.');
    return { is: 'number', value: Number(plain) };
  }
  const isPoint = /^[-−]?\d+([.,]\d+)+$/.test(text);
  return { is: 'refused', code: isPoint ? 'ambiguous' : 'not-readable' };
}
