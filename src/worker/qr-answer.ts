/** What the worker answers to a frame: the text of the QR code in it; null where it sees none. */
export interface QrAnswer {
  text: string | null;
}
