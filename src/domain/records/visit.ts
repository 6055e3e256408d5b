import { isDay } from '../day.ts';
import { kindOfVillage } from './village-records.ts';

/** A visit to a village’s library; the id is `<village>:<day>`, so that two tablets on one visit write one record. */
export const visit = kindOfVillage('visit', isDay);
