import { useEffect, useState } from 'preact/hooks';

/** What `load` gives, once; undefined until then and if it fails: for what a screen can do without. */
export function useLoaded<T>(load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<{ value: T }>();
  useEffect(() => {
    let isGone = false;
    load().then(
      value => {
        if (!isGone) setLoaded({ value });
      },
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [load]);
  return loaded?.value;
}
