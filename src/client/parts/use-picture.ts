import { useEffect, useRef, useState } from 'preact/hooks';
import { Problem } from '../../domain/problem.ts';
import type { Picture } from '../../domain/records/kind.ts';
import { useServices, type Pictures } from '../app-services.ts';

/**
 * An address at which a kept picture can be shown, from this device or from home; given back when nobody looks any
 * more. Undefined while it comes, null if it does not.
 */
export function usePicture(image: Picture): string | null | undefined {
  const { pictures } = useServices();
  const { sha256, mime } = image;
  const [address, setAddress] = useState<string | null>();
  const made = useRef<string | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    setAddress(undefined);
    void loadPicture(pictures, image).then(bytes => {
      if (isGone) return;
      if (bytes) made.current = URL.createObjectURL(new Blob([bytes], { type: mime }));
      setAddress(bytes ? (made.current ?? null) : null);
    });
    return () => {
      isGone = true;
      if (made.current !== undefined) URL.revokeObjectURL(made.current);
      made.current = undefined;
    };
  }, [pictures, sha256, mime]);
  return address;
}

/** The bytes; undefined where neither this device nor home has them just now. */
async function loadPicture(pictures: Pictures, image: Picture): Promise<ArrayBuffer | undefined> {
  try {
    return await pictures.load(image);
  } catch (failure) {
    if (failure instanceof Problem) return undefined;
    throw failure;
  }
}
