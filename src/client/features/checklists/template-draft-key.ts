/** Where what is being changed of a template is kept. */
export function draftKeyOf(template: string): string {
  return `checklist-template|${template}`;
}
