import { createContext, type ComponentChildren } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from './IconButton.tsx';
import { closeIcon } from './icons.ts';
import styles from './Toasts.module.css';

export interface Toast {
  text: string;
  /** One thing to do about it, such as taking it back. Doing it ends the toast. */
  action?: { label: string; onPress: () => void };
}

/** How long a toast stays once nobody points at it or holds the focus in it. */
const shownForMs = 8_000;

const ShowToast = createContext<(toast: Toast) => void>(() => {});

/** Says that something was done, briefly and politely; a new toast takes the place of the last. */
export function useToast(): (toast: Toast) => void {
  return useContext(ShowToast);
}

interface ToastsProps {
  dismissLabel: string;
  /** All who may `useToast`. */
  children: ComponentChildren;
}

/** Holds the one toast in sight, above the page's bottom bar. Once, around the whole app. */
export function Toasts({ dismissLabel, children }: ToastsProps) {
  const [toast, setToast] = useState<Toast | null>(null);
  const [isHeld, setIsHeld] = useState(false);
  const region = useRef<HTMLDivElement>(null);
  const focusedBefore = useRef<EventTarget | null>(null);
  const end = useCallback(() => {
    // The button that has the focus is about to go; whoever came by keyboard goes on where they were.
    const hadFocus = region.current?.contains(document.activeElement);
    if (hadFocus && focusedBefore.current instanceof HTMLElement) focusedBefore.current.focus();
    setToast(null);
    setIsHeld(false);
  }, []);

  useEffect(() => {
    if (!toast || isHeld) return;
    const timer = setTimeout(end, shownForMs);
    return () => clearTimeout(timer);
  }, [toast, isHeld, end]);

  function holdByFocus(event: FocusEvent) {
    const cameFrom = event.relatedTarget;
    const isWithin = cameFrom instanceof Node && region.current?.contains(cameFrom);
    if (!isWithin) focusedBefore.current = cameFrom;
    setIsHeld(true);
  }

  function act(action: NonNullable<Toast['action']>) {
    end();
    action.onPress();
  }

  return (
    <ShowToast.Provider value={setToast}>
      {children}
      <div ref={region} class={styles.region} aria-live="polite">
        {toast && (
          <div
            class={styles.toast}
            onPointerEnter={() => setIsHeld(true)}
            onPointerLeave={() => setIsHeld(false)}
            onFocusIn={holdByFocus}
            onFocusOut={() => setIsHeld(false)}
          >
            <p class={styles.text}>{toast.text}</p>
            {toast.action && (
              <button class={styles.action} type="button" onClick={() => act(toast.action!)}>
                {toast.action.label}
              </button>
            )}
            <IconButton icon={closeIcon} label={dismissLabel} onPress={end} />
          </div>
        )}
      </div>
    </ShowToast.Provider>
  );
}
