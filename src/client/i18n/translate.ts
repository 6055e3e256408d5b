import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { localeOf, type Language } from './language.ts';
import type { IndonesianMessages, MessageKey, Messages } from './messages-id.ts';

/** The names in braces of a message: `n` of '{n, number} orang'. */
type Placeholder<Message extends string> = Message extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name},${string}` ? Name : Inside) | Placeholder<Rest>
  : never;

/** What has to be handed over with a key: nothing, or a value for each of its placeholders. */
type Values<Key extends MessageKey> = [Placeholder<IndonesianMessages[Key]>] extends [never]
  ? []
  : [values: Readonly<Record<Placeholder<IndonesianMessages[Key]>, string | number>>];

/**
 * The words for a key, its placeholders filled. Never throws: an unknown key comes back as itself in
 * brackets, and a message that lacks a value comes back with its braces, so that both catch the eye.
 */
export type Translate = <Key extends MessageKey>(key: Key, ...values: Values<Key>) => string;

/** A message with placeholders as a built app carries it: taken apart. In tests it is a text, and the same. */
type Message = string | MessageFormatElement[];

/** A `Translate` over a catalogue, which may still grow. Each message is compiled once, when first used. */
export function createTranslate(language: Language, messages: Partial<Messages>): Translate {
  const compiled = new Map<MessageKey, IntlMessageFormat>();

  function compile(key: MessageKey, message: Message): IntlMessageFormat {
    let format = compiled.get(key);
    if (!format) {
      format = new IntlMessageFormat(message, localeOf[language], undefined, { ignoreTag: true });
      compiled.set(key, format);
    }
    return format;
  }

  return (key, ...[values]) => {
    const message = messages[key] as Message | undefined;
    if (message === undefined) return `[${key}]`;
    if (typeof message === 'string' && !message.includes('{')) return message;
    try {
      return String(compile(key, message).format(values));
    } catch {
      return withBraces(message);
    }
  };
}

/** What a message says without its values, each in braces. */
function withBraces(message: Message): string {
  if (typeof message === 'string') return message;
  return message
    .map(part => (!('value' in part) ? '' : part.type === literal ? part.value : `{${part.value}}`))
    .join('');
}

/** `TYPE.literal`, without the module it is in. */
const literal = 0;
