import { expect, test } from 'vitest';
import type { Field } from '../../../src/domain/forms/field.ts';
import { libraryProfile } from '../../../src/domain/forms/library-profile.ts';
import { nationalStandard } from '../../../src/domain/standard/perka-6-2017.ts';
import { loadProfileWords } from '../../../src/client/i18n/profile/profile-words.ts';

const optionsOf = (field: Field) => ('options' in field ? field.options : []);

test.each(['id', 'en'] as const)(
  'in %s every question, option, unit and indicator has its words',
  async language => {
    const words = await loadProfileWords(language);
    const missing: string[] = [];
    for (const { id, fields } of libraryProfile.sections) {
      if (!words.sections[id]?.title) missing.push(id);
      for (const field of fields) {
        const own = words.fields[field.key];
        if (!own?.label) missing.push(field.key);
        const named = Object.keys(own?.options ?? {});
        expect(named.sort(), field.key).toEqual([...optionsOf(field)].sort());
        if ('unit' in field && !words.units[field.unit]) missing.push(field.unit);
      }
    }
    for (const { id } of nationalStandard.indicators)
      if (!words.standard[id]?.asks) missing.push(id);
    expect(missing).toEqual([]);
  },
);
