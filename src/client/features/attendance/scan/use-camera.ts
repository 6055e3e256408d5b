import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useServices } from '../../../app-services.ts';
import { useStable } from '../../../parts/use-stable.ts';

const troubles = ['denied', 'missing', 'busy', 'unsupported'] as const;

/** How the camera is. */
export type CameraState = 'opening' | 'open' | 'resting' | (typeof troubles)[number];

interface Camera {
  state: CameraState;
  /** Tries once more. */
  again: () => void;
}

/** Time between two sightings of a badge that is held up without a break, ms. */
const gapMs = 2_500;

/**
 * The camera in `video`, from when it is drawn until it is gone; given back whenever the page is out of sight. Tells
 * of each QR code once for as long as it is held up; `at` is when its frame was taken.
 */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  onSight: (text: string, at: number) => void,
): Camera {
  const { openScanner } = useServices();
  const [state, setState] = useState<CameraState>('opening');
  const [attempt, setAttempt] = useState(0);
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const tell = useStable(onSight);

  useEffect(() => {
    let present = open();
    function follow() {
      present.close();
      if (document.hidden) setState('resting');
      else present = open();
    }
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      present.close();
    };
  }, [attempt]);

  function open(): { close: () => void } {
    let isClosed = false;
    let last = { text: '', at: -Infinity };
    setState('opening');
    const onSeen = ({ text, at }: { text: string; at: number }) => {
      const isHeldUp = text === last.text && at - last.at < gapMs;
      last = { text, at };
      if (!isClosed && !isHeldUp) tell(text, at);
    };
    const onLost = (trouble: CameraState) => !isClosed && setState(trouble);
    // One after another: two that open at once would take the picture from each other.
    const opened = turn.current.then(() =>
      isClosed || !video.current ? undefined : openScanner(video.current, onSeen, onLost),
    );
    turn.current = opened.catch(() => undefined);
    opened.then(
      () => {
        if (!isClosed) setState('open');
      },
      (failure: unknown) => {
        if (!isClosed) setState(troubleOf(failure));
      },
    );
    return {
      close: () => {
        if (isClosed) return;
        isClosed = true;
        void opened.then(
          scanner => scanner?.close(),
          () => {},
        );
      },
    };
  }

  return { state, again: () => setAttempt(before => before + 1) };
}

function troubleOf(failure: unknown): CameraState {
  const why = failure instanceof Error ? failure.message : '';
  return troubles.find(one => one === why) ?? 'unsupported';
}
