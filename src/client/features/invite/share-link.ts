/** What became of a link that was to be passed on. */
export type Shared = 'shared' | 'copied' | 'failed';

/** Passes a link on as the device does, or else puts it in the clipboard. Not sent after all counts as shared. */
export async function shareLink(title: string, url: string): Promise<Shared> {
  if ('share' in navigator) {
    try {
      await navigator.share({ title, url });
      return 'shared';
    } catch (failure) {
      if (failure instanceof DOMException && failure.name === 'AbortError') return 'shared';
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    return 'copied';
  } catch {
    // Over plain http there is no clipboard.
    return 'failed';
  }
}
