// Takes the messages apart when the app is built, so that no phone carries or runs the parser for it.
import { parse } from '@formatjs/icu-messageformat-parser';
import { transformWithOxc } from 'vite';

/** A message as the app carries it: words alone as they are, anything with placeholders taken apart. */
export function compileMessage(message) {
  return message.includes('{') ? parse(message, { ignoreTag: true }) : message;
}

/** For Vite: compiles the catalogues, and leaves the parser out. */
export function compileMessages() {
  return {
    name: 'compile-messages',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    async transform(code, id) {
      if (!/\/i18n\/messages-[a-z-]+\.ts$/.test(id)) return undefined;
      const { code: plain } = await transformWithOxc(code, id);
      const room = await import(`data:text/javascript,${encodeURIComponent(plain)}`);
      const catalogues = Object.entries(room).map(([name, messages]) => {
        const compiled = Object.entries(messages).map(([key, text]) => [key, compileMessage(text)]);
        return `export const ${name} = ${JSON.stringify(Object.fromEntries(compiled))};`;
      });
      return { code: catalogues.join('\n'), map: null };
    },
  };
}
