/**
 * What the desk says to an operator alone, by its code, for which the console has words in the operator's own language;
 * what is not here is shown as the desk says it.
 */
export const NOTES: Readonly<Record<string, string>> = {
  'has-it': 'console-note-has-it',
  'joined-colleague': 'console-note-joined-colleague',
  'joined-consultant': 'console-note-joined-consultant',
  taken: 'console-note-taken',
  retracted: 'console-note-retracted',
  'ring-expired': 'console-note-ring-expired',
  declined: 'console-note-declined',
  'transfer-looking': 'console-note-looking',
  'transfer-nobody-fits': 'console-note-nobody-fits',
  'transfer-full': 'console-note-full',
  'transfer-declined': 'console-note-others-declined',
  'transfer-timeout': 'console-note-timeout',
  'transfer-unreachable': 'console-note-unreachable',
  'transfer-cancelled': 'console-note-cancelled',
  'transfer-too-many-hops': 'console-note-too-many-hops',
  'released-transferred': 'console-note-handed-over',
  'released-closed': 'console-note-closed',
  'released-patron-left': 'console-note-patron-left',
  'released-dropped': 'console-note-dropped',
  'released-taken-back': 'console-note-taken-back',
  'follow-up-kept': 'console-note-follow-up-kept',
  'session-over': 'console-note-over',
  'home-unreachable': 'console-note-home-unreachable',
};
