import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { makeText, type Text } from './make-text';

const TextContext = createContext<Text>(makeText((key) => key));

/** Hands `text` to everything below; each surface has one at its top. */
export const TextProvider = TextContext.Provider;

/** The typed `text(key, values)` of this surface. */
export function useText(): Text {
  return useContext(TextContext);
}
