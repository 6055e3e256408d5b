import { useEffect, useRef, useState } from 'preact/hooks';
import type { JsonValue } from '../../domain/records/kind.ts';
import type { ReadAnswer } from './control.ts';

interface TypedOptions<Typed extends JsonValue> {
  /** The answer that is saved, as it is written into the field. */
  saved: Typed;
  /** What was typed and did not become an answer. */
  draft: Typed | undefined;
  /** Takes what was typed as an answer. */
  read: (typed: Typed) => ReadAnswer;
  onType: (typed: JsonValue | undefined) => void;
  onAnswer: (value: JsonValue | null) => void;
}

/**
 * What stands in a place to write: every stroke goes into the draft, and leaving the place makes an answer of
 * it. What cannot be an answer stays as it was typed, with the words for what is wrong. An answer that
 * comes from elsewhere shows, unless somebody is typing.
 */
export function useTyped<Typed extends JsonValue>(options: TypedOptions<Typed>) {
  const { saved, draft, read, onType, onAnswer } = options;
  const [typed, setTyped] = useState<Typed>(draft ?? saved);
  const [refusal, setRefusal] = useState(() => (draft === undefined ? undefined : wordsOf(draft)));
  const isTouched = useRef(draft !== undefined);
  const savedText = JSON.stringify(saved);

  useEffect(() => {
    if (!isTouched.current) setTyped(saved);
  }, [savedText]);

  function wordsOf(value: Typed): string | undefined {
    const answer = read(value);
    return answer.is === 'refused' ? answer.words : undefined;
  }

  function type(value: Typed) {
    isTouched.current = true;
    setTyped(value);
    // Whoever puts something right sees at once that it is right; nobody is scolded while still typing.
    if (refusal !== undefined) setRefusal(wordsOf(value));
    onType(value);
  }

  function leave(value: Typed = typed) {
    if (!isTouched.current) return;
    const answer = read(value);
    if (answer.is === 'refused') {
      setRefusal(answer.words);
      return;
    }
    isTouched.current = false;
    setRefusal(undefined);
    onAnswer(answer.is === 'answer' ? answer.value : null);
  }

  const latest = useRef(() => {});
  latest.current = () => leave();
  useEffect(() => {
    // What was typed when the page was last left becomes an answer now, if it can be one.
    latest.current();
    const look = () => {
      if (document.visibilityState === 'hidden') latest.current();
    };
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      // A place that is taken away is left without being told so.
      latest.current();
    };
  }, []);

  return { typed, type, leave, refusal };
}
