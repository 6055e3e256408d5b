import { kindOfVillage } from './village-records.ts';

/** One result of advocacy (hasil advokasi); the id is `<village>:<random>`. */
export const advocacy = kindOfVillage('advocacy');
