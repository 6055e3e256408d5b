import { kindOfVillage } from './village-records.ts';

/** The figures of an earlier year of a profile; the id is `<village>:<year>`. */
export const libraryYear = kindOfVillage('libraryYear', year => /^\d{4}$/.test(year));
