import { messagesId, type ShellMessages } from '../i18n/messages-id.ts';
import styles from './crash-screen.module.css';

interface CrashScreenOptions {
  /** What the screen takes the place of. */
  root: HTMLElement;
  error: unknown;
  /** Unsent work as a file, had without the app. */
  exportUnsent: () => Promise<Blob>;
  /** Hands a file to the person. */
  saveFile: (file: Blob) => void;
  reload: () => void;
}

/**
 * Stands when the app cannot. Says that the work is safe and hands it out as a file. Made of plain
 * elements and plain words, so that it depends on nothing that may itself be broken.
 */
export function showCrashScreen({
  root,
  error,
  exportUnsent,
  saveFile,
  reload,
}: CrashScreenOptions): void {
  function draw(words: ShellMessages) {
    const title = element('h1', words['all.crash.title']);
    const status = element('p', '');
    status.setAttribute('role', 'status');

    async function exportWork() {
      try {
        saveFile(await exportUnsent());
        status.textContent = words['all.crash.exported'];
      } catch (failure) {
        status.textContent = words['all.crash.exportFailed'];
        throw failure;
      }
    }

    const screen = element('main', '');
    screen.className = styles['screen'] ?? '';
    screen.append(
      title,
      element('p', words['all.crash.text']),
      button(words['all.crash.reload'], reload, styles['primary']),
      button(words['all.crash.export'], () => void exportWork(), styles['secondary']),
      status,
      details(words['all.crash.detail'], wordsOf(error)),
    );
    root.replaceChildren(screen);
    title.tabIndex = -1;
    title.focus();
  }

  draw(messagesId);
  if (document.documentElement.lang === 'en') {
    // Without the other catalogue the screen stays as it is.
    void import('../i18n/messages-en.ts').then(
      ({ messagesEn }) => draw(messagesEn),
      () => {},
    );
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(text: string, onPress: () => void, style: string | undefined): HTMLElement {
  const made = element('button', text);
  made.type = 'button';
  made.className = style ?? '';
  made.addEventListener('click', onPress);
  return made;
}

function details(summary: string, text: string): HTMLElement {
  const made = element('details', '');
  made.append(element('summary', summary), element('pre', text));
  return made;
}

/** An error as its maker wants to read it. */
function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : String(error);
}
