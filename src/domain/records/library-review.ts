import { kindOfVillage } from './village-records.ts';

/** What a trainer who looked over a section of a profile says of it; the id is `<village>:<section>`. */
export const libraryReview = kindOfVillage('libraryReview');
