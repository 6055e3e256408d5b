// Fails when package-lock.json lacks an optional dependency that one of its packages names.
// npm leaves such packages out without a word when the registry does not have them yet for some
// other system, and `npm ci` then refuses the lock. Cure: pin the naming package to an older version.
import { readFileSync } from 'node:fs';

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const missing = [];

for (const [place, entry] of Object.entries(packages)) {
  for (const name of Object.keys(entry.optionalDependencies ?? {})) {
    if (!isLocked(name, place)) missing.push(`${name}, wanted by ${place}`);
  }
}

/** Looks where Node would look: beside the package, then in each folder above. */
function isLocked(name, place) {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

if (missing.length > 0) {
  console.error(`package-lock.json is incomplete; pin an older version of what wants these:`);
  for (const line of missing) console.error(`  ${line}`);
  process.exit(1);
}
