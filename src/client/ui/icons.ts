// Every icon of Jukung, drawn on 24 × 24 with one round pen two wide. Plain strings, so that a
// build carries only those that are used.

/** An outline for `Icon`: the `d` of one SVG path. */
export type IconShape = string;

const circle = 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0';
const cloud = 'M7 19a4.6 4.6 0 0 1-.7-9.14 6 6 0 0 1 11.6-.4A4.8 4.8 0 0 1 17.2 19z';
const page = 'M5.5 3.5h9L19 8v12.5H5.5z';

export const addIcon: IconShape = 'M12 5v14M5 12h14';
export const backIcon: IconShape = 'M20 12H4.5M11 5l-7 7 7 7';
export const boatIcon: IconShape =
  'M2 12.5c6.2 2.2 13.8 2.2 20 0-1 3.7-3.2 5.5-6 5.5H8c-2.8 0-5-1.8-6-5.5zM8 13.5V7h7.5v6.5M11.7 7v3M3 21.5c1.5-.9 3-.9 4.5 0s3 .9 4.5 0 3-.9 4.5 0 3 .9 4.5 0';
export const calendarIcon: IconShape = 'M4 6h16v14H4zM4 10.8h16M8 3.5v4M16 3.5v4';
export const checkIcon: IconShape = 'M4.5 12.5l5 5.5L19.5 6.5';
export const chevronIcon: IconShape = 'M9 5l7 7-7 7';
export const chevronDownIcon: IconShape = 'M5 9l7 7 7-7';
export const clockIcon: IconShape = `${circle}M12 7v5.3l3.5 2`;
export const closeIcon: IconShape = 'M6 6l12 12M18 6L6 18';
export const cloudDoneIcon: IconShape = `${cloud}M9 13.8l2.2 2.2 4-4.3`;
export const cloudWaitingIcon: IconShape = `${cloud}M12 16.3v-5M9.7 13.3l2.3-2.3 2.3 2.3`;
export const downloadIcon: IconShape = 'M12 4v11M7 10.5l5 5 5-5M4.5 20h15';
export const historyIcon: IconShape = 'M3.5 5v4.5H8M4 9.3A8.6 8.6 0 1 1 3.4 12.5M12 7.5v4.8l3.2 2';
export const homeIcon: IconShape = 'M3 11.3L12 3.5l9 7.8M5.5 9.5V20h13V9.5M10 20v-6h4v6';
export const infoIcon: IconShape = `${circle}M12 11.2v5.3M12 7.7h.01`;
export const languageIcon: IconShape = `${circle}M3 12h18M12 3c2.5 2.6 3.8 5.6 3.8 9s-1.3 6.4-3.8 9c-2.5-2.6-3.8-5.6-3.8-9S9.5 5.6 12 3`;
export const listIcon: IconShape =
  'M3.5 6l1.5 1.5L7.5 4.5M3.5 12l1.5 1.5 2.5-3M3.5 18l1.5 1.5 2.5-3M11.5 6H21M11.5 12H21M11.5 18H21';
export const minusIcon: IconShape = 'M5 12h14';
export const moonIcon: IconShape = 'M20.5 14.2A8.7 8.7 0 0 1 9.8 3.5a8.7 8.7 0 1 0 10.7 10.7z';
export const moreIcon: IconShape =
  'M12 5.5a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1M12 12.5a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1M12 19.5a.5.5 0 1 0 0-1 .5.5 0 0 0 0 1';
export const noteIcon: IconShape = `${page}M9 12.5h6M9 16.5h6`;
export const offlineIcon: IconShape =
  'M2 9.3a14.5 14.5 0 0 1 4-2.7M10.3 5.3A14.5 14.5 0 0 1 22 9.3M5.3 12.8a10 10 0 0 1 4.5-2.5M15.2 10.6a10 10 0 0 1 3.5 2.2M8.6 16.2a5.2 5.2 0 0 1 6.8 0M12 19.8h.01M3.5 3.5l17 17';
export const peopleIcon: IconShape =
  'M12.8 8.3a3.6 3.6 0 1 1-7.2 0 3.6 3.6 0 0 1 7.2 0M2.5 20c.5-3.8 3-5.7 6.7-5.7s6.2 1.9 6.7 5.7M15.8 4.9a3.6 3.6 0 0 1 0 6.8M18.3 14.8c1.9.8 3 2.5 3.3 5.2';
export const penIcon: IconShape = 'M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5';
export const personIcon: IconShape =
  'M16.2 8a4.2 4.2 0 1 1-8.4 0 4.2 4.2 0 0 1 8.4 0M4.5 20.5c.6-4.2 3.5-6.2 7.5-6.2s6.9 2 7.5 6.2';
export const searchIcon: IconShape =
  'M16.2 16.2L21 21M18 10.8a7.2 7.2 0 1 1-14.4 0 7.2 7.2 0 0 1 14.4 0';
export const settingsIcon: IconShape =
  'M3.5 7.5h9M18.5 7.5h2M3.5 16.5h2M11.5 16.5h9M18.5 7.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0M11.5 16.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0';
export const signOutIcon: IconShape = 'M10 4H4.5v16H10M9.5 12H21M16.5 7l5 5-5 5';
export const soundIcon: IconShape =
  'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11';
export const soundOffIcon: IconShape = 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5';
export const sunIcon: IconShape =
  'M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4';
export const syncIcon: IconShape =
  'M20 4.5V10h-5.5M4 19.5V14h5.5M19.5 10A8 8 0 0 0 5.3 7.7M4.5 14a8 8 0 0 0 14.2 2.3';
export const tabletIcon: IconShape = 'M6 3h12v18H6zM10.5 17.8h3';
export const undoIcon: IconShape = 'M8.5 4.5L4 9l4.5 4.5M4 9h10.5a5.5 5.5 0 0 1 0 11H9';
export const warningIcon: IconShape = 'M12 3.8L2.3 20.3h19.4zM12 10v4.8M12 17.5h.01';
export const pinIcon: IconShape =
  'M12 21.5S5 15.4 5 10a7 7 0 1 1 14 0c0 5.4-7 11.5-7 11.5zM12 12.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2';
export const cameraIcon: IconShape = `M4 7.5h4l1.5-2.5h5L16 7.5h4v11.5H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7`;
