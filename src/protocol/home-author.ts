/** The author of what home itself writes. No token names it, so nothing that is pushed under it is let in. */
export const homeAuthor = 'home';
