import { useEffect, useRef } from 'preact/hooks';
import { useStable } from '../../parts/use-stable.ts';

/**
 * While something is being written, a page that is closed asks whether to stay: a write begun while a page is
 * taken down is not carried through. Gives what to do the writing with.
 */
export function useHeldPage(): <T>(write: () => Promise<T>) => Promise<T> {
  const underWay = useRef(0);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (underWay.current > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);

  return useStable(async write => {
    underWay.current += 1;
    try {
      return await write();
    } finally {
      underWay.current -= 1;
    }
  }) as <T>(write: () => Promise<T>) => Promise<T>;
}
