import axe from 'axe-core';

/**
 * What axe finds wrong with what is on the page, one line each: empty is good. Colours are not
 * judged, as nothing is painted outside a browser; tests/client/ui/contrast.test.ts proves them.
 */
export async function accessibilityViolations(root: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(root, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help} at ${node.html}`),
  );
}
