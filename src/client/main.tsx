// First of all, for it says in which order the layers of styles count.
import './ui/tokens.css';
import './ui/base.css';
import { showCrashScreen } from './app/crash-screen.ts';
import { exportUnsent } from './data/export-unsent.ts';
import { nameOfExport, saveFile } from './parts/save-file.ts';

// The only file that builds things. The app itself is fetched as a part of its own, so that even an
// app that cannot be loaded leaves something standing that hands out the work.

const root = document.getElementById('app') ?? document.body;

function crash(error: unknown): void {
  console.error(error);
  showCrashScreen({
    root,
    error,
    exportUnsent: () => exportUnsent('jukung', indexedDB),
    saveFile: file => saveFile(file, nameOfExport('', Date.now())),
    reload: () => location.reload(),
  });
}

try {
  const [{ h, render }, { App }, { browserWorld }, { buildServices }] = await Promise.all([
    import('preact'),
    import('./app/App.tsx'),
    import('./browser-world.ts'),
    import('./build-services.ts'),
  ]);
  const services = await buildServices(browserWorld());
  render(h(App, { services, onCrash: crash }), root);
  services.start();
} catch (error) {
  crash(error);
}
