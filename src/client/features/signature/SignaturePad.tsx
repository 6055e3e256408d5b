import { useEffect, useRef } from 'preact/hooks';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { useStable } from '../../parts/use-stable.ts';
import { drawStrokes } from './draw-strokes.ts';
import { extend, padSize, thin, type Point, type Stroke } from './strokes.ts';
import styles from './SignaturePad.module.css';

interface SignaturePadProps {
  /** Whose, for a screen reader. */
  label: string;
  strokes: readonly Stroke[];
  onDraw: (strokes: readonly Stroke[]) => void;
}

/**
 * White paper to sign on, with a finger, a pen or a mouse. What was drawn is drawn anew when the tablet is
 * turned. One hand at a time: a palm that rests on it leaves no ink.
 */
export function SignaturePad({ label, strokes, onDraw }: SignaturePadProps) {
  const { t } = useI18n();
  const canvas = useRef<HTMLCanvasElement>(null);
  const hand = useRef<number | undefined>(undefined);
  const growing = useRef<Stroke>([]);
  const frame = useRef<number | undefined>(undefined);

  const draw = useStable(() => {
    frame.current = undefined;
    const paper = canvas.current;
    const pen = paper?.getContext('2d');
    if (!paper || !pen) return;
    const width = Math.round(paper.clientWidth * devicePixelRatio);
    const height = Math.round((width * padSize.h) / padSize.w);
    // Setting the size wipes the canvas.
    if (paper.width !== width) [paper.width, paper.height] = [width, height];
    pen.clearRect(0, 0, width, height);
    pen.strokeStyle = '#10182b';
    drawStrokes(pen, [...strokes, growing.current], width);
  });
  const drawSoon = useStable(() => {
    frame.current ??= requestAnimationFrame(draw);
  });

  useEffect(drawSoon, [strokes]);
  useEffect(() => {
    const observer = new ResizeObserver(drawSoon);
    observer.observe(canvas.current!);
    return () => {
      observer.disconnect();
      if (frame.current !== undefined) cancelAnimationFrame(frame.current);
    };
  }, []);

  function begin(event: PointerEvent) {
    if (hand.current !== undefined || event.button > 0) return;
    hand.current = event.pointerId;
    canvas.current?.setPointerCapture(event.pointerId);
    growing.current = [];
    go(event);
  }

  function go(event: PointerEvent) {
    if (event.pointerId !== hand.current) return;
    for (const one of stepsOf(event)) {
      growing.current = extend(growing.current, placeOn(canvas.current!, one));
    }
    drawSoon();
  }

  function end(event: PointerEvent) {
    if (event.pointerId !== hand.current) return;
    hand.current = undefined;
    const drawn = growing.current;
    growing.current = [];
    if (drawn.length > 0) onDraw(thin([...strokes, drawn]));
  }

  return (
    <div class={styles.paper}>
      <VisuallyHidden>
        {t(strokes.length === 0 ? 'sign.pad.empty' : 'sign.pad.begun', { name: label })}
      </VisuallyHidden>
      <canvas
        ref={canvas}
        class={styles.canvas}
        aria-hidden="true"
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      />
      {strokes.length === 0 && (
        <span class={styles.hint} aria-hidden="true">
          {t('sign.pad.hint')}
        </span>
      )}
    </div>
  );
}

/** Every place the hand passed since the last event, where the browser tells. */
function stepsOf(event: PointerEvent): readonly PointerEvent[] {
  const passed = event.type === 'pointermove' ? event.getCoalescedEvents?.() : undefined;
  return passed && passed.length > 0 ? passed : [event];
}

function placeOn(canvas: HTMLCanvasElement, { clientX, clientY }: PointerEvent): Point {
  const box = canvas.getBoundingClientRect();
  const scale = padSize.w / box.width;
  return { x: (clientX - box.left) * scale, y: (clientY - box.top) * scale };
}
