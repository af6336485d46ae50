import {
  ACCENTS,
  doubleStruck,
  LETTER_COMMANDS,
  OPERATORS,
  RELATIONS,
  script,
  SILENT,
  SYMBOLS,
} from './tex-symbols';

const PLAIN = /[^\\${}^_~\-`']+/y;

/** Deeper than any real title; below it braces are dropped without looking for what they belong to. */
const DEEPEST = 24;

/**
 * Readable Unicode for the TeX of arXiv's titles and abstracts: accents, Greek, sub- and
 * superscripts, fonts, quotes, dashes. What it does not know it prints without the backslash.
 * White space is collapsed. One pass; never throws; plain text comes back as it was.
 */
export function texToText(tex: string): string {
  if (!/[\\$^_{}~`]|--|''/.test(tex)) return tex.replace(/\s+/g, ' ').trim();
  const out = new TexReader(tex).readAll();
  return out.replace(/\s+/g, ' ').trim().normalize('NFC');
}

class TexReader {
  private at = 0;
  private math = false;
  private depth = 0;

  constructor(private readonly tex: string) {}

  readAll(): string {
    const pieces: string[] = [];
    // A closing brace nobody opened ends a group early: step over it.
    while (this.at < this.tex.length) {
      pieces.push(this.group());
      this.at += 1;
    }
    return pieces.join('');
  }

  /** Everything up to an unmatched closing brace or the end. */
  private group(): string {
    let out = '';
    while (this.at < this.tex.length && this.tex[this.at] !== '}') out += this.plain() || this.item();
    return out;
  }

  /** What stands for itself, all of it at once. */
  private plain(): string {
    PLAIN.lastIndex = this.at;
    const [run = ''] = PLAIN.exec(this.tex) ?? [];
    this.at += run.length;
    return run;
  }

  private item(): string {
    const char = this.tex[this.at] ?? '';
    switch (char) {
      case '\\':
        return this.command();
      case '$':
        this.math = !this.math;
        this.at += this.tex[this.at + 1] === '$' ? 2 : 1;
        return '';
      case '{':
        return this.braced();
      case '^':
      case '_':
        this.at += 1;
        return this.math ? script(char, this.argument().trim()) : char;
      case '~':
        this.at += 1;
        return this.math || isWordChar(this.tex[this.at - 2]) ? ' ' : '~';
      case '-':
        return this.dashes();
      case '`':
      case "'":
        return this.quotes(char);
      default:
        this.at += 1;
        return char;
    }
  }

  private braced(): string {
    this.at += 1;
    if (this.depth >= DEEPEST) return '';
    this.depth += 1;
    const inside = this.group();
    this.depth -= 1;
    this.at += 1;
    return inside;
  }

  private dashes(): string {
    let length = 0;
    while (this.tex[this.at] === '-' && length < 3) {
      this.at += 1;
      length += 1;
    }
    return this.math ? '-'.repeat(length) : (['', '-', '–', '—'][length] ?? '');
  }

  private quotes(char: '`' | "'"): string {
    const double = this.tex[this.at + 1] === char;
    this.at += double ? 2 : 1;
    if (this.math) return double ? '″' : '′';
    if (char === '`') return double ? '“' : '‘';
    return double ? '”' : "'";
  }

  /** One argument of a command: a group, a command or a single character. */
  private argument(): string {
    while (this.tex[this.at] === ' ') this.at += 1;
    const char = this.tex[this.at];
    if (char === undefined || char === '}' || char === '$') return '';
    if (char === '{' || char === '\\') return this.item();
    const [first = ''] = this.tex.slice(this.at, this.at + 2);
    this.at += first.length;
    return first;
  }

  private command(): string {
    const before = this.tex[this.at - 1];
    const name = this.commandName();
    const accent = ACCENTS.get(name);
    if (accent !== undefined && (!this.math || /^[a-z]{3}/.test(name))) return this.accented(accent);
    if (!/^[A-Za-z]/.test(name)) return this.control(name);
    while (this.tex[this.at] === ' ' && this.math) this.at += 1;
    if (!this.math && this.tex[this.at] === ' ' && LETTER_COMMANDS.has(name)) this.at += 1;
    return OPERATORS.has(name) ? this.operator(name, before) : this.named(name);
  }

  private commandName(): string {
    this.at += 1;
    const start = this.at;
    while (isLetter(this.tex[this.at])) this.at += 1;
    if (this.at === start) this.at += 1;
    return this.tex.slice(start, this.at);
  }

  private accented(mark: string): string {
    const base = this.nested(() => this.argument());
    const [first = '', ...rest] = base;
    if (first === '') return '';
    return (rest.length > 0 && this.math ? first : first + mark) + rest.join('');
  }

  /** `\%`, `\,` and the like: a command of one character that is no letter. */
  private control(name: string): string {
    if (name === '(' || name === '[') this.math = true;
    if (name === ')' || name === ']') this.math = false;
    if (/^[()[\]!/-]?$/.test(name)) return '';
    if (name === '|') return '‖';
    return /^[,;:\\\s>]$/.test(name) ? ' ' : name;
  }

  private named(name: string): string {
    const symbol = LETTER_COMMANDS.get(name) ?? SYMBOLS.get(name);
    if (symbol !== undefined) return symbol;
    const relation = RELATIONS.get(name);
    if (relation !== undefined) return ` ${relation} `;
    if (SILENT.has(name)) return this.silent();
    return this.structured(name);
  }

  private operator(name: string, before: string | undefined): string {
    const next = this.tex[this.at];
    return (isWordChar(before) ? ' ' : '') + name + (isWordChar(next) || next === '\\' ? ' ' : '');
  }

  private silent(): string {
    this.nested(() => this.argument());
    return '';
  }

  private structured(name: string): string {
    switch (name) {
      case 'frac':
      case 'tfrac':
      case 'dfrac': {
        const top = this.nested(() => this.argument());
        return `${top}/${this.nested(() => this.argument())}`;
      }
      case 'mathbb':
      case 'Bbb':
        return doubleStruck(this.nested(() => this.argument()));
      case 'href':
        this.silent();
        return this.nested(() => this.argument());
      case 'left':
      case 'right':
      case 'big':
      case 'Big':
        if (this.tex[this.at] === '.') this.at += 1;
        return '';
      case 'quad':
      case 'qquad':
      case 'newline':
      case 'par':
        return ' ';
      default:
        return this.unknown(name);
    }
  }

  /** Fonts and boxes print what they hold; a name without an argument prints itself in text. */
  private unknown(name: string): string {
    if (this.tex[this.at] === '{') return this.nested(() => this.item());
    if (
      /^(?:(?:text|math)?(?:rm|bf|it|sc|sf|tt|cal|frak|em|sl|bb|scr)|emph|mathcal|mathfrak|displaystyle|textstyle|small|large|limits|nolimits|xspace|boldsymbol|bm|operatorname)$/.test(
        name,
      )
    ) {
      while (this.tex[this.at] === ' ') this.at += 1;
      return '';
    }
    return name;
  }

  /** Reads an argument one level down; at the deepest level there is none. */
  private nested(read: () => string): string {
    if (this.depth >= DEEPEST) return '';
    this.depth += 1;
    const text = read();
    this.depth -= 1;
    return text;
  }
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /^[A-Za-z]$/.test(char);
}

function isWordChar(char: string | undefined): boolean {
  return char !== undefined && /^[\p{L}\p{N}.)]$/u.test(char);
}
