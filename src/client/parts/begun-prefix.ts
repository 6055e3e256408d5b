/** In the drafts: where lies all of a profile that was begun on this device before anybody was let in. */
export const begunPrefix = 'begun|';
