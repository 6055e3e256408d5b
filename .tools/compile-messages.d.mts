import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

export function compileMessage(message: string): string | MessageFormatElement[];
export function compileMessages(): Plugin;
