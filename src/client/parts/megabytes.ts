/** Bytes in megabytes with one decimal, and never nothing where there is something. */
export function megabytes(bytes: number): number {
  return bytes > 0 ? Math.max(0.1, Math.round(bytes / 100_000) / 10) : 0;
}
