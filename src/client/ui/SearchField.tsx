import { useRef } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { closeIcon, searchIcon } from './icons.ts';
import styles from './SearchField.module.css';

interface SearchFieldProps {
  /** What is searched; also shown while the field is empty. */
  label: string;
  value: string;
  /** Told at every stroke, and with '' when cleared. */
  onSearch: (value: string) => void;
  clearLabel: string;
}

/** Narrows what is on the screen while one types. Escape clears it. */
export function SearchField({ label, value, onSearch, clearLabel }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);

  function clear() {
    onSearch('');
    input.current?.focus();
  }

  return (
    <search class={styles.search}>
      <Icon shape={searchIcon} />
      <input
        ref={input}
        class={styles.input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellcheck={false}
        aria-label={label}
        placeholder={label}
        value={value}
        onInput={event => onSearch(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape' && value !== '') clear();
        }}
      />
      {value !== '' && <IconButton icon={closeIcon} label={clearLabel} onPress={clear} />}
    </search>
  );
}
