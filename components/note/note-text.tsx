import type { MarkedToken, Token, Tokens } from 'marked';
import { type ComponentChildren, h } from 'preact';
import { useMemo } from 'preact/hooks';
import { texToText } from '@/lib/core/tex';
import { safeLink } from '../page/safe-link';
import { noteTokens } from './note-tokens';

const LONGEST_SHOWN = 100_000;
const DEEPEST = 40;

/**
 * A note as its Markdown means it: nodes made one by one, so that HTML in it is text like any other,
 * links are http or https, pictures are links, and TeX is shown readable.
 */
export function NoteText({ markdown }: { markdown: string }) {
  const tokens = useMemo(() => noteTokens(markdown.slice(0, LONGEST_SHOWN)), [markdown]);
  if (tokens === null) return <p class="note-text note-plain">{markdown.slice(0, LONGEST_SHOWN)}</p>;
  return <div class="note-text">{nodesOf(tokens, 0)}</div>;
}

function nodesOf(tokens: readonly Token[] | undefined, depth: number): ComponentChildren {
  if (tokens === undefined) return null;
  if (depth > DEEPEST) return tokens.map(({ raw }) => raw).join('');
  return tokens.map((token, at) => <TokenNode key={at} token={known(token)} depth={depth + 1} />);
}

type TexToken = { type: 'tex'; raw: string; text: string };
type Known = MarkedToken | TexToken;

/** The lexer makes tokens of its own types and of our one extension, which its type for all cannot say. */
function known(token: Token): Known {
  return token as Known;
}

function TokenNode({ token, depth }: { token: Known; depth: number }): ComponentChildren {
  switch (token.type) {
    case 'paragraph':
      return <p>{nodesOf(token.tokens, depth)}</p>;
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens ? nodesOf(token.tokens, depth) : token.text;
    case 'tex':
      return <span class="note-tex">{texToText(`$${token.text}$`)}</span>;
    case 'strong':
      return <strong>{nodesOf(token.tokens, depth)}</strong>;
    case 'em':
      return <em>{nodesOf(token.tokens, depth)}</em>;
    case 'del':
      return <del>{nodesOf(token.tokens, depth)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'code':
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case 'br':
      return <br />;
    case 'hr':
      return <hr />;
    case 'heading':
      // Below the headings of the surface, whatever the note begins with.
      return h(`h${Math.min(6, token.depth + 3)}`, null, nodesOf(token.tokens, depth));
    case 'blockquote':
      return <blockquote>{nodesOf(token.tokens, depth)}</blockquote>;
    case 'list':
      return <NoteList list={token} depth={depth} />;
    case 'table':
      return <NoteTable table={token} depth={depth} />;
    case 'link':
    case 'image':
      return (
        <NoteLink address={token.href}>
          {token.type === 'image' ? token.text || token.href : nodesOf(token.tokens, depth)}
        </NoteLink>
      );
    case 'checkbox':
      return token.checked ? '☑ ' : '☐ ';
    case 'space':
    case 'def':
      return null;
    default:
      // HTML, and whatever else there may be, as it is written.
      return token.raw;
  }
}

function NoteList({ list, depth }: { list: Tokens.List; depth: number }) {
  const items = list.items.map((item, at) => <li key={at}>{nodesOf(item.tokens, depth)}</li>);
  return list.ordered ? <ol start={list.start === '' ? 1 : list.start}>{items}</ol> : <ul>{items}</ul>;
}

function NoteTable({ table, depth }: { table: Tokens.Table; depth: number }) {
  return (
    <table>
      <thead>
        <tr>
          {table.header.map((cell, at) => (
            <th key={at} scope="col">
              {nodesOf(cell.tokens, depth)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={column}>{nodesOf(cell.tokens, depth)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NoteLink({ address, children }: { address: string; children: ComponentChildren }) {
  const link = safeLink(address);
  if (link === null) return <>{children}</>;
  return (
    <a class="note-link" href={link} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
