const signatures: readonly { type: string; isOf: (head: string) => boolean }[] = [
  { type: 'image/jpeg', isOf: head => head.startsWith('\xff\xd8\xff') },
  { type: 'image/png', isOf: head => head.startsWith('\x89PNG\r\n\x1a\n') },
  { type: 'image/webp', isOf: head => head.startsWith('RIFF') && head.startsWith('WEBP', 8) },
];

/** What a file's first bytes say that it is; undefined for all that no field may name. */
export function pictureTypeOf(head: Uint8Array): string | undefined {
  const text = String.fromCharCode(...head.subarray(0, 16));
  return signatures.find(({ isOf }) => isOf(text))?.type;
}
