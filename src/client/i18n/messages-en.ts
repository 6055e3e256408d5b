import type { Messages } from './messages-id.ts';

/** The second catalogue, fetched when asked for. Same keys, same placeholders, same order. */
export const messagesEn: Messages = {
  // Words on buttons
  'all.action.add': 'Add',
  'all.action.back': 'Back',
  'all.action.cancel': 'Cancel',
  'all.action.change': 'Change',
  'all.action.clear': 'Clear',
  'all.action.close': 'Close',
  'all.action.continue': 'Continue',
  'all.action.decrease': 'Less',
  'all.action.delete': 'Delete',
  'all.action.done': 'Done',
  'all.action.download': 'Download',
  'all.action.increase': 'More',
  'all.action.more': 'More options',
  'all.action.open': 'Open',
  'all.action.retry': 'Try again',
  'all.action.save': 'Save',
  'all.action.search': 'Search',
  'all.action.send': 'Send',
  'all.action.signOut': 'Sign out',
  'all.action.synchronise': 'Synchronise',
  'all.action.undo': 'Undo',
  'all.action.upload': 'Upload',

  // The programme's own words
  'all.word.attendance': 'Attendance',
  'all.word.attendanceSheet': 'Attendance sheet',
  'all.word.checklist': 'Checklist',
  'all.word.difference': 'Difference in data',
  'all.word.history': 'History of changes',
  'all.word.home': 'Home',
  'all.word.libraryProfile': 'Library profile',
  'all.word.noDataYet': 'No data yet',
  'all.word.note': 'Note',
  'all.word.participant': 'Participant',
  'all.word.required': 'Required',
  'all.word.session': 'Session',
  'all.word.signature': 'Signature',
  'all.word.training': 'Training',
  'all.word.unknown': 'Unknown',

  // Roles
  'all.role.fasilitator': 'Facilitator',
  'all.role.koordinator': 'Coordinator',
  'all.role.pengelola': 'Village librarian',

  // How somebody attended a session; the letters stay those of the official Indonesian sheet
  'all.attendance.hadir': 'Present',
  'all.attendance.terlambat': 'Late',
  'all.attendance.izin': 'Excused',
  'all.attendance.sakit': 'Sick',
  'all.attendance.alpa': 'Absent, no notice',
  'all.attendance.none': 'Not yet recorded',
  'all.attendanceLetter.hadir': 'H',
  'all.attendanceLetter.terlambat': 'T',
  'all.attendanceLetter.izin': 'I',
  'all.attendanceLetter.sakit': 'S',
  'all.attendanceLetter.alpa': 'A',
  'all.attendanceLetter.none': '–',

  // What is saved, sent, missing
  'all.sync.attention': 'Needs attention',
  'all.sync.attentionCount': 'Needs attention: {n, number}',
  'all.sync.failed': 'Sending failed — try again',
  'all.sync.lastAt': 'Last connected {when}',
  'all.sync.offline': 'No internet',
  'all.sync.saved': 'Saved on this device',
  'all.sync.sending': 'Sending {done, number} of {total, number}',
  'all.sync.sent': 'Sent',
  'all.sync.title': 'Synchronisation',
  'all.sync.waiting': 'Not yet sent: {n, number}',

  // Settings of the device
  'all.settings.language': 'Language',
  'all.settings.theme': 'Appearance',
  'all.settings.themeDark': 'Dark',
  'all.settings.themeLight': 'Light',
  'all.settings.themeSun': 'In bright sun',
  'all.settings.themeSystem': 'As the device',
  'all.settings.title': 'Settings',

  // The crash screen, and the offer of a new version
  'all.crash.detail': 'Details for the makers of the app',
  'all.crash.export': 'Save a copy of the work',
  'all.crash.reload': 'Reload the app',
  'all.crash.text':
    'The app stopped because of a fault in it. What was recorded is still saved on this device. Reload; if it happens again, save a copy of the work and call the coordinator.',
  'all.crash.title': 'Something went wrong, your work is safe',
  'all.update.apply': 'Use the new version',
  'all.update.later': 'Later',
  'all.update.text': 'Your work stays saved. The app reloads for a moment.',
  'all.update.title': 'A new version is ready',

  // What stopped the work: what happened, that the work is safe, what to do
  'all.problem.bad-request':
    'The server did not understand this request. Your work is still saved on the device. Update the app, then try again.',
  'all.problem.too-large':
    'This is too much to send at once. Your work is still saved on the device. Try again.',
  'all.problem.unsupported-media':
    'The server does not know this form of sending. Your work is still saved on the device. Update the app, then try again.',
  'all.problem.sign-in-needed':
    'This device is no longer signed in. Your work is still saved and you can go on. Ask the coordinator for a new code.',
  'all.problem.device-revoked':
    "The coordinator has withdrawn this device's access. Your work is still saved and can still be sent. Call the coordinator.",
  'all.problem.code-unknown':
    'This code is not known. Check its letters and digits, then try again.',
  'all.problem.code-used':
    'This code was used on another device. Ask the coordinator for a new one.',
  'all.problem.code-expired': 'This code has run out. Ask the coordinator for a new one.',
  'all.problem.too-many-tries':
    'There were too many tries with a wrong code. Wait a few minutes, then try again.',
  'all.problem.not-found':
    'The server does not have this. Your work is still saved on the device. Go back to the home page.',
  'all.problem.upgrade-needed':
    'The app on this device is too old to read new data. Your work is still saved and can still be sent. Use the new version.',
  'all.problem.epoch-changed':
    'The server was restored from a backup. Your work is still saved; the data is fetched again by itself.',
  'all.problem.busy':
    'The server is busy. Your work is still saved on the device and will be sent again shortly.',
  'all.problem.server-full':
    'The server has no room left. Your work is still saved on the device. Tell the coordinator.',
  'all.problem.unexpected':
    'Something failed on the server. Your work is still saved on the device. Try again later.',
  'all.problem.offline':
    'There is no internet, or the server cannot be reached. Your work is still saved on the device and will be sent once connected.',
  'all.problem.timeout':
    'The server took too long to answer. Your work is still saved on the device. Try again where the signal is better.',
  'all.problem.foreign-answer':
    'Something other than the Jukung server answered, perhaps a Wi-Fi sign-in page. Your work is still saved on the device. Sign in to that Wi-Fi first, then try again.',
  'all.problem.device-full':
    'The device has no room left, and the last change is not saved yet. What was saved is safe. Delete photos or other apps, then try again.',

  // Why the server keeps an entry apart
  'all.refusal.malformed': 'It is damaged and cannot be read',
  'all.refusal.too-large': 'It is too large',
  'all.refusal.invalid-value': 'A value in it does not fit',
  'all.refusal.id-reuse': 'Its number belongs to another entry',
  'all.refusal.forbidden': 'Its author had no right to change this at that time',
  'all.refusal.unknown-author': 'Its author is not known on this device',
  'all.refusal.device-revoked': "The device's access was withdrawn",
};
