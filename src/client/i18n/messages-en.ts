import type { Messages } from './messages-id.ts';

/** The second catalogue, fetched when asked for. Same keys, same placeholders, same order. */
export const messagesEn: Messages = {
  // Words on buttons
  'all.action.back': 'Back',
  'all.action.close': 'Close',
  'all.action.retry': 'Try again',
  'all.action.synchronise': 'Synchronise',

  // The programme's own words
  'all.word.home': 'Home',

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
  'all.sync.offline': 'No internet',
  'all.sync.sending': 'Sending {done, number} of {total, number}',
  'all.sync.sent': 'Sent',
  'all.sync.title': 'Synchronisation',
  'all.sync.waiting': 'Not yet sent: {n, number}',

  // Settings of the device
  'all.settings.language': 'Language',

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
  'all.problem.no-right':
    'You have no right to do this. Your work stays saved. Ask the coordinator.',
  'all.problem.village-unknown': 'The server does not know this village. Choose it again.',
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
  'all.problem.wrong-offset':
    'Sending a photo was interrupted and has to be joined up. Your photo is still saved on the device and goes on by itself.',
  'all.problem.wrong-bytes':
    'A photo was damaged on its way. Your photo is still saved on the device and is sent again from the start.',
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

  // Places
  'all.place.desa': '{name} village',
  'all.place.kelurahan': '{name} ward',
  'all.place.district': '{name} district',
  'all.place.kabupaten': '{name} regency',
  'all.place.kota': '{name} city',

  // People, and words for single things
  'all.person.unknown': 'Somebody',
  'all.attendance.lateBy': 'Late by {n, plural, one {# minute} other {# minutes}}',

  // People who disagree
  'all.difference.label': 'Difference: {name}',
  'all.difference.open': 'Recorded differently by two people',
  'all.difference.settle': 'Recorded differently. Tap what is right:',

  // Sessions and trainings, wherever they are listed
  'all.session.complete': 'All recorded',
  'all.session.jp': '{n} JP',
  'all.session.missing': '{n, number} not yet recorded',
  'all.session.notHeld': 'Not held',
  'all.session.now': 'Now',
  'all.session.recordedOf': '{done, number} of {total, number} recorded',
  'all.session.seeAll': 'See all sessions',
  'all.session.untitled': 'Session without a title',
  'all.training.dayOf': 'Day {day, number} of {total, number}',
  'all.training.loading': 'Opening the training',
  'all.training.none': 'No training for you yet',
  'all.training.noneText': 'A training appears here by itself once the coordinator has added you.',
  'all.training.nothingToday': 'No sessions today.',
  'all.training.onTheWay': 'The training is being fetched',
  'all.training.onTheWayOffline':
    'This device has no internet now. Connect it for a moment to fetch timetable and participants; after that everything is kept here.',
  'all.training.onTheWayText':
    'Timetable and participants appear in a moment and then stay on this device.',
  'all.training.progress':
    '{people, number} participants · {done, number} of {total, number} sessions complete',
  'all.training.today': 'Today',
  'all.training.unnamed': 'Training without a name',

  // Delivery, in more words
  'all.sync.attentionText':
    'The server keeps it apart and has not let it in yet. All of it stays on this device and on the server; see why.',
  'all.sync.figureCompleted': 'Last complete',
  'all.sync.figureDelivered': 'Sent from here',
  'all.sync.figureWaiting': 'Saved here, not yet sent',
  'all.sync.never': 'Never yet',
  'all.sync.nextTry': 'The next try comes by itself at {time}.',
  'all.sync.notYet': 'Not synchronised yet',
  'all.sync.notYetText':
    'This device has not finished fetching from the server yet. It goes on by itself while there is internet.',
  'all.sync.offlineText':
    'You can go on working. Everything is saved on this device and sent by itself once connected.',
  'all.sync.ofTotal': '{done, number} of {total, number}',
  'all.sync.receiving': 'Fetching',
  'all.sync.receivingText': 'The latest data is being fetched from the server.',
  'all.sync.seeAttention': 'See what needs attention',
  'all.sync.sendingText': 'Entries are being sent. What has not arrived stays on this device.',
  'all.sync.sentOfflineText':
    'Everything recorded on this device is on the server. There is no internet now; last connected {when}.',
  'all.sync.sentText': 'Everything recorded on this device is on the server.',
  'all.sync.underWay': 'Being sent',
  'all.sync.waitingOfflineText':
    'No internet. Everything is saved on this device and sent by itself once connected.',
  'all.sync.waitingText':
    'Saved on this device. It is sent by itself in a moment, or tap Synchronise.',
  'all.sync.figurePictures': 'Pictures not yet sent',
  'all.sync.figurePicturesValue': '{n, number} ({mb, number} MB)',
  'all.sync.megabytesOf': '{done, number} of {total, number} MB',
  'all.sync.pictures': '{n, plural, one {# picture} other {# pictures}} not yet sent',
  'all.sync.picturesOfflineText':
    'No internet. Pictures stay saved on this device and go out by themselves once connected.',
  'all.sync.picturesText':
    'Pictures follow after the entries, by themselves. Until then they stay saved on this device.',
  'all.sync.sendingPictures': 'Sending pictures: {n, number}%',
  'all.sync.sendingPicturesText':
    'Pictures are being sent. What has not arrived stays on this device.',
  'all.sync.underWayPictures': 'Pictures being sent',

  // Letting somebody in
  'all.enrol.addLead':
    'People may take turns on one device. Each enters with a code of their own; what others recorded stays safe.',
  'all.enrol.addTitle': 'Add a person',
  'all.enrol.asking': 'Checking the code',
  'all.enrol.code': 'Invitation code',
  'all.enrol.codeFromLink': 'The code came with the link. Just enter.',
  'all.enrol.codeHint': 'From the coordinator. Capitals, spaces and dashes do not matter.',
  'all.enrol.codeKept':
    'No signal yet. The code is kept here, not lost. Press Enter once there is one.',
  'all.enrol.codeMissing': 'First type the invitation code from the coordinator.',
  'all.enrol.enter': 'Enter',
  'all.enrol.foreignAnswer':
    'Something other than the Jukung server answered, perhaps the hotel’s Wi-Fi sign-in page. Your code is still good. First sign in to that Wi-Fi in the browser, then try again.',
  'all.enrol.lead':
    'Record attendance anywhere, also without a signal. Everything is saved on this device, then sent by itself when there is internet.',
  'all.enrol.offline':
    'There is no internet, or the server cannot be reached. The code is kept here and still good. Press Enter again once there is a signal.',
  'all.enrol.onceOnline':
    'The internet is needed only this once. After that, Jukung works without it.',
  'all.enrol.serverTrouble':
    'The server cannot answer just now. Your code is still good. Wait a moment, then try again.',
  'all.enrol.startDraft': 'Begin without an invitation',
  'all.enrol.title': 'Welcome to Jukung',
  'all.enrol.tooManyTries': 'Too many tries with a wrong code. Try again from {time}.',

  // The home page of a librarian
  'pengelola.home.open': 'Open the profile',
  'pengelola.home.text':
    'Fill in the library’s profile bit by bit, also without a signal. Every answer is saved on this phone and sent by itself once there is internet.',
  'pengelola.home.title': 'Your library',

  // What needs attention
  'all.attention.title': 'Needs attention',

  // This device
  'all.device.title': 'Device and people',

  // The frame, and where nothing stands
  'all.clock.text':
    'Your work is safe and its order stays right. Turn on automatic date and time in the device’s settings.',
  'all.clock.title': 'This device’s clock is wrong',
  'all.crash.exportFailed':
    'The copy cannot be made now. Your work is still saved; do not clear the browser’s data. Reload, then try again.',
  'all.crash.exported': 'The copy was made. Give the file to the coordinator.',
  'all.frame.skip': 'Skip to content',
  'all.loadFailed.text':
    'Your work is still saved. This part opens once it was fetched over the internet.',
  'all.loadFailed.title': 'This part is not on the device yet',
  'all.notFound.text': 'Your work is still saved. Check the address, or go back home.',
  'all.notFound.title': 'Page not found',

  // Words on buttons
  'all.action.add': 'Add',
  'all.action.cancel': 'Cancel',
  'all.action.change': 'Change',
  'all.action.clear': 'Clear',
  'all.action.continue': 'Continue',
  'all.action.decrease': 'Less',
  'all.action.delete': 'Delete',
  'all.action.done': 'Done',
  'all.action.download': 'Download',
  'all.action.increase': 'More',
  'all.action.more': 'More options',
  'all.action.open': 'Open',
  'all.action.save': 'Save',
  'all.action.search': 'Search',
  'all.action.send': 'Send',
  'all.action.signOut': 'Sign out',
  'all.action.undo': 'Undo',
  'all.action.upload': 'Upload',

  // The programme's own words
  'all.word.attendance': 'Attendance',
  'all.word.attendanceSheet': 'Attendance sheet',
  'all.word.checklist': 'Checklist',
  'all.word.difference': 'Difference in data',
  'all.word.history': 'History of changes',
  'all.word.libraryProfile': 'Library profile',
  'all.word.noDataYet': 'No data yet',
  'all.word.note': 'Note',
  'all.word.participant': 'Participant',
  'all.word.required': 'Required',
  'all.word.session': 'Session',
  'all.word.signature': 'Signature',
  'all.word.training': 'Training',
  'all.word.unknown': 'Unknown',

  // What is saved, sent, missing
  'all.sync.failed': 'Sending failed — try again',
  'all.sync.lastAt': 'Last connected {when}',
  'all.sync.saved': 'Saved on this device',

  // Settings of the device
  'all.settings.theme': 'Appearance',
  'all.settings.themeDark': 'Dark',
  'all.settings.themeLight': 'Light',
  'all.settings.themeSun': 'In bright sun',
  'all.settings.themeSystem': 'As the device',
  'all.settings.title': 'Settings',

  // People, and words for single things
  'all.person.unnamed': 'Participant without a name',
  'all.word.chosen': 'Chosen',
  'all.word.entry': 'Other entry',
  'all.word.member': 'Member',
  'all.word.minutes': 'minutes',

  // Sessions and trainings, wherever they are listed
  'all.session.next': 'Next',
  'all.session.openSheet': 'Open the attendance sheet',
  'all.session.add': 'Add a session',
  'all.session.addEmpty': 'An empty session',
  'all.session.copyAll': 'Copy all: {n, plural, one {# session} other {# sessions}}',
  'all.session.copyOne': 'Copy: {title}',
  'all.session.added': '{n, plural, one {# session} other {# sessions}} added.',
  'all.session.edit': 'Change the session',
  'all.session.delete': 'Delete the session',
  'all.session.deleted': '{title}: deleted. Its attendance is kept.',
  'all.session.readOnly': 'This session can only be read',
  'all.session.readOnlyText': 'Trainers and coordinators of this training can change it.',
  'all.session.endsBefore': 'It does not end after it begins. Please look again.',
  'all.session.outsideTraining': 'Its day is outside of the training. Please look again.',
  'all.training.dayDone': '{done, number}/{total, number} sessions',
  'all.training.dayNumber': 'Day {n, number}',
  'all.training.days': 'Days of the training',
  'all.training.noSessions': 'No sessions yet',
  'all.training.noSessionsText':
    'The timetable appears here by itself once the coordinator has filled it in.',
  'all.training.otherDay': 'Other day',
  'all.training.people': '{n, plural, one {# participant} other {# participants}}',
  'all.training.unknown': 'This training is not on this device yet',
  'all.training.unknownText':
    'Its data may still be on the way. Wait until synchronisation is done, or go back home.',
  'all.training.unplanned': 'Day not set yet',

  // Why the server keeps an entry apart
  'all.refusal.malformed': 'It is damaged and cannot be read',
  'all.refusal.too-large': 'It is too large',
  'all.refusal.invalid-value': 'A value in it does not fit',
  'all.refusal.id-reuse': 'Its number belongs to another entry',
  'all.refusal.forbidden': 'Its author had no right to change this at that time',
  'all.refusal.unknown-author': 'Its author is not known on this device',
  'all.refusal.device-revoked': "The device's access was withdrawn",

  // What is odd when records are seen together
  'all.finding.mark-without-participant':
    '{n, plural, one {# mark is} other {# marks are}} for somebody who is not on the roster.',
  'all.finding.mark-without-session':
    '{n, plural, one {# mark is} other {# marks are}} for a session that is not here yet.',
  'all.finding.safe':
    'All of it is saved. What is missing may still be on the way; if this stays, tell the coordinator.',
  'all.finding.session-outside-training': 'Outside the days of the training: {titles}.',
  'all.finding.title': 'Something to look at',

  // The attendance sheet
  'fasilitator.evening.title': 'This evening',
  'fasilitator.evening.text': 'What is still open; it can be read without internet',
  'fasilitator.evening.loading': 'The evening is being read…',
  'fasilitator.evening.none': 'No training has begun yet',
  'fasilitator.evening.unsent': 'Sending',
  'fasilitator.evening.sheets': 'Attendance sheets not complete',
  'fasilitator.evening.differences': 'Records that differ',
  'fasilitator.evening.differ': '{n, plural, one {# person} other {# people}} recorded differently',
  'fasilitator.evening.absent': 'Absent twice or more',
  'fasilitator.evening.absentFrom': '{n, plural, one {# session} other {# sessions}}: {sessions}',
  'fasilitator.evening.libraries': 'Library profiles not complete',
  'fasilitator.evening.noPhoto': 'no photo yet',
  'fasilitator.evening.inOrder': '{what}: none',
  'fasilitator.call.title': 'Roll call',
  'fasilitator.call.start': 'Roll call',
  'fasilitator.call.soundOn': 'Turn the sound on',
  'fasilitator.call.soundOff': 'Turn the sound off',
  'fasilitator.call.notHere': 'Nobody is to be called in this session',
  'fasilitator.call.done': 'Everybody has been called',
  'fasilitator.call.doneText': 'All attendance is saved on this device.',
  'fasilitator.call.earlier': 'The one before',
  'fasilitator.call.skip': 'Later',
  'fasilitator.sheet.allPresent': 'All present',
  'fasilitator.sheet.clear': 'Make it “Not yet recorded”',
  'fasilitator.sheet.filter': 'Show',
  'fasilitator.sheet.filter-all': 'All {n, number}',
  'fasilitator.sheet.filter-exceptions': 'Not present {n, number}',
  'fasilitator.sheet.filter-missing': 'Missing {n, number}',
  'fasilitator.sheet.tools': 'Other ways',
  'fasilitator.sheet.keys':
    'Keyboard: H present, T late, I excused, S sick, A absent; arrows to move, Delete to clear.',
  'fasilitator.sheet.hint':
    'Tap a name or swipe it right: Present. Tap again or swipe left for other states.',
  'fasilitator.sheet.loading': 'Opening the attendance sheet',
  'fasilitator.sheet.markedPresent': '{n, plural, one {# person} other {# people}} marked present',
  'fasilitator.sheet.minutesLate': 'How many minutes late?',
  'fasilitator.sheet.nobody': 'No participants yet',
  'fasilitator.sheet.nobodyText':
    'The participants appear here by themselves once they were fetched from the server.',
  'fasilitator.sheet.noneInSight': 'No name fits.',
  'fasilitator.sheet.noteHint':
    'If needed, for example who sent word. Do not write what the illness is.',
  'fasilitator.sheet.noteSaved': 'Note changed',
  'fasilitator.sheet.notHeld': 'This session was not held',
  'fasilitator.sheet.notSaved':
    'The last change was not saved. What was saved is safe. Try once more.',
  'fasilitator.sheet.otherStates': 'Other states',
  'fasilitator.sheet.recorded': '{done, number} of {total, number}',
  'fasilitator.sheet.refused':
    'What was last recorded here is kept apart by the server; it is safe. If need be, choose the right state once more.',
  'fasilitator.sheet.saved': '{what}. Saved.',
  'fasilitator.sheet.saving': 'Being saved',
  'fasilitator.sheet.search': 'Search by name or place',
  'fasilitator.sheet.undone': 'Put back as it was',
  'fasilitator.sheet.unknown': 'This session is not on this device yet',
  'fasilitator.sheet.unknownText':
    'Its data may still be on the way, or the session was deleted. What was recorded is still saved.',
  'koordinator.sheet.updatedAt': 'Updated at {time}',

  // What needs attention
  'all.attention.correct': 'Correct it',
  'all.attention.corrected': 'It was recorded again since. Just take this one back.',
  'all.attention.declined': 'Not accepted',
  'all.attention.declinedNoNote': 'The coordinator gave no reason.',
  'all.attention.declinedNote': 'The coordinator says: “{note}”',
  'all.attention.declinedSince': 'Known since {when}',
  'all.attention.declinedText':
    'A coordinator decided to leave these out of the data. They stay on the server.',
  'all.attention.loading': 'Fetching the list',
  'all.attention.none': 'Nothing needs attention',
  'all.attention.noneText': 'Everything that reached the server was let in.',
  'all.attention.ofOther':
    'Written by {author}. Only {author} can take it back: hand over the device first.',
  'all.attention.own': 'From this device',
  'all.attention.restored': 'Back on the list',
  'all.attention.safe':
    'What is not accepted yet is kept apart by the server. Nothing is lost: all of it is still on its author’s device and on the server.',
  'all.attention.shutOut': 'Can be taken back once the coordinator has let this device in again.',
  'all.attention.since': 'Safe on this device. Kept apart since {when}.',
  'all.attention.withdraw': 'Take back',
  'all.attention.withdrawn': '{what}: taken back. Saved.',
  'all.attentionAdvice.device-revoked':
    'The coordinator sees it on their screen and can accept it. Say: “Access was withdrawn from device {device}; please accept my entry.”',
  'all.attentionAdvice.forbidden':
    'The coordinator sees it on their screen and can accept it. Say: “Please give me the right in {place}, or accept my entry.”',
  'all.attentionAdvice.id-reuse': 'Record it once more, then take this one back.',
  'all.attentionAdvice.invalid-value':
    'Record it once more with a value that fits, then take this one back.',
  'all.attentionAdvice.malformed': 'Record it once more, then take this one back.',
  'all.attentionAdvice.too-large': 'Record it once more, shorter, then take this one back.',
  'all.attentionAdvice.unknown-author':
    'The coordinator sees it on their screen and can accept it. Say: “I wrote this entry; please accept it, or give me a new code for device {device}.”',
  'koordinator.attention.accept': 'Accept',
  'koordinator.attention.accepted': 'Accepted: {what}. Saved.',
  'koordinator.attention.arrived': 'Reached the server {when}',
  'koordinator.attention.decided': 'Decided, waiting to be sent',
  'koordinator.attention.decidedAccept':
    'Accepted. It joins the data once this decision reaches the server.',
  'koordinator.attention.decidedDecline':
    'Declined. Its author is told once this decision reaches the server.',
  'koordinator.attention.decline': 'Decline',
  'koordinator.attention.declined': 'Declined: {what}. Saved.',
  'koordinator.attention.declineText':
    'The entry stays out of the data, but it is kept on the server. Its author reads your reason.',
  'koordinator.attention.declineTitle': 'Decline this entry',
  'koordinator.attention.mayAccept':
    'If accepted, the entry joins the data with its own author and time, and stays in.',
  'koordinator.attention.none': 'No other entries are kept apart.',
  'koordinator.attention.note': 'Reason, for its author',
  'koordinator.attention.noteHint': 'Not required, but it helps: what is amiss, and what to do.',
  'koordinator.attention.onlyAuthor':
    'Only its author can put it right. Tell {author}, or decline it so that it no longer waits.',
  'koordinator.attention.onlyNobody':
    'Only its author can put it right. Decline it so that it no longer waits.',
  'koordinator.attention.origin': '{author} · device {device}',
  'koordinator.attention.title': 'From all devices',
  'koordinator.attention.undone': 'Decision taken back. Saved.',

  // This device
  'all.device.askToKeep': 'Ask for lasting storage',
  'all.device.atDevice': 'at the device',
  'all.device.clock': 'Clock',
  'all.device.clockRight': 'Right',
  'all.device.clockWrong': 'Disagrees with the server',
  'all.device.export': 'Save what is not yet sent as a file',
  'all.device.exported': 'The file was made. Everything stays on this device as well.',
  'all.device.facts': 'This device',
  'all.device.free': 'Free space',
  'all.device.handedOver':
    'The device was handed over to {name}. Earlier entries keep their author’s name.',
  'all.device.handOver': 'Hand over',
  'all.device.id': 'Device number',
  'all.device.megabytes': '{n, number} MB',
  'all.device.offline': 'Without internet',
  'all.device.offlineNotYet': 'Being prepared',
  'all.device.offlineReady': 'Ready to use',
  'all.device.people': 'Who is at this device',
  'all.device.peopleText':
    'Hand over to a colleague without internet. What each person records is kept under their own name.',
  'all.device.storage': 'Storage',
  'all.device.storageKept': 'Kept by the browser',
  'all.device.storageNotPromised': 'Not promised yet',
  'all.device.storageText':
    'The browser may clear data when room is short. Ask it to keep what Jukung saved.',
  'all.device.territorySource':
    'Place names: idn-area-data, Open Database License (ODbL), after Kepmendagri 300.2.2-2138 of 2025.',
  'all.device.version': 'Version',

  // Lists that are asked for over the network
  'all.asked.at': 'Fetched at {time}',
  'all.asked.failed': 'Could not be fetched from the server yet',
  'all.asked.stale': 'What is shown below is from {time}.',

  // Everything ever written of a record
  'all.changes.title': 'Changes on this device',
  'all.changes.text': 'The last 30 days; all of it can be brought back',
  'all.changes.loading': 'The changes are being read…',
  'all.changes.none': 'No changes yet',
  'all.changes.noneText': 'Ticks, changes and deletions made on this device appear here.',
  'all.changes.several': '{n, plural, one {# entry} other {# entries}}: {what}',
  'all.changes.before': 'Before: {what}',
  'all.changes.takeBack': 'Bring back',
  'all.changes.done': '{what}: brought back as it was.',
  'all.changes.nothingLeft': '{what}: changed again since, so it was left as it is.',
  'all.changes.over': 'changed again since',
  'all.changes.more': 'Show earlier ones',
  'all.changes.open': 'See and bring back changes',
  'all.history.arrived': 'reached the server {when}',
  'all.history.cleared': '{field}: cleared',
  'all.history.clockUncertain': 'device clock uncertain',
  'all.history.count': '{n, plural, one {# change} other {# changes}}',
  'all.history.field': '{field}: {value}',
  'all.history.from': 'device {device}',
  'all.history.loading': 'Fetching the history',
  'all.history.none': 'No history on the server yet',
  'all.history.noneText': 'What was recorded on this device appears here once it is sent.',
  'all.history.opaque': 'Written by a newer version; understood once the server is upgraded',
  'all.history.open': 'History',
  'all.history.quarantined': 'Kept apart: {reason}',
  'all.history.shown': 'In force',
  'all.history.waiting':
    'This device still holds changes that are not sent. They are not in the list below.',

  // Fields of records, and what they hold
  'all.field.batch': 'Batch',
  'all.field.day': 'Day',
  'all.field.deleted': 'Deleted',
  'all.field.endsAt': 'Ends at',
  'all.field.endsOn': 'Ends on',
  'all.field.gender': 'Gender',
  'all.field.image': 'Picture',
  'all.field.institution': 'Institution',
  'all.field.jp': 'Training hours',
  'all.field.mark': 'Attendance',
  'all.field.minimumAttendance': 'Least attendance (%)',
  'all.field.name': 'Name',
  'all.field.nip': 'NIP',
  'all.field.notHeld': 'Why it was not held',
  'all.field.note': 'Note',
  'all.field.outcome': 'Decision',
  'all.field.paper': 'Letterhead and signers',
  'all.field.phone': 'Telephone',
  'all.field.place': 'Place',
  'all.field.position': 'Position',
  'all.field.regency': 'Regency',
  'all.field.revoked': 'Access withdrawn',
  'all.field.role': 'Role',
  'all.field.room': 'Room',
  'all.field.sameAs': 'Same person as',
  'all.field.scores': 'Scores',
  'all.field.startsAt': 'Begins at',
  'all.field.startsOn': 'Begins on',
  'all.field.title': 'Title',
  'all.field.trainers': 'Trainers',
  'all.field.until': 'Valid until',
  'all.field.village': 'Village',
  'all.value.accept': 'Accepted',
  'all.value.decline': 'Declined',
  'all.value.empty': 'empty',
  'all.value.L': 'Male',
  'all.value.no': 'No',
  'all.value.P': 'Female',
  'all.value.picture': '{mb, number} MB, {w} × {h}',
  'all.value.withdraw': 'Taken back',
  'all.value.yes': 'Yes',
  'all.word.decision': 'Decision',
  'all.word.deviceRecord': 'Device',
  'all.word.library': 'Library profile',
  'all.word.libraryYear': 'Figures of a year',
  'all.word.libraryReview': 'Review of a profile',
  'all.word.advocacy': 'Result of advocacy',
  'all.word.followUp': 'Follow-up plan',

  // Proof of what was sent
  'all.receipts.at': 'As of {when}, says the server',
  'all.receipts.changes': '{done, number} of {total, plural, one {# change} other {# changes}}',
  'all.receipts.changesHeld': '{n, plural, one {# change} other {# changes}}',
  'all.receipts.code': 'Code: {letters}',
  'all.receipts.codeLater': 'The code appears once everything has arrived.',
  'all.receipts.lead':
    'The code of four letters is made from what was sent. The coordinator sees the same code: same letters, same contents.',
  'all.receipts.loading': 'Opening the proof',
  'all.receipts.missing': 'Still missing: {what}.',
  'all.receipts.missingAnswer': 'proof from the server',
  'all.receipts.missingPictures': '{n, plural, one {# picture} other {# pictures}} not there yet',
  'all.receipts.missingSame':
    'the lists of server and device are not the same yet; they are compared again by themselves',
  'all.receipts.missingWaiting': '{n, plural, one {# change} other {# changes}} not yet sent',
  'all.receipts.none': 'Nothing was recorded on this device yet',
  'all.receipts.noneText': 'Once you record something and it is sent, the proof appears here.',
  'all.receipts.notYet': 'Not complete',
  'all.receipts.notYetAsked':
    'The server has given no proof yet. It comes by itself once entries are sent.',
  'all.receipts.people':
    '{done, number} of {total, plural, one {# participant} other {# participants}}',
  'all.receipts.peopleHeld': '{n, plural, one {# participant} other {# participants}}',
  'all.receipts.pictures': '{done, number} of {total, number} pictures',
  'all.receipts.proven': 'Proven',
  'all.receipts.records': '{done, number} of {total, plural, one {# record} other {# records}}',
  'all.receipts.recordsHeld': '{n, plural, one {# record} other {# records}}',
  'all.receipts.refused': '{n, number} kept apart',
  'all.receipts.refusedNamed': '{n, number} kept apart: {names}',
  'all.receipts.see': 'See the proof',
  'all.receipts.storedAt': 'stored {when}',
  'all.receipts.summary':
    '{done, number} of {total, number} groups are proven to be on the server.',
  'all.receipts.title': 'Proof of sending',

  // All devices, for the coordinator
  'koordinator.devices.access': 'Access of the device',
  'koordinator.devices.accessWaiting': 'Saved on this device; it holds once it is sent.',
  'koordinator.devices.allIn':
    '{n, plural, one {# device} other {# devices}}. All report that nothing waits.',
  'koordinator.devices.battery': 'Battery',
  'koordinator.devices.carries': '{what} waiting',
  'koordinator.devices.carrying':
    '{n, plural, one {# device} other {# devices}}, {waiting, number} still carrying entries or pictures.',
  'koordinator.devices.lastSeen': 'Last connected',
  'koordinator.devices.lastSeenAt': 'last connected {when}',
  'koordinator.devices.loading': 'Fetching the devices',
  'koordinator.devices.neverSeen': 'Never sent anything',
  'koordinator.devices.nobody': 'Nobody yet',
  'koordinator.devices.none': 'No devices yet',
  'koordinator.devices.noneText': 'Devices appear here once somebody comes in with a code.',
  'koordinator.devices.nothingWaits': 'Nothing waits',
  'koordinator.devices.own':
    'This is the device you are using. Its access can only be withdrawn from another one.',
  'koordinator.devices.people': 'People',
  'koordinator.devices.receipts': 'What is on the server',
  'koordinator.devices.receiptsNone': 'The server has no entries from this device yet.',
  'koordinator.devices.receiptsText':
    'On that device, “Proof of sending” shows the same code if the contents are the same.',
  'koordinator.devices.report': 'State of the device',
  'koordinator.devices.reportText': 'As the device said when it was last connected.',
  'koordinator.devices.restore': 'Let it in again',
  'koordinator.devices.restored': 'The device is let in again. Saved.',
  'koordinator.devices.revoke': 'Withdraw access',
  'koordinator.devices.revoked': 'Access withdrawn',
  'koordinator.devices.revokedDone': 'Access of the device withdrawn. Saved.',
  'koordinator.devices.revokedText':
    'This device can no longer read. What it sends is kept apart until it is decided on; nothing is lost.',
  'koordinator.devices.revokeText':
    'If the device is lost or in other hands, withdraw its access: it can no longer read, and what it sends is kept apart until it is decided on.',
  'koordinator.devices.unknown': 'This device is not on the list',
  'koordinator.devices.unknownText':
    'Perhaps the number is wrong, or the device is not of a training you coordinate.',
  'koordinator.devices.unnamed': 'Device without a name',
  'koordinator.devices.version': 'App version',
  'koordinator.devices.waiting': 'Waiting on the device',
  'koordinator.devices.waitingEntries': '{n, plural, one {# entry} other {# entries}}',
  'koordinator.devices.waitingPictures': '{n, plural, one {# picture} other {# pictures}}',

  // Choosing a village
  'all.village.change': 'Change',
  'all.village.chooseDistrict': 'Choose a district in {regency}',
  'all.village.chooseRegency': 'Choose a regency or city',
  'all.village.chooseVillage': 'Choose a village or ward in {district}',
  'all.village.found': '{n, plural, one {# place found.} other {# places found.}}',
  'all.village.foundMore': 'The first {n, number}. Type more to narrow it down.',
  'all.village.loading': 'Loading the villages',
  'all.village.none':
    'Nothing fits. Check the spelling, or clear the search and choose from the list.',
  'all.village.otherDistrict': 'Change the district',
  'all.village.otherRegency': 'Change the regency',
  'all.village.results': 'Search results',
  'all.village.search': 'Search village or district',
  'all.village.unknown': 'Code {code} is not known',
  'all.village.unknownText':
    'This code is not among the villages on this device. It stays saved; change it if it is wrong.',

  // The home page of a coordinator
  'all.libraries.title': 'Library profiles',
  'all.libraries.text': 'How complete, by kabupaten',
  'koordinator.devices.title': 'Devices',
  'koordinator.home.attentionText': 'Entries that wait for a decision',
  'koordinator.home.devicesText': 'Who has sent, and what still waits',
  'koordinator.home.title': 'For the coordinator',

  // Inviting somebody
  'all.invite.another': 'Another invitation',
  'all.invite.code': 'Invitation code: {letters}',
  'all.invite.copied': 'The link is copied.',
  'all.invite.homeText': 'Give somebody a code to come in with',
  'all.invite.lead':
    'Whoever is invited comes in on their own phone, for the task and the place chosen here.',
  'all.invite.make': 'Make the invitation',
  'all.invite.making': 'Making the invitation',
  'all.invite.name': 'Name of who is invited',
  'all.invite.nameHint': 'The full name; it stands on their entries.',
  'all.invite.nameMissing': 'First type the name.',
  'all.invite.noRight':
    'You have no right to invite for this place. Choose one where you work, or ask the coordinator.',
  'all.invite.notKept':
    'The code is on this screen alone, and gone when the app is closed. If need be, just make another.',
  'all.invite.offline':
    'No internet yet. An invitation needs it; what you fill in below stays. Press Make the invitation once connected.',
  'all.invite.oneRegency': 'The libraries of one regency',
  'all.invite.place': 'Works in',
  'all.invite.placeMissing': 'First choose where they work.',
  'all.invite.qr': 'QR code with the invitation link for {name}',
  'all.invite.readOut': 'Or read out this code',
  'all.invite.regency': 'Regency or city',
  'all.invite.role': 'Invited as',
  'all.invite.scan': 'To be scanned with the camera of the invited phone, where there is a signal.',
  'all.invite.serverTrouble':
    'The server cannot answer just now; no invitation was made. Wait a moment, then try again.',
  'all.invite.share': 'Share the link',
  'all.invite.shareFailed':
    'This browser cannot copy the link. Read out the code, or copy the link on the screen yourself.',
  'all.invite.shareText': 'Jukung invitation for {name}',
  'all.invite.title': 'Invite somebody',
  'all.invite.titleMade': 'Invitation for {name}',
  'all.invite.tooMany':
    'Too many of your invitations wait to be used. A new one can be made once one is used or runs out.',
  'all.invite.unreached':
    'No internet, or the server cannot be reached; no invitation was made. What you filled in stays. Try again once connected.',
  'all.invite.until': 'Good until {day}, for one phone.',
  'all.invite.village': 'Village or ward of the library',
  'all.invite.villageMissing': 'First choose the village.',

  // Forms, and the library's profile
  'library.unknown.title': 'There is no profile at this address',
  'library.unknown.text':
    'It may have been mistyped. Whatever was saved is safe; open the profile from the home page.',
  'library.village.follow': 'Open the profile',
  'library.profile.loading': 'Opening the profile',
  'photo.state.take': 'Take a photo',
  'photo.state.choose': 'Choose a photo',
  'photo.state.again': 'Take it again',
  'photo.state.working': 'Making the photo smaller…',
  'photo.state.waiting': 'Saved on this phone, not sent yet',
  'photo.state.home': 'Sent',
  'photo.state.elsewhere': 'Sent from another device',
  'photo.state.absent': 'The photo is on the server. It appears here once connected.',
  'photo.state.caption': 'Caption',
  'photo.state.consent': 'The people in this photo agree that it is kept (children: their parents)',
  'photo.state.removed': 'Photo deleted',
  'photo.state.alt': '{label}: the photo that is saved',
  'photo.problem.too-many-pixels':
    'This photo is too large for the phone. Choose a smaller photo size in the camera’s settings and take it again. All else is safe.',
  'photo.problem.format':
    'This kind of photo (HEIC) cannot be opened here. Choose JPEG in the camera’s settings and take it again. All else is safe.',
  'photo.problem.unreadable': 'This file is broken or no photo. Choose another. All else is safe.',
  'photo.problem.full':
    'The phone is full, this photo was not kept. Delete photos or apps and try again. All answers are safe.',
  'form.answer.clear': 'Clear: {label}',
  'form.record.loading': 'The answers are being opened…',
  'form.issue.not-readable': 'This cannot be read as an answer. Look at it again.',
  'form.issue.too-short': 'Too short: at least {limit} characters.',
  'form.issue.too-many': 'Too many: at most {limit} lines.',
  'form.issue.too-long': 'Too long: at most {limit} characters.',
  'form.issue.below': 'Too small: at least {limit}.',
  'form.issue.above': 'Too large: at most {limit}.',
  'form.issue.decimals': 'At most one digit after the comma.',
  'form.issue.future': 'This day or year has not come yet.',
  'form.issue.phone': 'A mobile number begins with 08 or +62, then 7 to 11 digits.',
  'form.issue.email': 'An e-mail address has an @, such as name@example.org',
  'form.issue.unknown-option': 'This option is not known. Choose again.',
  'form.issue.alone': '“None” cannot be chosen beside others.',
  'form.issue.outside-area':
    'This place is outside Central Kalimantan. Record it in front of the library.',
  'form.issue.unlikely-low':
    'Sure? Usually it is at least {limit}. The answer is saved all the same.',
  'form.issue.unlikely-high':
    'Sure? Usually it is at most {limit}. The answer is saved all the same.',
  'form.issue.inaccurate':
    'Not exact: it may be off by more than {limit} metres. Try again in the open.',
  'form.issue.no-consent': 'The person in the story has not agreed yet. Ask, then tick.',
  'form.issue.more-than': 'More than “{other}”. Look at both.',
  'form.issue.less-than': 'Less than “{other}”. Look at both.',
  'form.issue.contradicts': 'At odds with “{other}”. Look at both.',
  'form.number.ambiguousWhole': 'Write thousands with a point, such as 1.250, or without: 1250.',
  'form.number.ambiguousDecimal': 'Write decimals with a comma, such as 56,5.',
  'form.part.l': 'Men',
  'form.part.p': 'Women',
  'form.part.total': 'Or the total alone',
  'form.part.tahun': 'Year received',
  'form.part.jumlah': 'How many',
  'form.part.media': 'In which media',
  'form.part.tautan': 'Link',
  'form.part.teks': 'The story',
  'form.part.izin': 'The person in the story agrees that it is kept',
  'form.part.nama': 'Name',
  'form.part.hp': 'Mobile/WhatsApp',
  'form.location.find': 'Record the location',
  'form.location.again': 'Record it again',
  'form.location.asking': 'Looking for the place… (may take a minute)',
  'form.location.at': 'Latitude {lat}, longitude {lon}. Accurate to {accuracy} metres.',
  'form.location.denied':
    'The phone does not allow it. Open the browser’s settings, allow location for Jukung, and try again. All else is safe.',
  'form.location.notFound':
    'The place was not found yet. Try outdoors, away from trees and roofs. All else is safe.',
  'library.profile.progress': '{answered, number} of {total, number} required answers',
  'library.profile.progressAll': '{answered, number} of {total, number} answers',
  'library.state.draft': 'Draft',
  'library.state.complete': 'Complete',
  'library.profile.next': 'Go on with: {field}',
  'library.profile.allDone': 'All required answers are there',
  'library.profile.allDoneText': 'The others can be filled in at any time.',
  'library.profile.sections': 'Sections of the profile',
  'library.profile.sectionOf': 'Section {n, number} of {total, number}',
  'library.profile.sectionDone': 'Required answers complete',
  'library.profile.sectionMissing': '{n, number} required still open',
  'library.profile.sectionIssues': '{n, number} to look at',
  'library.profile.sectionOptional': 'Nothing required here',
  'library.profile.nextSection': 'Next: {section}',
  'library.profile.backToSections': 'Done, see all sections',
  'library.profile.required': 'Required',
  'library.standard.title': 'Where do we stand?',
  'library.standard.lead': 'National standard for village libraries',
  'library.standard.ofYear': 'Figures of {year}',
  'library.standard.meets': 'Meets the standard',
  'library.standard.short': 'Falls short',
  'library.standard.no-data': 'No data yet',
  'library.standard.count': '{n, number} of {total, number} met',
  'library.standard.card':
    '{meets, number} met · {short, number} not yet · {none, number} without data',
  'library.standard.missing': 'Still missing: {list}',
  'library.standard.figure': '{value} of {threshold}',
  'library.standard.source':
    'Thresholds by {regulation}. Computers and internet are not graded: no sourced threshold exists.',
  'library.standard.fill': 'Fill in: {field}',
  'library.standard.picture': 'A boat with twelve loads: {meets, number} of them filled',
  'library.standard.lastYear': 'Changes since {year}',
  'library.standard.lastYearNone':
    'Last year’s figures appear here once the profile is filled in for the next year.',
  'library.standard.fromTo': '{before} → {after}',
  'library.standard.same': 'same',
  'library.profile.differs': 'There are two answers. Choose the right one:',
  'library.review.title': 'Trainer’s review',
  'library.review.done': 'Reviewed',
  'library.review.notYet': 'Not reviewed yet',
  'library.review.noteHint': 'What is good, what should be looked at.',
  'library.consent.title': 'About your personal data',
  'library.consent.tick':
    'I have read this and agree that my personal data is processed for this purpose',
  'library.consent.name': 'Name of the person who agrees',
  'library.consent.given': 'Agreed to by {name} on {when}. Text version {version}.',
  'library.consent.withdraw': 'Withdraw consent',
  'library.consent.withdrawn':
    'Consent was withdrawn on {when}. Processing stops within 3 × 24 hours after it has reached the office.',
  'library.consent.nameMissing': 'First write the name of the person who agrees.',
  'library.consent.show': 'Read the notice',
  'library.records.addAdvocacy': 'Add a result of advocacy',
  'library.records.addFollowUp': 'Add a plan',
  'library.records.removed': 'Deleted: {what}',
  'library.records.empty': 'None yet.',
  'library.records.unnamed': 'Not described yet',
  'library.village.change': 'Wrong village? Change it',
  'library.village.moved': 'The profile moved to {place}, with every answer.',
  'library.village.taken':
    'There was a profile already. Answers that differ are shown side by side; nothing is lost.',
  'library.village.late':
    '{n, plural, one {# answer} other {# answers}} came from another device after the profile had moved. All is saved, but has not moved along yet.',
  'library.village.bring': 'Bring along to where the profile is now',
  'library.village.choose': 'Choose the village',
  'library.begun.title': 'Library profile',
  'library.begun.text':
    'Answers are saved on this phone. Once you come in with an invitation, all of them move to your village’s profile.',
  'library.begun.join': 'Come in with an invitation',
  'library.begun.moved': 'What was begun before you came in has been moved here.',
  'library.begun.notYet':
    'Photos, plans and consent can be filled in once you came in with an invitation.',
  'library.list.title': 'Library profiles',
  'library.list.text': 'How complete they are, by kabupaten',
  'library.list.search': 'Find a village or library',
  'library.list.complete':
    '{n, number} complete · {begun, number} begun · {total, number} villages',
  'library.list.none': 'No profile has been begun yet',
  'library.list.noneText': 'Profiles appear here as soon as something is filled in.',
  'library.list.start': 'Begin another village’s profile',
  'library.list.late': '{n, plural, one {# answer} other {# answers}} left behind',
  'library.list.differences': '{n, number} differences',

  // The board of one training, for the hour at the hotel
  'all.word.boardNote': 'Note on the device board',
  'all.call.heard': 'The coordinator called at {time}',
  'all.call.heardText': 'This device is sending. Leave Jukung open until it says Sent.',
  'all.call.heardDone': 'Everything on this device has been sent.',
  'all.call.picturesHeld':
    'The Wi-Fi is weak: pictures are held back for now, entries still go. Pictures follow; nothing is lost.',
  'koordinator.board.add': 'Add another device',
  'koordinator.board.added': '{name} is waited for, too. Saved.',
  'koordinator.board.addNone': 'There are no other devices.',
  'koordinator.board.addSearch': 'Search by name or device number',
  'koordinator.board.addText':
    'Devices beyond this training’s trainers that are to be waited for all the same.',
  'koordinator.board.allIn': 'Everything has come in',
  'koordinator.board.allInAt': 'Proven whole at {time}. The code over all proofs:',
  'koordinator.board.answered': '{n, number} of {total, number} devices answered',
  'koordinator.board.arrived': '{n, number} arrived',
  'koordinator.board.battery': 'battery {share}',
  'koordinator.board.changed': 'List of devices updated. Saved.',
  'koordinator.board.choice': 'This device',
  'koordinator.board.chooseExpected': 'Waited for',
  'koordinator.board.chooseNotExpected': 'Not waited for',
  'koordinator.board.chooseWrittenOff': 'Written off: will not come',
  'koordinator.board.code': 'code {code}',
  'koordinator.board.connected': 'connected',
  'koordinator.board.counts': '{whole, number} of {expected, number} devices are in',
  'koordinator.board.crossedOut': '{n, number} written off',
  'koordinator.board.details': 'Open the device’s details',
  'koordinator.board.groupHelp': 'Need help',
  'koordinator.board.groupIn': 'Are in',
  'koordinator.board.groupNotIn': 'Not in yet',
  'koordinator.board.groupOff': 'Written off',
  'koordinator.board.groupUnderWay': 'Under way',
  'koordinator.board.groupUnexpected': 'Not waited for',
  'koordinator.board.heldTotal':
    '{n, plural, one {# change} other {# changes}} arrived and were counted',
  'koordinator.board.helpCarry':
    'Still not: on that device open “Device and people”, press “Save what is not yet sent as a file”, and hand the file to the coordinator.',
  'koordinator.board.helpLost': 'Lost or broken: tap the name below, and write it off with a note.',
  'koordinator.board.helpNames': 'Not connected: {names}',
  'koordinator.board.helpNear': 'Bring it near the Wi-Fi, switch it on, and open Jukung.',
  'koordinator.board.helpTitle':
    '{n, plural, one {# device is} other {# devices are}} not connected',
  'koordinator.board.lastSeen': 'last seen {when}',
  'koordinator.board.leavingOpen': 'leaving check {when}: {n, number} open',
  'koordinator.board.leavingReady': 'ready to leave {when}',
  'koordinator.board.live': 'Live',
  'koordinator.board.loading': 'Fetching the device board',
  'koordinator.board.more': '{n, number} more',
  'koordinator.board.needHelp': '{n, plural, one {# needs} other {# need}} help',
  'koordinator.board.none': 'No device is waited for yet',
  'koordinator.board.noneText':
    'Devices appear here once a trainer of this training has come in with a code.',
  'koordinator.board.notIn': 'Not everything is in yet',
  'koordinator.board.notCalled': 'Not called yet',
  'koordinator.board.notCalledText':
    'What shows here is what each device last said. Call first to know whether today is in.',
  'koordinator.board.note': 'Note',
  'koordinator.board.noteHint': 'Why, and who said so.',
  'koordinator.board.noteMissing': 'First write why this device is written off.',
  'koordinator.board.notYetIn': '{n, number} not in yet',
  'koordinator.board.open': 'Device board',
  'koordinator.board.openText': 'Call the devices, see whether everything has come in',
  'koordinator.board.perPoll': 'Updated every 5 seconds',
  'koordinator.board.stateApart':
    '{n, plural, one {# entry awaits} other {# entries await}} a decision',
  'koordinator.board.stateAway': 'Still carries {what}',
  'koordinator.board.stateHeld':
    'Entries are in, {n, plural, one {# picture} other {# pictures}} held back',
  'koordinator.board.stateLost': 'Broke off half-way',
  'koordinator.board.stateNever': 'Has never come',
  'koordinator.board.stateNotExpected': 'Not waited for',
  'koordinator.board.stateProving': 'Connected, comparing proofs',
  'koordinator.board.stateRevoked': 'Shut out',
  'koordinator.board.stateSending': 'Sending: {what} left',
  'koordinator.board.stateStale': 'Whole at {time}, has not answered the call',
  'koordinator.board.stateUnproven': 'Nothing waits, proof not compared yet',
  'koordinator.board.stateWhole': 'Whole at {time}',
  'koordinator.board.stateWrittenOff': 'Written off',
  'koordinator.board.title': 'Device board',
  'koordinator.board.underWay': '{n, number} under way',
  'koordinator.board.version': 'version {version}',
  'koordinator.call.again': 'Call again',
  'koordinator.call.all': 'Call all devices',
  'koordinator.call.at': 'Called at {time}',
  'koordinator.call.left': 'About {mb, number} MB left',
  'koordinator.call.minutes': 'about {n, plural, one {# minute} other {# minutes}} to go',
  'koordinator.call.pictures': 'Pictures',
  'koordinator.call.picturesLater': 'Hold back',
  'koordinator.call.picturesNow': 'Send as well',
  'koordinator.call.picturesText':
    'If the Wi-Fi is weak, hold pictures back first: names and entries come in faster. Pictures stay on the devices until you choose “Send as well”, for at most 30 minutes.',
  'koordinator.call.progress': 'Come in so far',
  'koordinator.call.reached':
    '{n, plural, one {# device was} other {# devices were}} connected and called.',
  'koordinator.call.seconds': 'less than a minute to go',
  'koordinator.call.text':
    'All devices that are open and connected answer at once and send: entries first, then pictures.',
  'koordinator.call.title': 'Call',

  // The check before leaving
  'all.leaving.enterCode': 'Enter a code',
  'fasilitator.leaving.again': 'Check again',
  'fasilitator.leaving.battery': 'Enough battery',
  'fasilitator.leaving.batteryCure':
    'Charge it fully before leaving, and take a charger or a power bank.',
  'fasilitator.leaving.batteryUnknown': 'The browser does not tell; look at the bar at the top.',
  'fasilitator.leaving.charging': '{share}, charging',
  'fasilitator.leaving.checking': 'Checking the device',
  'fasilitator.leaving.clock': 'Clock is right',
  'fasilitator.leaving.clockCure': 'Open Android’s settings and choose automatic date and time.',
  'fasilitator.leaving.given': 'Good until {day}',
  'fasilitator.leaving.givenNoEnd': 'Good without a last day',
  'fasilitator.leaving.home': 'Check before leaving',
  'fasilitator.leaving.homeText': 'Whether this device is ready for days without a signal',
  'fasilitator.leaving.noTraining': 'No training on this device yet',
  'fasilitator.leaving.offline': 'Starts without internet',
  'fasilitator.leaving.offlineCure':
    'Leave Jukung open on the Wi-Fi for a moment, then check again.',
  'fasilitator.leaving.open': '{n, plural, one {# thing} other {# things}} to put right',
  'fasilitator.leaving.openText': 'Put right what has a cross below while there is Wi-Fi.',
  'fasilitator.leaving.people': '{n, plural, one {# participant} other {# participants}}',
  'fasilitator.leaving.ready': 'Ready to leave',
  'fasilitator.leaving.readyText':
    'Everything is in order. The coordinator can see this on the device board.',
  'fasilitator.leaving.roster': 'Training and participants are here',
  'fasilitator.leaving.rosterCure':
    'Connect to the Wi-Fi and press “Synchronise”. If it stays empty, ask the coordinator.',
  'fasilitator.leaving.savedAt': 'Checked at {time}.',
  'fasilitator.leaving.signIn': 'Sign-in lasts long enough',
  'fasilitator.leaving.signInCure':
    'Your right ends on {day}, before the training does. Ask the coordinator to extend it.',
  'fasilitator.leaving.signInNone':
    'This device is not let in to the training. Ask the coordinator for a new code.',
  'fasilitator.leaving.space': 'Enough free space',
  'fasilitator.leaving.spaceCure':
    'Delete pictures or other apps until at least {n, number} MB are free.',
  'fasilitator.leaving.spaceUnknown': 'The browser does not tell how much is free.',
  'fasilitator.leaving.storage': 'Storage is kept',
  'fasilitator.leaving.storageCure':
    'Press “Ask for lasting storage”. If it is refused, install Jukung on the home screen first.',
  'fasilitator.leaving.sync': 'Latest data',
  'fasilitator.leaving.syncCure':
    'Connect to the Wi-Fi, wait until it says Sent, then check again.',
  'fasilitator.leaving.title': 'Check before leaving',
  'fasilitator.leaving.version': 'App and forms are the latest',
  'fasilitator.leaving.versionCure':
    'Press “Use the new version”, wait a moment, then check again.',
  'fasilitator.leaving.versionOffline':
    'Connect to the Wi-Fi so that it can be compared with the server.',
};
