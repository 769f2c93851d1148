const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const CHARS = 26;

/** 130 random bits: a conversation's token (Ask Services, section "Coming Back"), or a message's id. */
export const freshToken = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(CHARS)), (byte) => ALPHABET.charAt(byte & 31)).join('');
