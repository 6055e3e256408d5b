import { kindOfVillage } from './village-records.ts';

/** One line of a village’s follow-up plan (rencana tindak lanjut); the id is `<village>:<random>`. */
export const followUp = kindOfVillage('followUp');
