import { dayAt, timeOfDayAt } from '../../domain/day.ts';

/** Hands a file to the person, to be kept or passed on under this name. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers read the address after the click; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** `jukung-3f9a-2021-06-29-0805.ndjson`: tells files of several tablets and evenings apart. */
export function nameOfExport(device: string, atMs: number): string {
  const minute = `${dayAt(atMs)}-${timeOfDayAt(atMs)}`.replace(':', '');
  return ['jukung', device.slice(0, 4), minute].filter(Boolean).join('-') + '.ndjson';
}
